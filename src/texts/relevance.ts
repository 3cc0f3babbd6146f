import type { Language } from '../domain/language.ts';
import type { RatingLevel } from '../domain/rating.ts';
import type { Disposal, RelevanceReason, Tier } from '../domain/relevance.ts';
import type { TextCode, TextParams } from '../domain/text-code.ts';
import { fill } from './fill.ts';
import { maxPenaltyWords } from './penalties.ts';
import { DISPOSAL_WORDS, type Phrase, RATING_WORDS, TIER_WORDS } from './relevance-words.ts';

const REASON_SENTENCES: Readonly<Record<RelevanceReason, Phrase>> = {
  OFFENCE: {
    nl: '{reference}: {nameNl}; hoogste straf {penalty}.',
    en: '{reference}: {nameEn}; maximum penalty {penalty}.',
  },
  CLASSIFICATION_NEEDED: {
    nl: 'Geen van de genoemde artikelen staat in de catalogus: classificatie vereist.',
    en: 'None of the articles named is in the catalogue: classification needed.',
  },
  ACT_DATE_UNCERTAIN: {
    nl: 'De pleegdatum is niet precies bekend en de wet is intussen gewijzigd; de zwaarste versie is genomen.',
    en: 'The date of the act is not exactly known and the law changed meanwhile; the gravest version was taken.',
  },
  ATTEMPT: { nl: 'Poging ({reference}): een derde minder.', en: 'Attempt ({reference}): one third less.' },
  PREPARATION: { nl: 'Voorbereiding ({reference}): de helft.', en: 'Preparation ({reference}): one half.' },
  PARTICIPATION: {
    nl: 'Deelneming ({reference}): geen invloed op het maximum.',
    en: 'Participation ({reference}): no effect on the maximum.',
  },
  COMPLICITY: {
    nl: 'Medeplichtigheid ({reference}): een derde minder.',
    en: 'Complicity ({reference}): one third less.',
  },
  AGGRAVATION: {
    nl: 'Strafverzwaring ({reference}): een derde meer.',
    en: 'Aggravation ({reference}): one third more.',
  },
  TIER: { nl: 'Zwaarte van het feit: {tier}.', en: 'Weight of the offence: {tier}.' },
  DISMISSAL_CODE_UNKNOWN: {
    nl: 'De sepotcode ontbreekt of is onbekend.',
    en: 'The code of the dismissal is missing or unknown.',
  },
  VERDICT_OUTCOME_MISSING: {
    nl: 'Er is een vonnis, maar de bron zegt niet hoe het luidt.',
    en: 'There is a verdict, but the source does not say which.',
  },
  APPEAL_PENDING: {
    nl: 'Er loopt hoger beroep, verzet of cassatie: niet onherroepelijk.',
    en: 'An appeal, opposition or cassation is pending: not irrevocable.',
  },
  DISPOSAL: { nl: 'Stand van de zaak: {disposal}.', en: 'State of the case: {disposal}.' },
  CLASS_INCREASED_RISK: { nl: 'Functie: werk met verhoogd risico.', en: 'Function: work with increased risk.' },
  CLASS_STANDARD: { nl: 'Functie: ander werk.', en: 'Function: other work.' },
  CELL: { nl: 'De beleidstabel geeft {level} (regel {cell}).', en: 'The policy table says {level} (rule {cell}).' },
  REFERENCE_DATE_UNKNOWN: {
    nl: 'Er is geen datum bekend waarvan de ouderdom telt; ouderdom verlaagt daarom niets.',
    en: 'No date is known from which its age counts; age therefore lowers nothing.',
  },
  DETENTION_ADDED: {
    nl: 'De termijn is verlengd met {days} dagen detentie.',
    en: 'The term is extended by {days} days of detention.',
  },
  AGED: { nl: 'Ouder dan {years} jaar: wordt {level}.', en: 'Older than {years} years: becomes {level}.' },
  AGED_BEYOND: {
    nl: 'Ouder dan {years} jaar, buiten de terugkijktermijn: wordt {level}.',
    en: 'Older than {years} years, beyond the look-back: becomes {level}.',
  },
  AGED_UNLIMITED: {
    nl: 'Ouder dan {years} jaar, maar voor dit soort feiten is de terugkijktermijn onbeperkt: wordt {level}.',
    en: 'Older than {years} years, but for this kind of offence the look-back has no limit: becomes {level}.',
  },
  AGED_SEVERE: {
    nl: 'Buiten de gewone termijn, maar zwaar feit met onvoorwaardelijke vrijheidsstraf, tot {years} jaar: wordt {level}.',
    en: 'Beyond the usual term, but a grave offence with unsuspended custody, until {years} years: becomes {level}.',
  },
  MINOR: {
    nl: 'Jonger dan {years} ten tijde van het feit: wordt {level}.',
    en: 'Under {years} at the act: becomes {level}.',
  },
  YOUNG_ADULT: {
    nl: 'Jonger dan {years} ten tijde van het feit en ten minste {elapsed} jaar geleden: wordt {level}.',
    en: 'Under {years} at the act and at least {elapsed} years ago: becomes {level}.',
  },
  OFFICE: {
    nl: 'Misbruik van ambt of een ambtenaar als slachtoffer, niet lager: wordt {level}.',
    en: 'Abuse of office or a public servant as victim, no lower: becomes {level}.',
  },
  SERIES: {
    nl: 'Rode draad: {facts} lichtere feiten binnen {months} maanden, niet lager: wordt {level}.',
    en: 'Series: {facts} lesser offences within {months} months, no lower: becomes {level}.',
  },
  PARTNER_CONTEXT: {
    nl: 'Context: betreft een partner of naaste, niet de medewerker, en niet hoger: wordt {level}.',
    en: 'Context: concerns a partner or relative, not the member of staff, and no higher: becomes {level}.',
  },
  PARTNER_OUTSIDE: {
    nl: 'Betreft een partner of naaste; feiten van deze soort of in deze stand tellen dan niet.',
    en: 'Concerns a partner or relative; offences of this kind or in this state then do not count.',
  },
  ERASE: { nl: 'Mag niet bewaard worden: de inhoud wordt gewist.', en: 'May not be kept: the content is erased.' },
  SELF_REPORTED: {
    nl: 'De betrokkene heeft dit zelf gemeld; dat verandert de zwaarte niet.',
    en: 'The person concerned reported this; that changes no level.',
  },
  PROPOSE_CLOSE: {
    nl: 'Voorstel: sluit een openstaande taak over dit feit. Een mens bevestigt.',
    en: 'Proposal: close an open task about this offence. A person confirms.',
  },
  NO_FACTS: { nl: 'De zaak bevat geen feiten meer.', en: 'The case holds no offences any more.' },
};

/** One reason of a rating as a sentence. A code that only an older policy knew is shown as it was stored. */
export function reasonSentence(reason: TextCode, language: Language): string {
  const sentence = isKnown(reason.code) ? REASON_SENTENCES[reason.code][language] : reason.code;
  return fill(sentence, inWords(reason.params ?? {}, language));
}

function isKnown(code: string): code is RelevanceReason {
  return Object.hasOwn(REASON_SENTENCES, code);
}

/** Parameters that are codes themselves are said in words; any other is left as it is. */
function inWords(params: TextParams, language: Language): TextParams {
  const { tier, disposal, level, months } = params;
  return {
    ...params,
    ...(tier === undefined ? {} : { tier: TIER_WORDS[tier as Tier][language] }),
    ...(disposal === undefined ? {} : { disposal: DISPOSAL_WORDS[disposal as Disposal][language] }),
    ...(months === undefined ? {} : { penalty: maxPenaltyWords(Number(months), language) }),
    ...(level === undefined ? {} : { level: RATING_WORDS[level as RatingLevel][language] }),
  };
}
