import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptDelivery } from '../../jobs/accept.ts';
import { recordVerdicts } from '../../jobs/alarms.ts';
import { verdict } from '../../src/alarms/verdict.ts';
import { createLogger } from '../../src/runtime/logger.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { eventsOf, TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';

const RANDOM_ID = expect.stringMatching(/^[0-9a-f-]{36}$/);

let bench: Bench;
let written: string[];
beforeEach(async () => {
  bench = await openBench();
  written = [];
});
afterEach(() => bench.dispose());

const logger = createLogger('info', { write: (line) => void written.push(line) });

/** The log so far, without what differs from run to run. */
const log = () => written.map((line) => ({ ...JSON.parse(line), pid: 0, time: '' }));
const logged = (level: 30 | 40, msg: string, fields: object) => ({ pid: 0, time: '', level, msg, ...fields });

const deliver = (text: string) =>
  acceptDelivery({ ...bench.acceptTools, logger }, TESTING, eventsOf(bench.installation, text));

describe('the log tells whoever watches it', () => {
  const GOOD = deliveryOf(1, [messageOf(1)]);

  test('of a refused delivery by code and id, of its alarm, and that it is over', async () => {
    await deliver(GOOD.replace('ambtsgeheim', 'Ambtsgeheim'));
    const refused = [
      logged(40, 'a delivery was refused', { code: 'CHECKSUM_MISMATCH', deliveryKey: RANDOM_ID }),
      logged(40, 'an alarm was raised', { code: 'DELIVERY_REFUSED', alarmId: RANDOM_ID }),
    ];
    expect(log()).toEqual(refused);
    await deliver(GOOD);
    expect(log()).toEqual([...refused, logged(30, 'an alarm is over', { code: 'DELIVERY_REFUSED' })]);
  });

  test('of one without a readable header, and of nothing that stands in it', async () => {
    await deliver('{"geslachtsnaam":"Xantippe","bsn":"123456782"}\n');
    expect(log()).toEqual([
      logged(40, 'a delivery was refused', { code: 'HEADER_INVALID' }),
      logged(40, 'an alarm was raised', { code: 'DELIVERY_REFUSED', alarmId: RANDOM_ID }),
    ]);
    expect(written.join('')).not.toMatch(/Xantippe|123456782/);
  });

  test('of an alarm that stands once more only when it is noted again', async () => {
    const gap = [verdict('stands', 'SEQUENCE_GAP', 'JDS', { sender: 'JDS', missing: '4' })];
    const look = () => recordVerdicts({ ...bench.installation, logger }, TESTING, gap);
    await look();
    await look();
    expect(log()).toEqual([logged(40, 'an alarm was raised', { code: 'SEQUENCE_GAP', alarmId: RANDOM_ID })]);
    bench.clock.move(2 * 3_600_000);
    await look();
    expect(log().slice(1)).toEqual([logged(40, 'an alarm stands', { code: 'SEQUENCE_GAP', alarmId: RANDOM_ID })]);
  });
});
