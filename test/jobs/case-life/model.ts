import type { TaskOfCase } from '../../../db/contract/chunks.ts';
import { placeSnapshot } from '../../../jobs/case-life/order.ts';
import { bury, buryRetracted, forget, rerate } from '../../../jobs/case-life/retraction.ts';
import { applySnapshot } from '../../../jobs/case-life/snapshot.ts';
import { type CaseState, isWithdrawn, type Pair, stateOf, type WorkingTask } from '../../../jobs/case-life/state.ts';
import type { Fact } from '../../../src/domain/case.ts';
import { compareOrder, type Entry } from '../../../src/domain/entry.ts';
import { type AccountId, asEpochMs, asId, type DispositionId, type TaskId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { Disposition } from '../../../src/domain/task.ts';
import { afterEntry } from '../../../src/review/life.ts';
import { ANNA, BERT, history, pair } from './builders.ts';

/** Who a person of this surname is taken for. */
export const HITS: Readonly<Record<string, readonly (typeof ANNA)[]>> = {
  Anders: [ANNA],
  Berends: [BERT],
  Beiden: [ANNA, BERT],
  Niemand: [],
};
/** Fact 1 is serious, fact 2 is not, fact 3 is irrelevant, fact 4 may not be kept. */
const LEVELS: readonly RatingLevel[] = ['high', 'low', 'none'];
const NOT_TO_BE_KEPT = 4;

function levelOf(facts: readonly Fact[]): RatingLevel {
  return LEVELS[Math.min(...facts.map(({ factNumber }) => factNumber)) - 1] ?? 'none';
}

function pairsOf(state: CaseState, surname: string, facts: readonly Fact[]): readonly Pair[] {
  const hits = HITS[surname] ?? [];
  const involved = new Set([...hits, ...state.tasks.keys()]);
  const evidenceHash = `evidence-${surname}`;
  return [...involved].map((subjectId) => pair(levelOf(facts), { subjectId, evidenceHash }, hits.includes(subjectId)));
}

function numbersOf(facts: readonly Fact[]): string {
  return facts.map(({ factNumber }) => factNumber).join();
}

/** One message as the screening of a chunk takes it, with a matcher and a policy that fit in a table. */
export function receive(state: CaseState, entry: Entry): CaseState {
  if (entry.kind === 'retraction') {
    const buried = bury(state, entry);
    const facts = buried.content?.case.facts ?? [];
    return rerate(buried, pairsOf(buried, buried.content?.person.surname ?? '', facts));
  }
  const mayBeKept = ({ factNumber }: Fact) => factNumber !== NOT_TO_BE_KEPT;
  const placement = placeSnapshot(entry, state.newestSnapshot, state.tombstones, mayBeKept);
  if (placement.kind === 'retracted') return buryRetracted(state, entry);
  if (placement.kind === 'forgotten') return forget(state, entry);
  if (placement.kind === 'older') return state;
  const { facts } = placement;
  const substance = numbersOf(state.content?.case.facts ?? []) !== numbersOf(facts);
  return applySnapshot(state, entry, facts, substance, pairsOf(state, entry.person.surname, facts)).state;
}

/** The standing answers of a task as verdicts, each with its question for an id. */
function verdictsOf({ identity, relevance, answeredRating, evidenceHash }: TaskOfCase): readonly Disposition[] {
  const given = { accountId: asId<AccountId>('anne'), decidedAt: asEpochMs(0), reason: '', evidenceHash };
  const common = { ...given, overriddenRating: null, secondLook: false, retiredAt: null };
  const verdicts: Disposition[] = [];
  const dispositionId = (question: string) => asId<DispositionId>(question);
  if (identity !== null) {
    const about = { dispositionId: dispositionId('identity'), question: 'identity', verdict: identity } as const;
    verdicts.push({ ...common, ...about, proposedRating: null });
  }
  if (relevance !== null) {
    const about = { dispositionId: dispositionId('relevance'), question: 'relevance', verdict: relevance } as const;
    verdicts.push({ ...common, ...about, proposedRating: answeredRating });
  }
  return verdicts;
}

/** What a Store makes of a task that was to be written: the review rules say where it stands. */
function storedTask(task: WorkingTask): TaskOfCase {
  const { subjectId, read, rating, evidenceHash } = task;
  const fresh = { taskId: asId<TaskId>(subjectId), subjectId, rating, evidenceHash, version: (read?.version ?? 0) + 1 };
  if (read === null) return { ...fresh, state: 'open', identity: null, relevance: null, answeredRating: null };
  if (isWithdrawn(task)) return { ...read, ...fresh, state: 'withdrawn' };
  const life = { state: read.state, evidenceHash, claim: null, waitUntil: null, secondLook: null };
  const change = afterEntry({ ...life, dispositions: verdictsOf(read) }, task);
  const retired = new Set<string>(change.retired);
  return {
    ...fresh,
    state: change.state,
    identity: retired.has('identity') ? null : read.identity,
    relevance: retired.has('relevance') ? null : read.relevance,
    answeredRating: retired.has('relevance') ? null : read.answeredRating,
  };
}

/** Writes a case and reads it again, as happens between two chunks; reviewers may have been at its tasks meanwhile. */
export function storeAndRead(state: CaseState, review: (task: TaskOfCase) => TaskOfCase): CaseState {
  const kept = [...state.tasks.values()].filter((task) => task.taskId !== null || task.withdrawn === null);
  const needed = kept.some((task) => !isWithdrawn(task));
  const { newestSnapshot, tombstones } = state;
  const tasks = kept.map(storedTask).map(review);
  return stateOf(history({ newestSnapshot, tombstones, content: needed ? state.content : null, tasks }));
}

/** The tasks that stand and concern something, with their ratings. */
export function queueOf(state: CaseState): readonly string[] {
  const live = [...state.tasks.values()].filter((task) => !isWithdrawn(task) && task.rating.level !== 'none');
  return live.map((task) => `${task.subjectId} ${task.rating.level}`).sort();
}

/**
 * The same queue told from the messages alone, without any state: the newest snapshot is the truth, less the facts that
 * newer retractions name.
 */
export function queueByRule(entries: readonly Entry[]): readonly string[] {
  const newest = entries
    .filter(({ kind }) => kind !== 'retraction')
    .sort(compareOrder)
    .at(-1);
  if (newest === undefined || newest.kind === 'retraction') return [];
  const later = entries.filter((entry) => entry.kind === 'retraction' && compareOrder(entry, newest) > 0);
  const isGone = ({ factNumber }: Fact) =>
    later.some((entry) => entry.kind === 'retraction' && (entry.factNumbers?.includes(factNumber) ?? true));
  const facts = newest.case.facts.filter((fact) => fact.factNumber !== NOT_TO_BE_KEPT && !isGone(fact));
  const level = levelOf(facts);
  return level === 'none' ? [] : (HITS[newest.person.surname] ?? []).map((subjectId) => `${subjectId} ${level}`).sort();
}
