import type { Language } from '../domain/language.ts';
import type { RefusalCode, RefusalReason } from '../domain/refusals.ts';

type Phrase = Readonly<Record<Language, string>>;

/** What stands after the colon in the sentence of a code: the cause that applies. */
export const REFUSAL_PHRASES: { readonly [Code in RefusalCode]: Readonly<Record<RefusalReason<Code>, Phrase>> } = {
  BASIS_REFUSED: {
    unknown: { nl: 'er is geen grondslag met dit id', en: 'there is no legal basis of this id' },
    own_record: {
      nl: 'wie hem vastlegde mag hem niet zelf bevestigen, dat doet een andere registrar',
      en: 'whoever recorded it may not confirm it, another registrar must',
    },
    confirmed_before: { nl: 'hij is al bevestigd', en: 'it was confirmed before' },
    ended_before: { nl: 'hij is al beëindigd', en: 'it was ended before' },
  },
  INQUIRY_REFUSED: {
    subject_unknown: {
      nl: 'de persoon staat niet als medewerker of externe in het register',
      en: 'the person is no officer or external in the register',
    },
    investigator_no_reviewer: { nl: 'de onderzoeker is geen beoordelaar', en: 'the investigator is no reviewer' },
    unknown: { nl: 'er is geen onderzoek met dit id', en: 'there is no inquiry of this id' },
    notice_sent_before: { nl: 'het is al gemeld aan de betrokkene', en: 'the subject was told of it before' },
    closed_before: { nl: 'het is al gesloten', en: 'it was closed before' },
  },
  POLICY_REFUSED: {
    unknown: { nl: 'er is geen voorstel van deze versie', en: 'no such version was proposed' },
    proposed_before: { nl: 'deze versie is al eerder voorgesteld', en: 'this version was proposed before' },
    own_proposal: {
      nl: 'wie haar voorstelde mag haar niet zelf bevestigen, dat doet een andere registrar',
      en: 'whoever proposed it may not confirm it, another registrar must',
    },
    confirmed_before: { nl: 'zij is al bevestigd', en: 'it was confirmed before' },
  },
  HOLD_REFUSED: {
    order_missing: { nl: 'het bevel ontbreekt', en: 'the legal order is missing' },
    reason_missing: { nl: 'de reden ontbreekt', en: 'the reason is missing' },
    nothing_to_keep: {
      nl: 'er is geen taak met dit id waarvan nog iets te bewaren is',
      en: 'there is no task of this id of which anything is left to keep',
    },
    held_before: { nl: 'voor deze taak geldt al een bewaarbevel', en: 'this task is held already' },
    unknown: { nl: 'er is geen bewaarbevel met dit id', en: 'there is no hold of this id' },
    released_before: { nl: 'het is al opgeheven', en: 'it was released before' },
  },
  USAGE: {
    not_embedded: {
      nl: 'demo --fresh wist een installatie en mag dat alleen waar SCREENING_INSTALLATION embedded is',
      en: 'demo --fresh erases an installation, and may only where SCREENING_INSTALLATION is embedded',
    },
    reason_missing: { nl: '--reason is leeg', en: '--reason is empty' },
    answer_missing: {
      nl: 'er is geen antwoord: geef --identity voor vraag A of --relevance voor vraag B',
      en: 'there is no answer: give --identity for question A or --relevance for question B',
    },
    roles_apart: {
      nl: 'beoordelaar of senior en auditor mogen niet samengaan',
      en: 'reviewer or senior and auditor may not go together',
    },
    ends_in_past: { nl: '--until ligt voor vandaag', en: '--until lies before today' },
    notice_in_future: { nl: 'de dag van de melding ligt na vandaag', en: 'the day of the notice lies after today' },
    ends_before_begin: { nl: '--until ligt voor --from', en: '--until lies before --from' },
    truth_for_each: {
      nl: 'bij elke --entries hoort één --truth',
      en: 'each --entries needs one --truth',
    },
  },
};

/** The cause of a refusal in words; null for a code that has but one. */
export function refusalPhrase(code: string, reason: unknown, language: Language): string | null {
  const phrases: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = REFUSAL_PHRASES;
  return (typeof reason === 'string' && phrases[code]?.[reason]?.[language]) || null;
}
