import type { Language } from '../domain/language.ts';
import type { QuarantineCode, ReasonCode } from '../domain/ledger.ts';

type Sentences<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

const QUARANTINE: Sentences<QuarantineCode> = {
  nl: {
    UNREADABLE: 'De regel is niet te lezen als bericht. Vraag de bron het bericht opnieuw te leveren.',
    TOO_LONG: 'De regel is langer dan is toegestaan en is niet ingelezen. Vraag de bron het bericht te splitsen.',
    MISSING_FIELD: 'Een verplicht veld ontbreekt.',
    INVALID_FIELD: 'Een veld heeft een waarde die het contract niet toestaat.',
    IMPOSSIBLE_DATE: 'Een datum bestaat niet of ligt waar hij niet kan liggen.',
    DUPLICATE_KEY: 'Een veld staat er tweemaal; welke waarde geldt, is niet te zeggen.',
    DUPLICATE_FACT: 'Hetzelfde feitnummer komt tweemaal voor in de zaak.',
    NO_FACTS: 'De zaak bevat geen enkel feit.',
    VERSION_CONFLICT: 'Een eerder bericht met hetzelfde berichtId had een andere inhoud. Het eerste blijft gelden.',
    POISON: 'Het bericht kon na herhaalde pogingen niet worden gescreend. De rest van de levering is wel gescreend.',
  },
  en: {
    UNREADABLE: 'The line cannot be read as a message. Ask the source to deliver the message again.',
    TOO_LONG: 'The line is longer than allowed and was not read. Ask the source to split the message.',
    MISSING_FIELD: 'A required field is missing.',
    INVALID_FIELD: 'A field has a value that the contract does not allow.',
    IMPOSSIBLE_DATE: 'A date does not exist or lies where it cannot.',
    DUPLICATE_KEY: 'A field stands twice; nobody can say which value counts.',
    DUPLICATE_FACT: 'The same fact number occurs twice in the case.',
    NO_FACTS: 'The case has no facts at all.',
    VERSION_CONFLICT: 'An earlier message with the same berichtId had other content. The first one stands.',
    POISON: 'The message could not be screened, however often it was tried. The rest of the delivery was screened.',
  },
};

const OUTCOMES: Sentences<Exclude<ReasonCode, QuarantineCode>> = {
  nl: {
    no_hit: 'Het bericht betreft niemand uit het register. De inhoud is gewist.',
    not_relevant: 'Het bericht is volgens het beleid niet relevant voor de betrouwbaarheid. De inhoud is gewist.',
    suppressed: 'Op dezelfde gegevens is eerder vastgesteld dat het om iemand anders gaat. De inhoud is gewist.',
    out_of_scope: 'De wet staat niet toe deze persoon te screenen. De inhoud is gewist.',
    repeat: 'Het bericht is al eerder ontvangen en verandert niets.',
    older: 'Over deze zaak is al een nieuwer bericht bekend.',
    retraction: 'De bron heeft de zaak of een deel ervan ingetrokken.',
    new_task: 'Er is een beoordelingstaak gemaakt.',
    existing_task: 'Het bericht is toegevoegd aan een bestaande beoordelingstaak.',
  },
  en: {
    no_hit: 'The message concerns nobody in the register. Its content was erased.',
    not_relevant: 'Under the policy the message has no bearing on reliability. Its content was erased.',
    suppressed: 'On the same data it was found before that this is somebody else. The content was erased.',
    out_of_scope: 'The law does not allow this person to be screened. The content was erased.',
    repeat: 'The message was received before and changes nothing.',
    older: 'A newer message about this case is already known.',
    retraction: 'The source has retracted the case or part of it.',
    new_task: 'A review task was made.',
    existing_task: 'The message was added to an existing review task.',
  },
};

function isQuarantineCode(code: ReasonCode): code is QuarantineCode {
  return Object.hasOwn(QUARANTINE.nl, code);
}

/** Why a line ended as it did, as one or two sentences without anything personal. */
export function reasonText(code: ReasonCode, language: Language): string {
  return isQuarantineCode(code) ? QUARANTINE[language][code] : OUTCOMES[language][code];
}

/** The sentence of a quarantine reason with the field it is about, in wire words. */
export function quarantineText(code: QuarantineCode, field: string | null, language: Language): string {
  const sentence = QUARANTINE[language][code];
  if (field === null) return sentence;
  return `${sentence} (${language === 'nl' ? 'veld' : 'field'}: ${field})`;
}
