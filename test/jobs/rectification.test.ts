import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { csvRegister } from '../../fixtures/wire/register-files.ts';
import type { WireMessage } from '../../fixtures/wire/types.ts';
import { renewRatings } from '../../jobs/renew-ratings.ts';
import type { Access } from '../../src/domain/access.ts';
import { asId } from '../../src/domain/ids.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, factOf, messageOf, officerOf, registerOf, registerRow } from '../support/small-world.ts';

const PARKETNUMMER = '16-424242-26';
/** Simple insult: of another tier than the official secret that `factOf` is about. */
const CORRECTED = { ...factOf(1, '266'), kwalificatie: 'eenvoudige belediging' };

let bench: Bench;
let senior: Access;
beforeEach(async () => {
  bench = await openBench();
  await bench.importRegister(registerOf(3));
  const account = await bench.installation.store.accountByName(TESTING, 'senior');
  senior = { actor: { kind: 'account', accountId: account!.accountId }, purpose: 'answer_data_subject' };
  await deliver(1, {});
});
afterEach(() => bench.dispose());

async function deliver(step: number, parts: Partial<WireMessage>): Promise<void> {
  const sent = { berichtId: `M${step}`, tijdstip: `2026-11-19T16:02:1${step}+01:00` };
  const zaak = { parketnummer: PARKETNUMMER, feiten: [factOf(1)] };
  await bench.deliver(deliveryOf(step, [messageOf(1, { ...sent, zaak, ...parts })]));
  await bench.screenAll();
}

async function ratings(): Promise<readonly string[]> {
  const page = await bench.installation.store.listTasks(senior, { limit: 9 }, bench.clock.now());
  return page.tasks.map(({ revealed }) => `${revealed?.rating} ${revealed?.ruleId}`);
}

test('what the source corrects is rated anew, and the report on the subject tells both messages', async () => {
  expect(await ratings()).toEqual(['high T1-D1-F0']);
  await deliver(2, { soort: 'correctie', zaak: { parketnummer: PARKETNUMMER, feiten: [CORRECTED] } });
  expect(await ratings()).toEqual(['low T3-D1-F0']);
  const report = await bench.installation.store.subjectReport(
    senior,
    asId(officerOf(1)),
    'rectification',
    bench.clock.now(),
  );
  if (report.kind === 'refused') throw new Error(report.refusal);
  expect(report.cases.map(({ received }) => received.map(({ messageId }) => messageId))).toEqual([['M1', 'M2']]);
});

test('what personnel affairs correct is rated anew', async () => {
  await deliver(2, { soort: 'correctie', zaak: { parketnummer: PARKETNUMMER, feiten: [CORRECTED] } });
  const rows = [0, 1, 2].map((number) => registerRow(number, number === 1 ? { functieklasse: 'verhoogd_risico' } : {}));
  await bench.importRegister(csvRegister(rows, ','));
  await renewRatings(bench.installation.store, bench.tools.relevance, bench.clock);
  expect(await ratings()).toEqual(['medium T3-D1-F1']);
});

test('an entry that turns out never to have been about anybody here leaves nothing but the shell of its task', async () => {
  await deliver(2, { soort: 'identiteit', persoon: messageOf(900).persoon! });
  const report = await bench.installation.store.subjectReport(
    senior,
    asId(officerOf(1)),
    'rectification',
    bench.clock.now(),
  );
  if (report.kind === 'refused') throw new Error(report.refusal);
  expect(report.cases).toMatchObject([{ caseNumber: null, facts: null, hit: null, task: { state: 'withdrawn' } }]);
});
