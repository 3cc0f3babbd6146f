import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TaskOfCase } from '../../../db/contract/chunks.ts';
import { type CaseState, stateOf } from '../../../jobs/case-life/state.ts';
import { compareOrder, type Entry } from '../../../src/domain/entry.ts';
import { compareRating, type RatingLevel } from '../../../src/domain/rating.ts';
import { history, retraction, snapshot } from './builders.ts';
import { HITS, queueByRule, queueOf, receive, storeAndRead } from './model.ts';

const HISTORIES = 10_000;
/** Any other finds the same; a fixed one lets a failure of one machine be seen on another. */
const SEED = 20_261_120;

const asWritten = (task: TaskOfCase): TaskOfCase => task;
const inOneChunk = (entries: readonly Entry[]): CaseState => entries.reduce(receive, stateOf(history()));
const inOrder = (entries: readonly Entry[]): Entry[] => [...entries].sort(compareOrder);

const factNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 });
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
/** Every message in any order, some of them again, and after which of them a chunk ends. */
const shuffled = histories.chain((entries) =>
  fc
    .subarray(entries)
    .chain((again) => fc.shuffledSubarray([...entries, ...again], { minLength: entries.length + again.length }))
    .chain((arrival) =>
      fc.record({
        ...{ entries: fc.constant(entries), arrival: fc.constant(arrival) },
        endsChunk: fc.array(fc.boolean(), { minLength: arrival.length, maxLength: arrival.length }),
      }),
    ),
);

test('the messages of a case leave the same queue: shuffled, repeated, and split over chunks', () => {
  fc.assert(
    fc.property(shuffled, ({ entries, arrival, endsChunk }) => {
      const end = arrival.reduce((state, entry, at) => {
        const next = receive(state, entry);
        return endsChunk[at] === true ? storeAndRead(next, asWritten) : next;
      }, stateOf(history()));
      expect(queueOf(end)).toEqual(queueOf(inOneChunk(inOrder(entries))));
      expect(queueOf(end)).toEqual(queueByRule(entries));
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
});

/** What a reviewer may have made of a task between two messages; null is nothing. */
const VERDICTS = [
  null,
  { state: 'claimed' },
  { state: 'identity_decided', identity: 'same_person' },
  { state: 'waiting', identity: 'cannot_tell' },
  { state: 'closed', identity: 'same_person', relevance: 'not_relevant' },
  { state: 'second_look', identity: 'same_person', relevance: 'not_relevant' },
  { state: 'closed', identity: 'same_person', relevance: 'propose_investigation' },
] as const;
type Verdict = Exclude<(typeof VERDICTS)[number], null>;

/** A task that came back with question A answered is only asked B. */
function isUpFor({ state }: TaskOfCase, verdict: Verdict): boolean {
  return state === 'open' || (state === 'identity_decided' && 'relevance' in verdict);
}
const verdicts = fc.array(fc.constantFrom(...VERDICTS), { minLength: 14, maxLength: 14 });

test('reviewers at work between the messages neither lose a task nor keep one that became graver closed', () => {
  fc.assert(
    fc.property(shuffled, verdicts, ({ entries, arrival }, given) => {
      const closedAt = new Map<string, RatingLevel>();
      const review =
        (verdict: (typeof VERDICTS)[number]) =>
        (task: TaskOfCase): TaskOfCase => {
          if (verdict === null || !isUpFor(task, verdict)) return task;
          closedAt.set(task.subjectId, task.rating.level);
          const answered = 'relevance' in verdict ? { answeredRating: task.rating.level } : {};
          return { ...task, ...verdict, ...answered };
        };
      const end = arrival.reduce(
        (state, entry, step) => storeAndRead(receive(state, entry), review(given[step] ?? null)),
        stateOf(history()),
      );
      expect(queueOf(end)).toEqual(queueOf(inOneChunk(inOrder(entries))));
      for (const { read, rating, subjectId } of storeAndRead(end, asWritten).tasks.values()) {
        if (read === null || read.relevance !== 'not_relevant' || read.state === 'withdrawn') continue;
        expect(compareRating(rating.level, closedAt.get(subjectId) ?? 'high')).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
});
