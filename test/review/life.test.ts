import { expect, test } from '@jest/globals';
import { asEpochMs, asId, type TaskId } from '../../src/domain/ids.ts';
import type { RatingLevel } from '../../src/domain/rating.ts';
import type { IdentityVerdict, RelevanceVerdict, TaskState } from '../../src/domain/task.ts';
import { type EntryEffect, type EntryNews, effectOfEntry } from '../../src/review/life.ts';
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
  const task = { state, identity: null, relevance: answered, rating: before };
  const news = { rating: after, evidence: false, substance: true };
  expect(effectOfEntry(task, news)).toEqual({ reopen: expected, askIdentityAgain: false });
});

type Other = readonly [says: string, TaskState, IdentityVerdict | null, news: Partial<EntryNews>, EntryEffect];
const NOTHING: EntryEffect = { reopen: false, askIdentityAgain: false };
const BOTH: EntryEffect = { reopen: true, askIdentityAgain: true };

const OTHER_NEWS: readonly Other[] = [
  ['the end of a sentence ends no waiting', 'waiting', null, { substance: false }, NOTHING],
  ['nor does it bring back what was closed', 'closed', 'same_person', { substance: false, rating: 'high' }, NOTHING],
  [
    'but a withdrawn task comes back with any hit',
    'withdrawn',
    null,
    { substance: false },
    { ...NOTHING, reopen: true },
  ],
  ['another person brings back a dismissal', 'closed', 'someone_else', { evidence: true }, BOTH],
  [
    'and what waits for an answer about the person',
    'waiting',
    'cannot_tell',
    { evidence: true, substance: false },
    BOTH,
  ],
  [
    'and asks A again of a task in hand',
    'identity_decided',
    'same_person',
    { evidence: true },
    { ...BOTH, reopen: false },
  ],
  ['but not where A was never answered', 'open', null, { evidence: true }, NOTHING],
];

test.each(OTHER_NEWS)('%s', (_says, state, identity, news, effect) => {
  const task = { state, identity, relevance: identity === 'same_person' ? ('not_relevant' as const) : null };
  const told = { rating: 'low' as const, evidence: false, substance: true, ...news };
  expect(effectOfEntry({ ...task, rating: 'low' }, told)).toEqual(effect);
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
