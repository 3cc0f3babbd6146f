import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../src/domain/account.ts';
import { turnOf } from '../../src/review/turn.ts';
import { ANNE, BRAM, CARO, SENIOR } from './people.ts';
import { told } from './stories.ts';
import { freshTask, MONDAY } from './tasks.ts';

const HIGH = freshTask({ rating: 'high' });
const EQUAL_BSN = freshTask({ bsnState: 'equal' });
const SAMPLED = freshTask({ sampled: true });
const DISAGREED = 'anne claims; anne someone-else; bram claims; bram same';

/** The start, the story, who looks: the question for them, why they cannot take it, why it is looked at again. */
const TURNS: readonly (readonly [
  start: typeof HIGH,
  story: string,
  who: Account,
  question: string | null,
  refusal: string | null,
  why: string | null,
])[] = [
  [HIGH, 'anne claims', ANNE, 'identity', null, null],
  [HIGH, 'anne claims', BRAM, null, 'claimed_by_another', null],
  [HIGH, 'anne claims; anne releases', BRAM, null, null, null],
  [HIGH, 'anne claims; anne releases', SENIOR, null, 'role_forbids', null],
  [HIGH, 'anne claims; anne same', ANNE, 'relevance', null, null],
  // A blind look must not give the rating away, neither to who answered first nor to who looks.
  [HIGH, 'anne claims; anne someone-else', ANNE, null, 'same_reviewer', null],
  [HIGH, 'anne claims; anne someone-else; bram claims', BRAM, 'identity', null, null],
  [SAMPLED, 'anne claims; anne someone-else; bram claims', BRAM, 'identity', null, null],
  [SAMPLED, 'anne claims; anne same; anne propose; bram claims', BRAM, 'identity', null, null],
  [SAMPLED, 'anne claims; anne same; anne propose; bram claims; bram same', BRAM, 'relevance', null, 'sample'],
  [HIGH, 'anne claims; anne same; anne not-relevant', CARO, null, null, 'high_not_proposed'],
  [EQUAL_BSN, 'anne claims; anne someone-else; bram claims', BRAM, 'identity', null, 'someone_else_equal_bsn'],
  [HIGH, DISAGREED, CARO, null, 'role_forbids', 'disagreement'],
  [HIGH, `${DISAGREED}; senior claims`, SENIOR, 'identity', null, 'disagreement'],
  [HIGH, 'anne claims; anne same; anne propose', ANNE, null, 'wrong_state', null],
];

describe('a turn', () => {
  test.each(TURNS)(
    '%#: says what can be done, and nothing that may not be known yet',
    (start, story, who, question, refusalToClaim, lookingAgainFor) => {
      const turn = turnOf(told(start, story).task, who, MONDAY);
      expect(turn).toMatchObject({ question, refusalToClaim, lookingAgainFor });
      expect(turn.heldUntil === null).toBe(question === null);
    },
  );
});
