import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WireMessage } from '../../../fixtures/wire/types.ts';
import { screenChunk } from '../../../jobs/screen/screen-chunk.ts';
import { openBench } from '../../support/bench.ts';
import { deliveryOf, factOf, messageOf, personOf, registerOf } from '../../support/small-world.ts';

const SUBJECTS = 3;
/** Persons 0–2 are subjects, 3 and 4 strangers. */
const PERSONS = 5;

const caseOf = (number: number) => `16-00000${number}-26`;

const drawnMessage = fc.record({
  case: fc.nat({ max: 3 }),
  person: fc.nat({ max: PERSONS - 1 }),
  facts: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  soort: fc.constantFrom('nieuw', 'wijziging', 'identiteit', 'verwijdering', 'verwijdering van feiten'),
});

function wireOf(drawn: readonly (typeof drawnMessage extends fc.Arbitrary<infer T> ? T : never)[]): WireMessage[] {
  return drawn.map(({ case: number, person, facts, soort }, at) => {
    const order = { berichtId: `M${at}`, tijdstip: new Date(Date.UTC(2026, 10, 19, 8, at)).toISOString() };
    const parketnummer = caseOf(number);
    if (soort === 'verwijdering') return { ...order, soort, zaak: { parketnummer } };
    if (soort === 'verwijdering van feiten') {
      return { ...order, soort: 'verwijdering', zaak: { parketnummer, feitnummers: facts } };
    }
    const feiten = facts.map((number_) => factOf(number_, number_ === 3 ? '310' : '272'));
    return messageOf(0, { ...order, soort, persoon: personOf(person), zaak: { parketnummer, feiten } });
  });
}

/** The tasks that are left when these deliveries came one after the other, their chunks screened in any order. */
async function tasksAfter(
  deliveries: readonly (readonly WireMessage[])[],
  chunkSize: number,
  turn: (chunk: number, of: number) => number,
): Promise<readonly string[]> {
  const bench = await openBench(chunkSize);
  try {
    await bench.importRegister(registerOf(SUBJECTS));
    for (const [index, lines] of deliveries.entries()) await bench.deliver(deliveryOf(index + 1, lines));
    const chunks = [...(await bench.chunks())];
    while (chunks.length > 0) {
      const [chunkId] = chunks.splice(turn(chunks.length, deliveries.length) % chunks.length, 1);
      await screenChunk(bench.tools, chunkId!);
    }
    const ledgers = await bench.installation.store.reconcile(
      { actor: { kind: 'system', name: 'cli' }, purpose: 'audit' },
      null,
    );
    expect(ledgers.every(({ balanced }) => balanced)).toBe(true);
    return await bench.tasks();
  } finally {
    await bench.dispose();
  }
}

const weeks = fc
  .array(drawnMessage, { minLength: 4, maxLength: 9 })
  .map(wireOf)
  .chain((messages) =>
    fc.record({
      messages: fc.constant(messages),
      arrival: fc
        .tuple(fc.shuffledSubarray(messages, { minLength: messages.length }), fc.subarray(messages))
        .map(([all, again]) => [...all, ...again]),
      cuts: fc.array(fc.nat({ max: messages.length }), { maxLength: 2 }),
      chunkSize: fc.integer({ min: 1, max: 4 }),
      turns: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
    }),
  );

function cutAt(messages: readonly WireMessage[], cuts: readonly number[]): readonly (readonly WireMessage[])[] {
  const ends = [...cuts.toSorted((a, b) => a - b), messages.length];
  return ends.map((end, index) => messages.slice(index === 0 ? 0 : ends[index - 1], end));
}

test('the same messages leave the same tasks: shuffled, repeated, split over deliveries, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(weeks, async ({ messages, arrival, cuts, chunkSize, turns }) => {
      const inOrder = await tasksAfter([messages], 200, () => 0);
      const anyhow = await tasksAfter(cutAt(arrival, cuts), chunkSize, (left) => turns[left % turns.length] ?? 0);
      expect(anyhow).toEqual(inOrder);
    }),
    { numRuns: 12 },
  );
}, 60_000);
