import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { ndjsonDelivery } from '../../fixtures/wire/delivery-files.ts';
import { acceptPlanted } from '../../jobs/accept.ts';
import { canaryDelivery } from '../../jobs/canary/delivery.ts';
import { CANARIES } from '../../jobs/canary/planted.ts';
import { clearCanaries, plantCanaries } from '../../jobs/canary/run.ts';
import type { ScreeningTools } from '../../jobs/screen/screen-chunk.ts';
import { watchAlarms } from '../../jobs/watch-alarms.ts';
import { parseModel } from '../../matching/model.ts';
import { createRegisterIndex } from '../../matching/register-index.ts';
import { screenPerson } from '../../matching/screen.ts';
import { canaryTools, type Doors } from '../../src/bin/compose-worker.ts';
import type { Access } from '../../src/domain/access.ts';
import { asId, type SubjectId } from '../../src/domain/ids.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import { readModelTables } from '../../src/runtime/tables.ts';
import { tracesIn } from '../bad-input/traces.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { eventsOf, TESTING } from '../support/own-installation.ts';
import { factOf, registerOf } from '../support/small-world.ts';

const HOUR_MS = 3_600_000;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.dispose());

const accept: Doors['acceptPlanted'] = (access, events) => acceptPlanted(bench.acceptTools, access, events);
const plant = () => plantCanaries(canaryTools(bench.installation, accept));
const clear = () => clearCanaries(bench.installation.store, bench.clock);

/** What the sweep and the flow do of themselves. */
async function settle(): Promise<void> {
  const { store, clock } = bench.installation;
  for (const { deliveryKey } of (await store.listUnfinished(TESTING)).toSettle) {
    await store.settleDelivery(TESTING, deliveryKey, clock.now());
  }
}

async function run(tools: ScreeningTools = bench.tools): Promise<void> {
  await plant();
  await bench.screenAll(tools);
  await settle();
}

async function alarms(): Promise<readonly string[]> {
  await watchAlarms(bench.installation);
  return (await bench.installation.store.listAlarms(TESTING, 'open', 10))
    .map(({ code, about }) => `${code} ${about}`)
    .sort();
}

/** A matcher that has gone blind for everybody of this surname. */
const blindFor = (surname: string): ScreeningTools => ({
  ...bench.tools,
  scope: async (...asked) => {
    const scope = await bench.tools.scope(...asked);
    return {
      ...scope,
      compare: (person) => (person.surname === surname ? { hits: [], refused: [] } : scope.compare(person)),
    };
  },
});

async function reviewer(name: string): Promise<Access> {
  const account = await bench.installation.store.accountByName(TESTING, name);
  return { actor: { kind: 'account', accountId: account!.accountId }, purpose: 'review_task' };
}

describe('test persons are planted, and', () => {
  beforeEach(async () => {
    await bench.importRegister(registerOf(5));
  });

  test('a healthy matcher finds every one of them, and no alarm is raised', async () => {
    expect(await plant()).toMatchObject({ kind: 'planted', delivery: { deliveryId: 'canary-000001' } });
    await bench.screenAll();
    await settle();
    expect(await bench.status()).toMatchObject({ sender: 'canary', state: 'settled', outcomes: { tasked: 3 } });
    expect(await alarms()).toEqual([]);
  });

  test('a matcher that misses one raises an alarm, which the next one found clears', async () => {
    await run(blindFor('Testkwartel'));
    expect(await bench.status()).toMatchObject({ outcomes: { tasked: 2, cleared: 1 } });
    expect(await alarms()).toEqual(['CANARY_MISSED canary-000001-2']);
    await clear();
    expect(await alarms()).toEqual(['CANARY_MISSED canary-000001-2']);
    bench.clock.move(HOUR_MS);
    await run();
    expect(await alarms()).toEqual([]);
  });

  test('a law that lets nobody be compared is noticed too', async () => {
    const compare = () => ({ hits: [], refused: ['NO_BASIS'] as const });
    await run({ ...bench.tools, scope: async (...asked) => ({ ...(await bench.tools.scope(...asked)), compare }) });
    expect(await alarms()).toHaveLength(3);
  });

  test('a screening that stands still is an alarm within two hours, and no second planting hides it', async () => {
    const planted = await plant();
    bench.clock.move(2 * HOUR_MS);
    expect(await alarms()).toEqual(['CANARY_OVERDUE planted persons']);
    expect(await plant()).toMatchObject({ kind: 'under_way', delivery: { deliveryId: 'canary-000001' } });
    expect(planted.kind).toBe('planted');
    await bench.screenAll();
    await settle();
    expect(await alarms()).toEqual([]);
    bench.clock.move(27 * HOUR_MS);
    expect(await alarms()).toEqual(['CANARY_OVERDUE planted persons']);
  });

  test('no reviewer sees a task of theirs, in any list or by its id', async () => {
    await run();
    const { store, clock } = bench.installation;
    expect((await store.countTasks(TESTING)).byState).toEqual({ open: 3 });
    const client = new Sqlite(`${bench.dataFolder}/screening.db`, { readonly: true });
    const [{ taskId }] = client.prepare('select task_id as taskId from tasks').all() as [{ taskId: never }];
    client.close();
    for (const name of ['reviewer1', 'senior']) {
      const access = await reviewer(name);
      expect(await store.listTasks(access, { limit: 10 }, clock.now())).toMatchObject({ tasks: [], next: null });
      expect(await store.claimNext(access, clock.now())).toBeNull();
      const refused = { kind: 'refused', refusal: 'unknown_task' };
      expect(await store.viewTask(access, taskId, clock.now())).toEqual(refused);
      expect(await store.claimTask(access, taskId, clock.now())).toEqual(refused);
    }
  });

  test('the source is not told of them', async () => {
    await run();
    const { store, clock } = bench.installation;
    const { persons } = await store.exportSubscription(TESTING, 'full_feed', clock.now());
    expect(persons).toHaveLength(5);
    expect(JSON.stringify(persons)).not.toMatch(/kanarie|kwartel|lijster|9994000/i);
  });

  test('nothing is left of them but the ledger of their delivery, which reconciles', async () => {
    await run();
    await clear();
    expect(await bench.installation.store.countSubjects(TESTING)).toMatchObject({ officer: 5 });
    const client = new Sqlite(`${bench.dataFolder}/screening.db`, { readonly: true });
    const rows = (table: string) => client.prepare(`select count(*) as rows from ${table}`).get();
    for (const table of ['tasks', 'cases', 'hits', 'known_pairs'])
      expect([table, rows(table)]).toEqual([table, { rows: 0 }]);
    expect(rows('subject_versions')).toEqual({ rows: 5 });
    client.close();
    const [proof] = await bench.installation.store.reconcile(TESTING, null);
    expect(proof).toMatchObject({ sender: 'canary', received: 3, balanced: true });
    const said = CANARIES.flatMap(({ person }) => [person.geslachtsnaam, person.voornamen]);
    expect(tracesIn(bench.dataFolder, said)).toEqual([]);
    // And they can come back.
    bench.clock.move(24 * HOUR_MS);
    await run();
    expect(await bench.status()).toMatchObject({ deliveryId: 'canary-000002', outcomes: { tasked: 3 } });
  });

  test('those whose delivery never came are taken out in the end, and others are left alone until theirs is through', async () => {
    const refusing = { ...bench.acceptTools, mayIngest: async () => false };
    const tools = canaryTools(bench.installation, (access, events) => acceptPlanted(refusing, access, events));
    expect(await plantCanaries(tools)).toEqual({ kind: 'refused', code: 'FEED_MODE_REFUSED' });
    const present = async () => (await bench.installation.store.countSubjects(TESTING)).officer;
    expect(await present()).toBe(5);
    const dying = canaryTools(bench.installation, async () => Promise.reject(new Error('killed')));
    await expect(plantCanaries(dying)).rejects.toThrow('killed');
    await clear();
    expect(await present()).toBe(8);
    bench.clock.move(2 * HOUR_MS);
    await clear();
    expect(await present()).toBe(5);
    await plant();
    await clear();
    expect(await present()).toBe(8);
  });

  test('a snapshot of the register neither counts them nor lets them leave', async () => {
    await plant();
    expect(await bench.importRegister(registerOf(5))).toMatchObject({ joined: 0, left: 0, unchanged: 5 });
    await bench.screenAll();
    await settle();
    expect(await bench.status()).toMatchObject({ outcomes: { tasked: 3 } });
  });

  test('a real entry that looks like one of them concerns nobody', async () => {
    await plant();
    const zaak = { parketnummer: '16-000001-26', feiten: [factOf(1)] };
    const tijdstip = '2026-11-19T16:02:11+01:00';
    const message = { berichtId: 'B1', soort: 'nieuw', tijdstip, persoon: CANARIES[1]!.person, zaak };
    const header = { leveringId: 'D1', afzender: 'JDS', volgnummer: 1, aangemaakt: '2026-11-20T03:00:00+01:00' };
    await bench.deliver(ndjsonDelivery(header, [message]));
    await bench.screenAll();
    const real = await bench.installation.store.findDelivery(TESTING, 'JDS', 'D1' as never);
    expect(real).toMatchObject({ outcomes: { tasked: 0, cleared: 1 } });
  });
});

test('a planted entry that looks like an officer makes no task about them', async () => {
  const { row } = CANARIES[1]!;
  const { surname, givenNames } = row.identity;
  const officer = `officer_id,bsn,voornamen,voorletters,roepnaam,voorvoegsel,geslachtsnaam,voorvoegsel_partner,geslachtsnaam_partner,naamgebruik,geboortedatum,geboorteplaats,geboorteland,geslacht,aliassen
P1,,${givenNames},C.A.,,,${surname},,,E,1985-11-07,Utrecht,Nederland,,
`;
  await bench.importRegister(officer);
  await run();
  expect(await bench.status()).toMatchObject({ outcomes: { tasked: 3 } });
  expect(await bench.tasks()).toEqual([]);
  expect((await bench.installation.store.countTasks(TESTING)).byState).toEqual({ open: 3 });
});

/** The hits of each planted entry in a register of that size, everybody else in which is nobody like them. */
async function hitsAmong(size: number) {
  const index = createRegisterIndex(parseModel(readModelTables()));
  for (const [number, { row }] of CANARIES.entries()) {
    index.put({ ...row, subjectId: asId<SubjectId>(`S${number}`), version: 1 });
  }
  const priorPerEntry = (0.0005 * CANARIES.length) / size;
  const persons: PersonIdentity[] = [];
  for await (const event of eventsOf(
    bench.installation,
    Buffer.from(canaryDelivery(1, bench.clock.now())).toString(),
  )) {
    if (event.kind === 'entry' && event.entry.kind !== 'retraction') persons.push(event.entry.person);
  }
  return persons.map((person) => screenPerson(index, person, { priorPerEntry }));
}

test('each is found by another way through the matcher, also among a million', async () => {
  const hits = await hitsAmong(1_000_000);
  expect(hits.map((found) => found.map(({ subjectId }) => subjectId))).toEqual([['S0'], ['S1'], ['S2']]);
  const rules = hits.map(([hit]) => hit?.evidence.blockingRule);
  expect(new Set(rules).size).toBe(CANARIES.length);
});

test('nobody is planted in an empty register', async () => {
  expect(await plant()).toEqual({ kind: 'no_register' });
  expect(await bench.importRegister(registerOf(2))).toMatchObject({ joined: 2 });
  expect(await alarms()).toEqual([]);
});

test('no register file makes a test person of a real one', async () => {
  const [header = '', planted = '', real = ''] = registerOf(2).split('\n');
  const cells = planted.split(',');
  cells[header.split(',').indexOf('organisatie')] = ' Canary ';
  expect(await bench.importRegister([header, cells.join(','), real].join('\n'))).toMatchObject({
    ...{ joined: 1, rejected: 1 },
    rejections: [{ reasons: [{ code: 'INVALID_FIELD', field: 'organisatie' }] }],
  });
});
