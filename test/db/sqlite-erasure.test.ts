import { appendFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readErasures } from '../../db/sqlite/erasures/ledger-file.ts';
import type { Store } from '../../db/store.ts';
import { asId } from '../../src/domain/ids.ts';
import { RETENTION_KINDS } from '../../src/domain/retention.ts';
import { MORNING, OPERATOR, WORKER } from './conformance/bench.ts';
import { entry, fact, person, registerRow, retraction } from './conformance/people.ts';
import { plus } from './conformance/retention-world.ts';
import { begin, commit, deliver, deliverTasked, importRows, newTasks } from './conformance/steps.ts';
import { type GlassBench, glassBench } from './glass.ts';

let bench: GlassBench;
let store: Store;
beforeEach(async () => {
  bench = glassBench();
  store = await bench.open();
});
afterEach(() => bench.dispose());

const OF_THE_CASE = {
  surname: 'Quastelman',
  bsn: '999990019',
  caseNumber: '16-998877-26',
  qualification: 'schending van het zwijggebod',
};
const OF_THE_REGISTER = { name: 'Hoogendijk', personnelNumber: 'PN-7766554', registerBsn: '999990160' };
const PLANTED = { ...OF_THE_CASE, ...OF_THE_REGISTER };

const about = entry('a', 'a', 0, {
  person: person(OF_THE_CASE.surname, { bsn: OF_THE_CASE.bsn }),
  case: { caseNumber: asId(OF_THE_CASE.caseNumber), facts: [fact(1, OF_THE_CASE.qualification)] },
});

/** A task about somebody of the register, on a case of somebody with another name. */
async function plant(): Promise<void> {
  const { name, personnelNumber, registerBsn } = OF_THE_REGISTER;
  const identity = { ...registerRow('x').identity, surname: name, bsn: registerBsn };
  await importRows(store, [registerRow(personnelNumber, { identity })]);
  const [subject] = (await store.readRegister(WORKER, 0 as never, null, 1)).subjects;
  await deliverTasked(store, 'D1', about, [subject!.subjectId]);
}

async function eraseAll(at = MORNING): Promise<void> {
  for (const kind of RETENTION_KINDS) await store.eraseDue(OPERATOR, kind, 100, at);
}

const ledger = () => (readErasures(join(bench.folder, 'erasures.ndjson')) ?? []).map(({ what }) => what);

describe('erased is gone from every byte of every file', () => {
  beforeEach(async () => {
    await plant();
    // The search can find it: a test that looked behind a seal could not fail.
    expect(bench.found(PLANTED)).toEqual(Object.keys(PLANTED));
  });

  test('a task whose term is over: name, BSN, case number, offence', async () => {
    await eraseAll(plus({ months: 60 }));
    expect(bench.found(OF_THE_CASE)).toEqual([]);
    expect(ledger()).toEqual(['task', 'case']);
  });

  test('somebody who left, and the case that was only about them', async () => {
    await importRows(store, []);
    await eraseAll();
    expect(bench.found({ ...PLANTED, caseNumber: 'not yet: its shell says for a year which case it was' })).toEqual([]);
    await eraseAll(plus({ months: 12 }));
    expect(bench.found(PLANTED)).toEqual([]);
    expect(ledger()).toEqual(['case', 'subject']);
  });

  test('a retraction, at once; its number after a year', async () => {
    const gone = { ...retraction('g', 'a', 5), caseNumber: about.case.caseNumber };
    const { deliveryKey, chunkIds } = await deliver(store, 'D2', [gone], { sequence: 2 });
    const begun = await begin(store, chunkIds[0]);
    const { taskId, version } = begun.cases[0]!.tasks[0]!;
    const tasks = [{ kind: 'withdraw', taskId, expectedVersion: version, reason: 'retracted' }] as const;
    const write = { caseNumber: gone.caseNumber, content: null, hits: null, tasks, retractedUpTo: gone };
    await commit(store, begun, { lines: [{ line: 1, outcome: 'withdrawn', reason: 'retraction' }], cases: [write] });
    await store.settleDelivery(WORKER, deliveryKey, MORNING);
    expect(bench.found(OF_THE_CASE)).toEqual(['caseNumber']);
    expect(ledger()).toEqual(['case']);
    await eraseAll(plus({ months: 12 }));
    expect(bench.found(OF_THE_CASE)).toEqual([]);
  });
});

describe('the erasure ledger outside the database', () => {
  const file = () => join(bench.folder, 'erasures.ndjson');
  beforeEach(async () => {
    await plant();
    await importRows(store, []);
  });

  test('names random ids and nothing else', () => {
    const lines = readFileSync(file(), 'utf8').split('\n').filter(Boolean);
    for (const line of lines) {
      expect(Object.keys(JSON.parse(line)).sort()).toEqual(['at', 'erasureId', 'id', 'what']);
    }
    expect(lines).toHaveLength(2);
  });

  test.each([
    { says: 'is lost', harm: () => rmSync(file()) },
    {
      says: 'was cut off in its last line by a crash',
      harm: () => truncateSync(file(), readFileSync(file()).length - 9),
    },
    { says: 'ends in half a line', harm: () => appendFileSync(file(), '{"erasureId":"0') },
  ])('is whole again after the next opening when it $says', async ({ harm }) => {
    const before = readErasures(file());
    harm();
    await (await bench.open()).close();
    const after = readErasures(file());
    expect(after?.map(({ erasureId }) => erasureId).sort()).toEqual(before?.map(({ erasureId }) => erasureId).sort());
  });

  test('says nothing of what was rolled back', async () => {
    await importRows(store, [registerRow('P1')]);
    const [subject] = (await store.readRegister(WORKER, 0 as never, null, 10)).subjects;
    const kept = entry('z');
    await deliverTasked(store, 'D3', kept, [subject!.subjectId]);
    const before = ledger();
    const gone = retraction('g', 'z', 5);
    const begun = await begin(store, (await deliver(store, 'D4', [gone, entry('y')], { sequence: 4 })).chunkIds[0]);
    const { taskId, version } = begun.cases[0]!.tasks[0]!;
    const withdraw = { kind: 'withdraw', taskId, expectedVersion: version, reason: 'retracted' } as const;
    const cases = [
      { caseNumber: gone.caseNumber, content: null, hits: null, tasks: [withdraw], retractedUpTo: gone },
      // Fails after the first was erased: a task about nobody's hit.
      { ...newTasks(entry('y'), [subject!.subjectId]), hits: [] },
    ];
    const registerVersion = await store.registerVersion(WORKER);
    await expect(commit(store, begun, { cases, registerVersion })).rejects.toThrow('without the hit');
    expect(ledger()).toEqual(before);
    await importRows(store, []);
    expect(ledger()).toEqual([...before, 'case', 'subject']);
  });
});
