import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Accepted, acceptDelivery } from '../../jobs/accept.ts';
import { intakeLimits } from '../../src/bin/intake-limits.ts';
import { asId, type DeliveryId } from '../../src/domain/ids.ts';
import { readDelivery } from '../../src/intake/delivery.ts';
import { errorSentence } from '../../src/texts/errors.ts';
import { ndjson, pieces } from '../intake/wire.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { messageOf, registerOf } from '../support/small-world.ts';
import type { BadLine } from './bad-line.ts';
import { BAD_HEADERS } from './files-bad-header.ts';
import { BAD_DOCUMENTS } from './files-bad-xml.ts';
import { BROKEN_FILES } from './files-not-as-promised.ts';
import { TOLERATED } from './files-tolerated.ts';
import { CASE_LINES } from './lines-bad-case.ts';
import { FIELD_LINES } from './lines-bad-field.ts';
import { DUPLICATE_KEY_LINES, UNREADABLE_LINES } from './lines-unreadable.ts';
import { BAD_MESSAGES } from './messages-bad-xml.ts';
import { PLANTED, tracesIn } from './traces.ts';
import { bericht, checksumOf, levering } from './xml.ts';

let bench: Bench;
const open = async (): Promise<void> => {
  bench = await openBench();
};
/** With a register, so that there is somebody to be found. */
const openWithRegister = async (): Promise<void> => {
  await open();
  await bench.importRegister(registerOf(20));
};
const close = () => bench.dispose();

function accept(bytes: AsyncIterable<Uint8Array>, sideFile: string | null = null): Promise<Accepted> {
  const { installation, acceptTools } = bench;
  return acceptDelivery(acceptTools, TESTING, readDelivery(bytes, intakeLimits(installation.config), sideFile));
}

const told = (reasons: readonly { readonly code: string; readonly field: string | null }[]): readonly string[] =>
  reasons.map(({ code, field }) => (field === null ? code : `${code} ${field}`));

describe.each([
  ['its header is wrong', BAD_HEADERS],
  ['it is not what its header says', BROKEN_FILES],
  ['its XML cannot be trusted', BAD_DOCUMENTS],
])('a delivery is refused as a whole, and nothing of it stays: %s', (_family, table) => {
  beforeAll(open);
  afterAll(close);

  test.each(table)('$what', async ({ bytes, sideFile, code, faults = [], params = {} }) => {
    const accepted = await accept(typeof bytes === 'function' ? bytes() : pieces(bytes), sideFile);
    expect(accepted).toMatchObject({ kind: 'refused', code, params });
    if (accepted.kind !== 'refused') return;
    expect(told(accepted.reasons)).toEqual(faults);
    expect(errorSentence({ code, params: accepted.params }, 'nl')).toMatch(/^[^{}]+\. [^{}]+$/);
    const { store } = bench.installation;
    for (const { state, received } of await store.listDeliveries(TESTING, { limit: 10 })) {
      expect({ state, received }).toEqual({ state: 'refused', received: 0 });
    }
    const alarms = await store.listAlarms(TESTING, 'open', 10);
    const raised = alarms.map((alarm) => `${alarm.code} ${alarm.params['code']}`);
    expect(raised).toContain(`DELIVERY_REFUSED ${code}`);
    expect(tracesIn(bench.dataFolder, PLANTED)).toEqual([]);
  });
});

/** Screens what was stored of the delivery that came last, and says what its lines became. */
async function outcomes(leveringId: string): Promise<readonly string[]> {
  const { store } = bench.installation;
  await bench.screenAll();
  const status = await store.findDelivery(TESTING, 'JDS', asId<DeliveryId>(leveringId));
  const lines = await store.lineOutcomes(TESTING, status!.deliveryKey, [1, 2, 3]);
  return lines.map(({ outcome, reason }) => `${outcome} ${reason}`);
}

/** Two good messages, each of a case of its own: of somebody in the register and of a stranger. */
function goodBeside(leveringId: string, sequence: number) {
  const [found, stranger] = [1, 900].map((number) => {
    const { zaak } = messageOf(number);
    const parketnummer = `16-${String(sequence * 1_000 + number).padStart(6, '0')}-26`;
    return messageOf(number, { berichtId: `${leveringId}-${number}`, zaak: { ...zaak, parketnummer } });
  });
  return { found: found!, stranger: stranger! };
}

/** What the bad line, the second of three, is quarantined for, and that the good ones beside it were screened. */
async function expectOneBad(leveringId: string, { reasons, messageId }: Pick<BadLine, 'reasons' | 'messageId'>) {
  const { store } = bench.installation;
  expect(await outcomes(leveringId)).toEqual([
    expect.stringMatching(/^tasked /),
    expect.stringMatching(/^quarantined /),
    'cleared no_hit',
  ]);
  const status = await store.findDelivery(TESTING, 'JDS', asId<DeliveryId>(leveringId));
  const [quarantined, ...others] = await store.listQuarantine(TESTING, status!.deliveryKey, 10);
  expect(others).toEqual([]);
  expect(quarantined).toMatchObject({ line: 2, messageId: messageId === undefined ? 'JDS-000000001' : messageId });
  expect(told(quarantined?.reasons ?? [])).toEqual(reasons);
  expect(tracesIn(bench.dataFolder, ['Johanna Maria', '999999011', '16-123456-26'])).toEqual([]);
}

/** A name for the delivery of a row that no other row has. */
const nameOf = (what: string): string => `T-${createHash('sha256').update(what).digest('hex').slice(0, 12)}`;

let sequence = 0;

describe.each([
  ['no JSON object', UNREADABLE_LINES],
  ['duplicate keys', DUPLICATE_KEY_LINES],
  ['bad fields', FIELD_LINES],
  ['bad cases', CASE_LINES],
])('a line is quarantined, and the good ones beside it go through: %s', (_family, table) => {
  beforeAll(openWithRegister);
  afterAll(close);

  test.each(table)('$what', async (row) => {
    const leveringId = nameOf(row.what);
    sequence += 1;
    const { found, stranger } = goodBeside(leveringId, sequence);
    const lines = [JSON.stringify(found), row.line, JSON.stringify(stranger)];
    const accepted = await accept(pieces(ndjson(lines, { leveringId, volgnummer: sequence })));
    expect(accepted.kind).toBe('accepted');
    await expectOneBad(leveringId, row);
  });
});

describe('a message in XML is quarantined, and the good ones beside it go through', () => {
  beforeAll(openWithRegister);
  afterAll(close);

  test.each(BAD_MESSAGES)('$what', async ({ what, bend, ...expected }) => {
    const leveringId = nameOf(what);
    sequence += 1;
    const { found, stranger } = goodBeside(leveringId, sequence);
    const messages = [found, bericht('JDS-000000001'), stranger];
    const good = levering(messages, { leveringId, volgnummer: sequence });
    const xml = good.replace(/<bericht>(?:(?!<\/bericht>)[\s\S])*JDS-000000001[\s\S]*?<\/bericht>/, (text) => {
      const start = text.lastIndexOf('<bericht>');
      return text.slice(0, start) + bend(text.slice(start));
    });
    expect(xml).not.toBe(good);
    const accepted = await accept(pieces(Buffer.from(xml)), checksumOf(xml));
    expect(accepted.kind).toBe('accepted');
    await expectOneBad(leveringId, expected);
  });
});

describe('what is odd but clear is taken in whole', () => {
  test.each(TOLERATED)('$what', async ({ bytes, sideFile }) => {
    await open();
    try {
      expect((await accept(pieces(bytes, 50), sideFile)).kind).toBe('accepted');
      expect(await outcomes('JDS-2026-000123')).toEqual(['cleared no_hit', expect.any(String)]);
      // What the tests above look for and may not find is there to be found when something was taken in.
      expect(tracesIn(bench.dataFolder, ['JDS-first'])).not.toEqual([]);
    } finally {
      await close();
    }
  });
});
