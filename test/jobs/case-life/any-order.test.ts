import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeSnapshot } from '../../../jobs/case-life/order.ts';
import { bury, buryRetracted, rerate } from '../../../jobs/case-life/retraction.ts';
import { applySnapshot } from '../../../jobs/case-life/snapshot.ts';
import { type CaseState, isWithdrawn, type Pair, stateOf } from '../../../jobs/case-life/state.ts';
import type { Fact } from '../../../src/domain/case.ts';
import { compareOrder, type Entry } from '../../../src/domain/entry.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import { ANNA, BERT, history, pair, retraction, snapshot } from './builders.ts';

/** Who a person of this surname is taken for. */
const HITS: Readonly<Record<string, readonly (typeof ANNA)[]>> = {
  Anders: [ANNA],
  Berends: [BERT],
  Beiden: [ANNA, BERT],
  Niemand: [],
};
/** Fact 1 is serious, fact 2 is not, fact 3 is irrelevant. */
const LEVELS: readonly RatingLevel[] = ['high', 'low', 'none'];

function levelOf(facts: readonly Fact[]): RatingLevel {
  return LEVELS[Math.min(...facts.map(({ factNumber }) => factNumber)) - 1] ?? 'none';
}

function pairsOf(state: CaseState, surname: string, facts: readonly Fact[]): readonly Pair[] {
  const hits = HITS[surname] ?? [];
  const involved = new Set([...hits, ...state.tasks.keys()]);
  const evidenceHash = `evidence-${surname}`;
  return [...involved].map((subjectId) => pair(levelOf(facts), { subjectId, evidenceHash }, hits.includes(subjectId)));
}

function receive(state: CaseState, entry: Entry): CaseState {
  if (entry.kind === 'retraction') {
    const buried = bury(state, entry);
    const facts = buried.content?.case.facts ?? [];
    return rerate(buried, pairsOf(buried, buried.content?.person.surname ?? '', facts));
  }
  const placement = placeSnapshot(entry, state.newestSnapshot, state.tombstones);
  if (placement.kind === 'retracted') return buryRetracted(state, entry);
  if (placement.kind === 'older') return state;
  const { facts } = placement;
  return applySnapshot(state, entry, facts, pairsOf(state, entry.person.surname, facts)).state;
}

/** The tasks that somebody has to look at, with their ratings. */
function queueOf(entries: readonly Entry[]): readonly string[] {
  const state = entries.reduce(receive, stateOf(history()));
  const live = [...state.tasks.values()].filter((task) => !isWithdrawn(task) && task.rating.level !== 'none');
  return live.map((task) => `${task.subjectId} ${task.rating.level}`).sort();
}

const factNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 });
const message = fc.oneof(
  { weight: 3, arbitrary: fc.record({ facts: factNumbers, surname: fc.constantFrom(...Object.keys(HITS)) }) },
  { weight: 1, arbitrary: fc.record({ retracted: fc.option(factNumbers) }) },
);
const histories = fc
  .array(message, { minLength: 1, maxLength: 7 })
  .map((messages): Entry[] =>
    messages.map((drawn, at) =>
      'retracted' in drawn ? retraction(at + 1, drawn.retracted) : snapshot(at + 1, drawn.facts, drawn.surname),
    ),
  );

test('the messages of a case leave the same queue in whatever order they arrive', () => {
  const shuffled = histories.chain((entries) =>
    fc.record({ entries: fc.constant(entries), arrival: fc.shuffledSubarray(entries, { minLength: entries.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ entries, arrival }) => {
      expect(queueOf(arrival)).toEqual(queueOf([...entries].sort(compareOrder)));
    }),
    { numRuns: 10_000 },
  );
});

test('a message that comes again changes nothing', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (entries, pick) => {
      const again = entries[pick % entries.length];
      if (again === undefined || again.kind === 'retraction') return;
      expect(queueOf([...entries, again])).toEqual(queueOf(entries));
    }),
    { numRuns: 2_000 },
  );
});
