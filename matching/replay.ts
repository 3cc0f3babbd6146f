import { type HitEvidence, probabilityOf } from '../src/domain/hit.ts';
import { asId } from '../src/domain/ids.ts';
import type { PersonIdentity, SubjectIdentity } from '../src/domain/person.ts';
import { entryPerson } from './attributes/entry-person.ts';
import { CandidateCollector } from './blocking/candidates.ts';
import { BLOCKING_RULES } from './blocking/rules.ts';
import { PairComparer, PairVector } from './comparison/pair-comparer.ts';
import { type KnownPair, makeEvidence } from './decision/evidence.ts';
import type { Model } from './model.ts';
import { RegisterIndex } from './register-index.ts';

/** The two sides of a pair, in the versions that the hit was made on. */
export interface PairContent {
  readonly person: PersonIdentity;
  readonly subject: SubjectIdentity;
}

/** A hit said again (promise P7). */
export interface Replay {
  /** `from_content`: compared anew under the same model. `from_levels`: added up from the stored terms. */
  readonly kind: 'from_content' | 'from_levels';
  readonly evidence: HitEvidence;
  readonly probability: number;
  /** Whether the evidence is what was stored, term by term. */
  readonly identical: boolean;
}

/** What reviewers knew then is part of the stored vector, not of the two people's content. */
function knownPairOf(stored: HitEvidence): KnownPair | null {
  const level = stored.terms.find(({ attribute }) => attribute === 'known_pair')?.level;
  return level === 'confirmed' || level === 'dismissed' ? level : null;
}

/**
 * The pair in an index of its own. The first rule that finds it is the same as in the whole register: rules come in a
 * fixed order and the one that depends on how many bear a surname is the last.
 */
function compareAgain(model: Model, stored: HitEvidence, content: PairContent): HitEvidence {
  const index = new RegisterIndex(model);
  index.put({ subjectId: asId('replay'), version: 1, identity: content.subject });
  const entry = entryPerson(content.person, index.lexicon, model.places);
  const collector = new CandidateCollector();
  collector.collect(index, entry);
  const vector = new PairVector();
  const comparer = new PairComparer(model.weights, index.lexicon);
  comparer.begin(entry);
  const subject = index.subjects.people[0];
  if (subject !== null && subject !== undefined) comparer.describe(subject, vector);
  return makeEvidence(vector, {
    model,
    priorMilliBits: stored.priorMilliBits,
    registerSize: stored.registerSize,
    blockingRule: collector.count > 0 ? (BLOCKING_RULES[collector.rules[0] ?? 0] ?? '') : stored.blockingRule,
    knownPair: knownPairOf(stored),
  });
}

/**
 * Replays stored evidence: from its content when that still exists and the model is the one that made the hit, otherwise
 * from its stored levels, frequencies and weights. Never changes a stored hit, and a new model never re-scores one.
 */
export function replayHit(model: Model, stored: HitEvidence, content: PairContent | null): Replay {
  if (content === null || stored.modelVersion !== model.version) {
    return { kind: 'from_levels', evidence: stored, probability: probabilityOf(stored), identical: true };
  }
  const evidence = compareAgain(model, stored, content);
  const identical = JSON.stringify(evidence) === JSON.stringify(stored);
  return { kind: 'from_content', evidence, probability: probabilityOf(evidence), identical };
}
