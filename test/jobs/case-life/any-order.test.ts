import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TaskOfCase } from '../../../db/contract/chunks.ts';
import { type CaseState, stateOf } from '../../../jobs/case-life/state.ts';
import { compareOrder, type Entry } from '../../../src/domain/entry.ts';
import { compareRating, type RatingLevel } from '../../../src/domain/rating.ts';
import { history, retraction, snapshot } from './builders.ts';
import { HITS, queueOf, receive, storeAndRead } from './model.ts';

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
const shuffled = histories.chain((entries) =>
  fc.record({ entries: fc.constant(entries), arrival: fc.shuffledSubarray(entries, { minLength: entries.length }) }),
);

test('the messages of a case leave the same queue in whatever order they arrive', () => {
  fc.assert(
    fc.property(shuffled, ({ entries, arrival }) => {
      expect(queueOf(inOneChunk(arrival))).toEqual(queueOf(inOneChunk(inOrder(entries))));
    }),
    { numRuns: 10_000 },
  );
});

test('a message that comes again changes nothing', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (entries, pick) => {
      const again = entries[pick % entries.length];
      if (again === undefined || again.kind === 'retraction') return;
      expect(queueOf(inOneChunk([...entries, again]))).toEqual(queueOf(inOneChunk(entries)));
    }),
    { numRuns: 2_000 },
  );
});

/** What a reviewer may have made of a task between two messages; null is nothing. */
const VERDICTS = [
  null,
  { state: 'claimed' },
  { state: 'identity_decided', identity: 'same_person' },
  { state: 'waiting', identity: 'cannot_tell' },
  { state: 'closed', identity: 'same_person', relevance: 'not_relevant' },
  { state: 'closed', identity: 'same_person', relevance: 'propose_investigation' },
] as const;
const verdicts = fc.array(fc.constantFrom(...VERDICTS), { minLength: 7, maxLength: 7 });

test('reviewers at work between the messages neither lose a task nor keep one that became graver closed', () => {
  fc.assert(
    fc.property(shuffled, verdicts, ({ entries, arrival }, given) => {
      const closedAt = new Map<string, RatingLevel>();
      const review =
        (verdict: (typeof VERDICTS)[number]) =>
        (task: TaskOfCase): TaskOfCase => {
          if (verdict === null || task.state !== 'open') return task;
          closedAt.set(task.subjectId, task.rating.level);
          return { ...task, ...verdict };
        };
      const end = arrival.reduce(
        (state, entry, step) => storeAndRead(receive(state, entry), review(given[step] ?? null)),
        stateOf(history()),
      );
      expect(queueOf(end)).toEqual(queueOf(inOneChunk(inOrder(entries))));
      for (const { read, rating, subjectId } of storeAndRead(end, asWritten).tasks.values()) {
        if (read?.state !== 'closed' || read.relevance !== 'not_relevant') continue;
        expect(compareRating(rating.level, closedAt.get(subjectId) ?? 'high')).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 10_000 },
  );
});
