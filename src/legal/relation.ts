import type { Relation } from '../domain/inquiry.ts';

/** What the register may write in `relatie`. A bare "ouder" is missing on purpose: 48s asks for a resident parent. */
const WORDS: ReadonlyMap<string, Relation> = new Map([
  ['partner', 'partner'],
  ['echtgenoot', 'partner'],
  ['echtgenote', 'partner'],
  ['geregistreerd partner', 'partner'],
  ['levensgezel', 'partner'],
  ['kind', 'child'],
  ['inwonende ouder', 'resident_parent'],
  ['andere persoon', 'other'],
]);

/** The relation that the law knows by this word; null for any other word, which condition G4 then refuses. */
export function relationOf(word: string): Relation | null {
  return WORDS.get(word.trim().toLowerCase()) ?? null;
}
