import type { OutdatedPair, RenewedPair } from '../db/contract/pairs.ts';
import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';
import type { HitId } from '../src/domain/ids.ts';
import type { Relevance } from '../src/relevance/relevance.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { recompare } from './case-life/recompare.ts';
import { isWithdrawn, stateOf } from './case-life/state.ts';
import { taskWriteOf } from './case-life/write.ts';
import { ratingInput } from './rating-input.ts';
import type { MatchScope } from './screen/comparison.ts';
import type { ScreeningTools } from './screen/screen-chunk.ts';

const RENEWING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Pairs compared in one go and written in one transaction; others get their turn between two. */
const BATCH_PAIRS = 100;

export interface RenewingTools extends Pick<ScreeningTools, 'scope' | 'relevance'> {
  readonly store: Store;
  readonly clock: Clock;
}

/** Null when the law does not let the subject be compared now: what follows from that is not a matter of identity. */
function renew(outdated: OutdatedPair, scope: MatchScope, relevance: Relevance): RenewedPair | null {
  const { hitId, subjectId, subjectVersion, history } = outdated;
  const { caseNumber, version, content } = history;
  const subject = scope.subject(subjectId);
  if (subject === null || content === null) return null;
  const knowledge = { ...outdated.knowledge, pair: 0 };
  const expected = { caseNumber, version, dispositionVersion: knowledge.dispositionVersion };
  const around = { hitId, subjectId, subjectVersion, expected };
  // The register took its change back: what was found under the same data is not found again under a newer model.
  const [own] = history.tasks;
  if (own?.evidenceHash === knowledge.evidenceHash) return { ...around, hit: 'as_it_was', task: null };
  const { birthDate, confirmedFacts } = knowledge;
  const { kind: subjectKind, functionClass, compared } = subject;
  const toRate = { facts: content.case.facts, subjectKind, functionClass, birthDate, confirmedFacts };
  const rating = relevance.rate(ratingInput(toRate, relevance, scope.today));
  const hit = scope.compare(content.person).hits.find((one) => one.subjectId === subjectId) ?? null;
  const task = recompare(stateOf(history).tasks.get(subjectId), { subjectId, hit, compared, rating, knowledge });
  const stands = task !== undefined && !isWithdrawn(task);
  return { ...around, hit: hit ?? (stands ? 'as_it_was' : null), task: task === undefined ? null : taskWriteOf(task) };
}

/** @returns how many pairs of one walk over all were renewed */
async function walk({ store, scope, relevance, clock }: RenewingTools): Promise<number> {
  let after: HitId | null = null;
  let renewed = 0;
  for (;;) {
    const outdated: readonly OutdatedPair[] = await store.listOutdatedPairs(RENEWING, after, BATCH_PAIRS);
    const last = outdated.at(-1);
    if (last === undefined) return renewed;
    const register = await scope(await store.registerVersion(RENEWING));
    const pairs = outdated.flatMap((pair) => renew(pair, register, relevance) ?? []);
    if (pairs.length > 0) renewed += await store.renewPairs(RENEWING, register.registerVersion, pairs, clock.now());
    after = last.hitId;
  }
}

/**
 * Compares again whom the register gave another name, birth date or number since they were hit: the hit and its
 * evidence are those of now, or gone, and question A is asked again where it was answered on other evidence. Found in
 * the database, like ratings that are out of date, so that nothing is lost when a worker dies.
 *
 * @returns how many pairs were compared again
 */
export async function renewPairs(tools: RenewingTools): Promise<number> {
  let renewed = 0;
  // Two pairs of one case follow each other, and what a reviewer just moved gets its turn after all.
  for (let ofWalk = -1; ofWalk !== 0; renewed += ofWalk) ofWalk = await walk(tools);
  return renewed;
}
