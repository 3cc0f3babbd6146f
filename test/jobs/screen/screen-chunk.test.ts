import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { csvRegister } from '../../../fixtures/wire/register-files.ts';
import type { WireMessage } from '../../../fixtures/wire/types.ts';
import { screenChunk } from '../../../jobs/screen/screen-chunk.ts';
import { type Bench, openBench } from '../../support/bench.ts';
import { TESTING } from '../../support/own-installation.ts';
import {
  deliveryOf,
  factOf,
  messageOf,
  officerOf,
  personOf,
  registerOf,
  registerRow,
} from '../../support/small-world.ts';

const FOUR_YEARS_MS = 4 * 366 * 24 * 60 * 60 * 1_000;
const STRANGER = 900;
const CASE = { parketnummer: '16-424242-26', feiten: [factOf(1)] };

let bench: Bench;
let deliveries: number;
beforeEach(async () => {
  bench = await openBench();
  deliveries = 0;
  await bench.importRegister(registerOf(5));
});
afterEach(() => bench.dispose());

/** Takes a delivery in and screens it; answers outcome and reason of each line. */
async function screen(...lines: readonly (object | string)[]): Promise<readonly string[]> {
  deliveries += 1;
  await bench.deliver(deliveryOf(deliveries, lines));
  await bench.screenAll();
  const { deliveryKey } = await bench.status();
  const numbers = lines.map((_, index) => index + 1);
  const ends = await bench.installation.store.lineOutcomes(TESTING, deliveryKey, numbers);
  return ends.map(({ outcome, reason }) => `${outcome} ${reason}`);
}

/** A message of the case in a row of them: the later in the row, the later it was sent. */
function message(step: number, parts: Partial<WireMessage>): WireMessage {
  const second = String(step).padStart(2, '0');
  const sent = { berichtId: `M${step}`, tijdstip: `2026-11-19T16:02:${second}+01:00` };
  return messageOf(1, { ...sent, zaak: CASE, ...parts });
}

/** Every row of a table, with the columns that hold something. */
function rowsOf(table: 'lines' | 'cases' | 'hits' | 'tasks'): readonly Readonly<Record<string, unknown>>[] {
  const database = new Sqlite(join(bench.dataFolder, 'screening.db'), { readonly: true });
  try {
    const rows = database.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  } finally {
    database.close();
  }
}

describe('one entry', () => {
  test('about a subject becomes a task with its rating', async () => {
    expect(await screen(message(1, {}))).toEqual(['tasked new_task']);
    expect(await bench.tasks()).toEqual([expect.stringMatching(`^16-424242-26 ${officerOf(1)} strong open M1 high `)]);
  });

  test('about nobody leaves in the ledger what promise P4 lists and nothing else anywhere', async () => {
    expect(await screen(messageOf(STRANGER))).toEqual(['cleared no_hit']);
    expect(rowsOf('lines')).toEqual([
      {
        delivery_key: expect.any(String),
        line: 1,
        message_id: 'B000900',
        content_hash: expect.stringMatching(/^[\w+/=-]{32,}$/),
        case_hash: expect.stringMatching(/^[\w+/=-]{32,}$/),
        occurred_at: Date.parse('2026-11-19T16:02:11+01:00'),
        outcome: 'cleared',
        reason: 'no_hit',
        decided_at: bench.clock.now(),
      },
    ]);
    expect([rowsOf('cases'), rowsOf('hits'), rowsOf('tasks')]).toEqual([[], [], []]);
  });

  test('about two subjects alike becomes a task of each, and none closes the other', async () => {
    const twin = { ...registerRow(1), officer_id: 'TWIN', bsn: '' };
    await bench.importRegister(csvRegister([twin], ','), 'changes');
    expect(await screen(message(1, { persoon: { ...personOf(1), bsn: null } }))).toEqual(['tasked new_task']);
    const officers = (await bench.tasks()).map((task) => task.split(' ')[1]);
    expect(officers).toEqual([officerOf(1), 'TWIN']);
  });

  test('is out of scope on a day on which no basis is in force', async () => {
    bench.clock.move(-FOUR_YEARS_MS);
    expect(await screen(message(1, {}))).toEqual(['cleared out_of_scope']);
    expect([rowsOf('cases'), rowsOf('hits'), rowsOf('tasks')]).toEqual([[], [], []]);
  });

  test('about somebody who left is no hit', async () => {
    await bench.importRegister(registerOf(1));
    expect(await screen(message(1, {}))).toEqual(['cleared no_hit']);
  });
});

describe('later messages of a case', () => {
  const acquitted = {
    ...factOf(1),
    beslissingen: [
      {
        ...{ soort: 'vonnis', uitspraak: 'vrijspraak', instantie: 'Rechtbank Midden-Nederland', aanleg: 1 },
        ...{ datum: '2026-11-18', onherroepelijkDatum: '2026-11-18', sepotcode: null, voorwaarden: null },
        ...{ voldaan: null, straffen: [] },
      },
    ],
  };
  const update = message(2, { soort: 'wijziging', zaak: { ...CASE, feiten: [acquitted] } });
  const correction = message(2, { soort: 'identiteit', persoon: personOf(2) });
  const { persoon: _, ...retraction } = message(2, {
    soort: 'verwijdering',
    zaak: { parketnummer: CASE.parketnummer },
  });

  test('re-rate its task', async () => {
    await screen(message(1, {}));
    expect(await screen(update)).toEqual(['tasked existing_task']);
    expect(await bench.tasks()).toEqual([expect.stringMatching(`^16-424242-26 ${officerOf(1)} strong open M2 `)]);
    expect((await bench.tasks())[0]).not.toContain(' high ');
  });

  test('do nothing when they are older than what the case has', async () => {
    await screen(update);
    const before = await bench.tasks();
    expect(await screen(message(1, {}))).toEqual(['superseded older']);
    expect(await bench.tasks()).toEqual(before);
  });

  test('move it to another subject when the person was corrected', async () => {
    await screen(message(1, {}));
    expect(await screen(correction)).toEqual(['tasked new_task']);
    const open = (await bench.tasks()).filter((task) => task.includes(' open '));
    expect(open).toEqual([expect.stringContaining(officerOf(2))]);
  });

  test('withdraw its task and erase the case when it is retracted, whichever comes first', async () => {
    await screen(message(1, {}));
    expect(await screen(retraction)).toEqual(['withdrawn retraction']);
    expect(await bench.tasks()).toEqual([]);
    expect(rowsOf('lines').map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn']);
    expect(rowsOf('cases').filter((row) => 'content' in row)).toEqual([]);
    expect(await screen(message(1, { berichtId: 'M0' }))).toEqual(['superseded older']);
  });

  test('in one chunk that take its task away again leave no task and a ledger that closes', async () => {
    const nobody = message(2, { soort: 'correctie', persoon: personOf(STRANGER) });
    expect(await screen(message(1, {}), nobody)).toEqual(['superseded older', 'cleared no_hit']);
    expect([rowsOf('cases'), rowsOf('hits'), rowsOf('tasks')]).toEqual([[], [], []]);
    expect(await bench.installation.store.reconcile(TESTING, null)).toEqual([
      expect.objectContaining({ balanced: true }),
    ]);
  });

  test('in one chunk that retract it withdraw them all', async () => {
    expect(await screen(message(1, {}), retraction)).toEqual(['withdrawn retraction', 'withdrawn retraction']);
    expect(await bench.tasks()).toEqual([]);
  });

  test('in one chunk end as in several', async () => {
    expect(await screen(message(1, {}), correction, messageOf(STRANGER))).toEqual([
      'tasked new_task',
      'tasked new_task',
      'cleared no_hit',
    ]);
    expect(await bench.tasks()).toEqual([expect.stringContaining(`${officerOf(2)} strong open M2`)]);
  });
});

test('a chunk that was screened is not screened again', async () => {
  await bench.deliver(deliveryOf(1, [message(1, {})]));
  const [chunkId] = await bench.chunks();
  expect(await screenChunk(bench.tools, chunkId!)).toEqual({ kind: 'screened', unscreened: 0 });
  expect(await screenChunk(bench.tools, chunkId!)).toMatchObject({ kind: 'nothing_to_do' });
  expect(await bench.tasks()).toHaveLength(1);
});
