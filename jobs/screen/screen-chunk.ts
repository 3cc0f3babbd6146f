import type { BegunChunk, ChunkStore } from '../../db/contract/chunks.ts';
import type { DeliveryStore } from '../../db/contract/deliveries.ts';
import type { Access } from '../../src/domain/access.ts';
import { ScreeningError } from '../../src/domain/errors.ts';
import type { ChunkId, DeliveryKey, RegisterVersion, SubjectId } from '../../src/domain/ids.ts';
import type { Relevance } from '../../src/relevance/relevance.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { Compared, MatchScope } from './comparison.ts';
import { readKnowledge } from './pairs.ts';
import { placeLines } from './placements.ts';
import { planChunk } from './plan-chunk.ts';

export interface ScreeningTools {
  readonly store: ChunkStore & Pick<DeliveryStore, 'markDelivery'>;
  /** The register at least as new as asked, for a delivery or for none; waits for an index that is being built. */
  readonly scope: (atLeast: RegisterVersion, deliveryKey?: DeliveryKey) => Promise<MatchScope>;
  readonly relevance: Relevance;
  readonly clock: Clock;
}

export type ScreenedChunk =
  | { readonly kind: 'screened'; readonly unscreened: number }
  /** Failed too often as a whole: its lines are screened one by one, so that one cannot hold up the others. */
  | { readonly kind: 'split'; readonly chunkIds: readonly ChunkId[] }
  /** One line, alone, failed too often. */
  | { readonly kind: 'poisoned'; readonly deliveryKey: DeliveryKey; readonly unscreened: number }
  | { readonly kind: 'nothing_to_do' };

const SCREENING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Attempts at one chunk before it is taken apart. Counted in the database, so a process that dies counts too. */
const MAX_ATTEMPTS = 3;

/**
 * Times a chunk is screened again because the register, a case or a verdict changed meanwhile. Each one means that
 * somebody else got something done, so many in a row only say that the database is very busy.
 */
const MAX_STALE = 25;

type Work = Extract<BegunChunk, { kind: 'work' }>;

/**
 * Planted test persons and real people are compared with everybody, and only then kept apart: a planted entry that
 * looks like an officer makes no task about them, and no real entry a task that nobody is shown.
 */
function amongTheirOwn(compared: Compared, planted: boolean, scope: MatchScope): Compared {
  const isOfThem = (subjectId: SubjectId): boolean => (scope.subject(subjectId)?.planted ?? false) === planted;
  return { ...compared, hits: compared.hits.filter(({ subjectId }) => isOfThem(subjectId)) };
}

async function screenOnce(tools: ScreeningTools, begun: Work): ReturnType<ChunkStore['commitChunk']> {
  const { store, relevance, clock } = tools;
  const histories = new Map(begun.cases.map((history) => [history.caseNumber, history]));
  const scope = await tools.scope(begun.registerVersion, begun.deliveryKey);
  const placements = placeLines(begun.lines, histories, (fact) => relevance.mayBeKept(fact, scope.today));
  const compared = new Map<number, Compared>();
  for (const { line, entry } of begun.lines) {
    if (entry.kind !== 'retraction' && placements.get(line)?.kind === 'newest') {
      compared.set(line, amongTheirOwn(scope.compare(entry.person), begun.planted, scope));
    }
  }
  const knowledge = await readKnowledge(store, SCREENING, begun.lines, histories, compared);
  const result = planChunk({ begun, histories, placements, compared, knowledge, scope, relevance });
  return store.commitChunk(SCREENING, result, clock.now());
}

async function giveUp(tools: ScreeningTools, begun: Work): Promise<ScreenedChunk> {
  const chunkIds = await tools.store.splitChunk(SCREENING, begun.chunkId);
  if (chunkIds.length > 0) return { kind: 'split', chunkIds };
  // Before the quarantine, which may be all that the delivery still waited for: once settled it takes no mark.
  await tools.store.markDelivery(SCREENING, begun.deliveryKey, 'CHUNK_FAILED');
  const commit = await tools.store.quarantineChunk(SCREENING, begun.chunkId, tools.clock.now());
  if (commit.kind !== 'committed') return { kind: 'nothing_to_do' };
  return { kind: 'poisoned', deliveryKey: commit.deliveryKey, unscreened: commit.unscreened };
}

/**
 * Screens one chunk: gate, block, compare, decide, rate, and one guarded write. May run any number of times, anywhere.
 *
 * @throws ScreeningError CHUNK_FAILED when others kept getting in between; whatever screening itself threw otherwise.
 *   A failure of the installation (a busy database, a full disk, a missing key) does not count as an attempt: it is
 *   no fault of the lines, and they must not end in quarantine for it.
 */
export async function screenChunk(tools: ScreeningTools, chunkId: ChunkId): Promise<ScreenedChunk> {
  for (let stale = 0; stale < MAX_STALE; stale += 1) {
    const begun = await tools.store.beginChunk(SCREENING, chunkId, tools.clock.now());
    if (begun.kind === 'nothing_to_do') return begun;
    if (begun.attempt > MAX_ATTEMPTS) return giveUp(tools, begun);
    try {
      const commit = await screenOnce(tools, begun);
      if (commit.kind === 'committed') return { kind: 'screened', unscreened: commit.unscreened };
      if (commit.kind === 'superseded') return { kind: 'nothing_to_do' };
    } catch (error) {
      if (error instanceof ScreeningError) {
        await tools.store.uncountAttempt(SCREENING, chunkId, begun.attempt);
      }
      throw error;
    }
    await tools.store.uncountAttempt(SCREENING, chunkId, begun.attempt);
  }
  throw new ScreeningError('CHUNK_FAILED', { chunkId });
}
