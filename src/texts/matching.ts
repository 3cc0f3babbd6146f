import type { Language } from '../domain/language.ts';
import type { MatchLevelKey } from '../domain/match-level.ts';
import type { TextCode } from '../domain/text-code.ts';
import { LEVEL_SENTENCES } from './matching-levels.ts';

/** What speaks for and against a pair, as `matching/explain.ts` gives it. */
interface Reasons {
  readonly speaksFor: readonly TextCode[];
  readonly speaksAgainst: readonly TextCode[];
}

/** As many reasons of a kind as one sentence can carry. */
const MOST_REASONS = 3;

function isLevel(code: string): code is MatchLevelKey {
  return Object.hasOwn(LEVEL_SENTENCES, code);
}

/**
 * One level in words: "achternaam: één letter verschil". A level of an older model that no longer exists is shown by
 * its code, so that a stored hit can always be read.
 */
export function levelSentence({ code }: TextCode, language: Language): string {
  return isLevel(code) ? LEVEL_SENTENCES[code][language] : code;
}

/** The same without the name of the field, for where that stands beside it: "één letter verschil". */
export function levelWords(code: TextCode, language: Language): string {
  const sentence = levelSentence(code, language);
  return sentence.slice(sentence.indexOf(': ') < 0 ? 0 : sentence.indexOf(': ') + 2);
}

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "achternaam (gelijk) en geboortedatum (andere maand)". */
function listed(reasons: readonly TextCode[], language: Language): string {
  const said = reasons.slice(0, MOST_REASONS).map((reason) => {
    const [field, ...level] = levelSentence(reason, language).split(': ');
    return level.length === 0 ? `${field}` : `${field} (${level.join(': ')})`;
  });
  return LISTS[language].format(said);
}

/** Why this is a candidate and what speaks against it, in one sentence for somebody who is no technician. */
export function matchSummary({ speaksFor, speaksAgainst }: Reasons, language: Language): string {
  const because = listed(speaksFor, language);
  const against = listed(speaksAgainst, language);
  if (language === 'nl') {
    const start = because === '' ? 'Er spreekt weinig voor deze persoon' : `Mogelijk dezelfde persoon: ${because}`;
    return against === '' ? `${start}; er spreekt niets tegen.` : `${start}. Daartegen spreekt: ${against}.`;
  }
  const start = because === '' ? 'Little speaks for this person' : `Possibly the same person: ${because}`;
  return against === '' ? `${start}; nothing speaks against it.` : `${start}. Against it: ${against}.`;
}
