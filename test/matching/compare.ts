import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { PairComparer, PairVector } from '../../matching/comparison/pair-comparer.ts';
import { type KnownPair, makeEvidence } from '../../matching/decision/evidence.ts';
import type { HitEvidence } from '../../src/domain/hit.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { indexOf, model } from './model.ts';

/** Every entry concerns one of 1,000 subjects, as log2 odds in milli-bits: likely enough for relatives to matter. */
const PRIOR_MILLIBITS = -9_965;

/** The whole evidence of one pair, whichever blocking rule would find it and however improbable it is. */
export function compare(
  entry: PersonIdentity,
  register: SubjectIdentity,
  knownPair: KnownPair | null = null,
): HitEvidence {
  const index = indexOf({ P1: register });
  const comparer = new PairComparer(model.weights, index.lexicon);
  const vector = new PairVector();
  comparer.begin(entryPerson(entry, index.lexicon, model.places));
  comparer.describe(index.subjects.people[0]!, vector);
  return makeEvidence(vector, {
    ...{ model, knownPair, priorMilliBits: PRIOR_MILLIBITS, registerSize: 1000, blockingRule: 'birth_date' },
  });
}

/** Levels by attribute. */
export function levelsOf({ terms }: HitEvidence): Readonly<Record<string, string>> {
  return Object.fromEntries(terms.map(({ attribute, level }) => [attribute, level]));
}
