import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../src/domain/account.ts';
import type { ReviewTask } from '../../src/review/review-task.ts';
import { isIdentityAnswered, seesRatingInList, visibleDispositions } from '../../src/review/visibility.ts';
import { ANNE, BRAM, CARO, SENIOR } from './people.ts';
import { told } from './stories.ts';
import { freshTask } from './tasks.ts';

const HIGH = freshTask({ rating: 'high' });
const SAMPLED = freshTask({ sampled: true });
const EQUAL_BSN = freshTask({ bsnState: 'equal' });

/** After the story, who may see B, who sees the rating in a list, and how many verdicts each may see. */
interface Row {
  readonly start: ReviewTask;
  readonly story: string;
  /** Of Anne, Bram, Caro and the senior. */
  readonly seesB: readonly boolean[];
  readonly verdictsSeen: readonly number[];
}

const TABLE: readonly Row[] = [
  { start: HIGH, story: 'anne claims', seesB: [false, false, false, false], verdictsSeen: [0, 0, 0, 0] },
  { start: HIGH, story: 'anne claims; anne same', seesB: [true, true, true, true], verdictsSeen: [1, 1, 1, 1] },
  {
    start: HIGH,
    story: 'anne claims; anne same; anne not-relevant',
    seesB: [true, true, true, true],
    verdictsSeen: [2, 2, 2, 2],
  },
  // Dismissed: nobody ever sees B.
  {
    start: EQUAL_BSN,
    story: 'anne claims; anne someone-else',
    seesB: [false, false, false, false],
    verdictsSeen: [1, 1, 1, 1],
  },
  // A dismissed `high` looks like the sample: blind.
  {
    start: HIGH,
    story: 'anne claims; anne someone-else',
    seesB: [false, false, false, false],
    verdictsSeen: [1, 0, 0, 0],
  },
  // Blind: only who gave the first answers, and who has answered A again.
  {
    start: SAMPLED,
    story: 'anne claims; anne same; anne propose',
    seesB: [true, false, false, false],
    verdictsSeen: [2, 0, 0, 0],
  },
  {
    start: SAMPLED,
    story: 'anne claims; anne same; anne propose; bram claims; bram same',
    seesB: [true, true, false, false],
    verdictsSeen: [3, 1, 0, 0],
  },
  {
    start: SAMPLED,
    story: 'anne claims; anne same; anne propose; bram claims; bram same; bram propose',
    seesB: [true, true, true, true],
    verdictsSeen: [4, 4, 4, 4],
  },
  // Two disagree: from here on everything is open to who may see the task.
  {
    start: SAMPLED,
    story: 'anne claims; anne same; anne propose; bram claims; bram someone-else',
    seesB: [true, true, true, true],
    verdictsSeen: [3, 3, 3, 3],
  },
  // Changed identity evidence closes B again; a later entry without it does not.
  {
    start: HIGH,
    story: 'anne claims; anne same; anne watch; entry new-identity',
    seesB: [false, false, false, false],
    verdictsSeen: [2, 2, 2, 2],
  },
  {
    start: HIGH,
    story: 'anne claims; anne same; anne watch; entry brings-back',
    seesB: [true, true, true, true],
    verdictsSeen: [2, 2, 2, 2],
  },
];

const ACCOUNTS: readonly Account[] = [ANNE, BRAM, CARO, SENIOR];

describe('what an account may see', () => {
  test.each(TABLE)('$story', ({ start, story, seesB, verdictsSeen }) => {
    const { task } = told(start, story);
    expect(ACCOUNTS.map((account) => isIdentityAnswered(task, account))).toEqual(seesB);
    expect(ACCOUNTS.map((account) => visibleDispositions(task, account).length)).toEqual(verdictsSeen);
  });

  test('a list shows a rating to seniors always, to others as soon as they may see B', () => {
    expect([ANNE, SENIOR].map((account) => seesRatingInList(HIGH, account))).toEqual([false, true]);
    const { task } = told(HIGH, 'anne claims; anne same');
    expect(seesRatingInList(task, BRAM)).toBe(true);
  });
});
