import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../db/store.ts';
import { asId, type EpochMs } from '../../src/domain/ids.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { MORNING, OPERATOR } from './conformance/bench.ts';
import { entry, fact, person } from './conformance/people.ts';
import { begin, commit, deliver } from './conformance/steps.ts';
import { type GlassBench, glassBench } from './glass.ts';

const STRANGER = { surname: 'Quastelman', bsn: '999990019', caseNumber: '16-998877-26' };
const FORTNIGHT_LATER = (MORNING + 14 * 24 * 60 * 60 * 1000) as EpochMs;

let bench: GlassBench;
let store: Store;
beforeEach(async () => {
  bench = glassBench();
  store = await bench.open();
});
afterEach(() => bench.dispose());

/** A basis of the set-up, which lets entries about nobody be kept for so long. */
async function allow(keepUnmatchedDays: number): Promise<void> {
  const [staff] = fictitiousBases();
  const basisId = await store.recordBasis(OPERATOR, { ...staff!, keepUnmatchedDays }, MORNING);
  await store.confirmBasis(OPERATOR, basisId, 'set-up', MORNING);
}

/** Somebody who concerns nobody comes in and is cleared. */
async function clear(): Promise<void> {
  const about = entry('a', 'a', 0, {
    person: person(STRANGER.surname, { bsn: STRANGER.bsn }),
    case: { caseNumber: asId(STRANGER.caseNumber), facts: [fact(1)] },
  });
  const { deliveryKey, chunkIds } = await deliver(store, 'D1', [about]);
  expect(bench.found(STRANGER)).toEqual(Object.keys(STRANGER));
  const begun = await begin(store, chunkIds[0]);
  await commit(store, begun, { lines: [{ line: 1, outcome: 'cleared', reason: 'no_hit' }] });
  await store.settleDelivery(OPERATOR, deliveryKey, MORNING);
}

test.each([
  ['without a basis', async () => {}],
  ['under a basis with a window of 0 days', () => allow(0)],
])('%s an entry about nobody is gone from every byte of every file', async (_, lay) => {
  await lay();
  await clear();
  expect(bench.found(STRANGER)).toEqual([]);
});

test('under a basis that allows it the entry is kept, sealed, until the window closes, and no byte longer', async () => {
  await allow(14);
  await clear();
  expect(bench.found(STRANGER)).toEqual(Object.keys(STRANGER));
  expect(await store.eraseDue(OPERATOR, 'unmatched_entry', 10, MORNING)).toBe(0);
  expect(await store.eraseDue(OPERATOR, 'cleared_content', 10, FORTNIGHT_LATER)).toBe(0);
  expect(await store.eraseDue(OPERATOR, 'unmatched_entry', 10, FORTNIGHT_LATER)).toBe(1);
  expect(bench.found(STRANGER)).toEqual([]);
});
