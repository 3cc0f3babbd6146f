import { expect, test } from '@jest/globals';
import { asEpochMs, asId, type TaskId } from '../../src/domain/ids.ts';
import type { RatingLevel } from '../../src/domain/rating.ts';
import type { RelevanceVerdict, TaskState } from '../../src/domain/task.ts';
import { comesBack } from '../../src/review/life.ts';
import { compareRank } from '../../src/review/ranking.ts';

type Row = readonly [TaskState, RelevanceVerdict | null, before: RatingLevel, after: RatingLevel, comesBack: boolean];

const COMES_BACK: readonly Row[] = [
  // Waiting ends with any entry.
  ['waiting', 'watch', 'low', 'low', true],
  ['waiting', null, 'low', 'none', true],
  // Not relevant: only what became more serious.
  ['closed', 'not_relevant', 'low', 'high', true],
  ['closed', 'not_relevant', 'low', 'low', false],
  ['closed', 'not_relevant', 'high', 'low', false],
  // Proposed: only what became less serious, such as an acquittal.
  ['closed', 'propose_investigation', 'high', 'none', true],
  ['closed', 'propose_investigation', 'high', 'high', false],
  ['closed', 'propose_investigation', 'medium', 'high', false],
  // Dismissed as somebody else, on the same evidence.
  ['closed', null, 'low', 'high', false],
  // An answer that waits for a second look is no different from a closed one.
  ['second_look', 'not_relevant', 'low', 'high', true],
  ['second_look', null, 'low', 'high', false],
  ['withdrawn', null, 'low', 'low', true],
  ['withdrawn', null, 'high', 'none', false],
  // In the queue already.
  ['open', null, 'low', 'high', false],
  ['claimed', null, 'low', 'high', false],
  ['identity_decided', null, 'low', 'high', false],
];

test.each(COMES_BACK)('%s, %s, rated %s, now %s: %s', (state, answered, before, after, expected) => {
  expect(comesBack(state, answered, before, after)).toBe(expected);
});

test('the queue is ordered by rating, then by waiting time, then by nothing that means anything', () => {
  const ranked = (rating: RatingLevel, createdAt: number, taskId: string) => ({
    rating,
    createdAt: asEpochMs(createdAt),
    taskId: asId<TaskId>(taskId),
  });
  const inOrder = [
    ranked('high', 2, 'd'),
    ranked('medium', 1, 'b'),
    ranked('medium', 1, 'c'),
    ranked('medium', 3, 'a'),
    ranked('none', 0, 'e'),
  ];
  expect(inOrder.toReversed().sort(compareRank)).toEqual(inOrder);
  expect(compareRank(inOrder[0]!, inOrder[0]!)).toBe(0);
});
