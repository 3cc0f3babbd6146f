import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type DeliveryId } from '../../src/domain/ids.ts';
import { ndjson } from '../intake/wire.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { registerOf } from '../support/small-world.ts';
import { SCENES, type SceneDelivery } from './scenes.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importRegister(registerOf(20));
});
afterEach(() => bench.dispose());

const senderOf = ({ sender = 'JDS' }: SceneDelivery): string => sender;

async function answerTo(delivery: SceneDelivery): Promise<string> {
  const { id, number, messages, broken } = delivery;
  const header = { leveringId: id, afzender: senderOf(delivery), volgnummer: number };
  const lines = messages.map((message) => JSON.stringify(message));
  const file = ndjson(lines, { ...header, ...(broken && { sha256: '0'.repeat(64) }) });
  const accepted = await bench.deliver(file.toString());
  return accepted.kind === 'refused' ? `refused ${accepted.code}` : accepted.kind;
}

async function outcomesOf(delivery: SceneDelivery): Promise<readonly string[]> {
  const { store } = bench.installation;
  const status = await store.findDelivery(TESTING, senderOf(delivery), asId<DeliveryId>(delivery.id));
  const numbers = delivery.messages.map((_, index) => index + 1);
  const lines = await store.lineOutcomes(TESTING, status!.deliveryKey, numbers);
  return lines.map(({ outcome, reason }) => `${outcome} ${reason}`);
}

async function standingAlarms(): Promise<readonly string[]> {
  const alarms = await bench.installation.store.listAlarms(TESTING, 'open', 100);
  return alarms.map(({ code, about, params }) => [code, about, params['missing']].filter(Boolean).join(' ')).sort();
}

describe('deliveries that do not go together, or not in this order', () => {
  test.each(SCENES)('$what', async ({ deliveries, answers, outcomes, alarms }) => {
    const given: string[] = [];
    for (const delivery of deliveries) {
      given.push(await answerTo(delivery));
      await bench.screenAll();
    }
    expect(given).toEqual(answers);
    const accepted = deliveries.filter((_, index) => answers[index] === 'accepted');
    expect(await Promise.all(accepted.map(outcomesOf))).toEqual(outcomes);
    expect(await standingAlarms()).toEqual(alarms);
    for (const ledger of await bench.installation.store.reconcile(TESTING, null)) {
      expect({ faults: ledger.faults, unscreened: ledger.unscreened }).toEqual({ faults: [], unscreened: 0 });
    }
  });
});
