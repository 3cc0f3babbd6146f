import { describe, expect, test } from '@jest/globals';
import { told } from './stories.ts';
import { freshTask } from './tasks.ts';

const STARTS = {
  ordinary: freshTask(),
  strong: freshTask({ band: 'strong' }),
  high: freshTask({ rating: 'high' }),
  low: freshTask({ rating: 'low' }),
  'equal bsn': freshTask({ bsnState: 'equal' }),
  sampled: freshTask({ sampled: true }),
};

/** What happens to a task, step by step, and how it ends. The words are those of `stories.ts`. */
type Row = readonly [start: keyof typeof STARTS, story: string, ends: string];

const ONE_REVIEWER: readonly Row[] = [
  ['ordinary', 'anne claims', 'claimed'],
  ['ordinary', 'anne claims; anne releases', 'open'],
  ['ordinary', 'anne claims; anne same', 'identity_decided'],
  ['ordinary', 'anne claims; anne same; anne releases', 'identity_decided'],
  ['ordinary', 'anne claims; anne same; anne not-relevant', 'closed'],
  ['ordinary', 'anne claims; anne same; anne watch', 'waiting'],
  ['ordinary', 'anne claims; anne same; anne propose', 'closed'],
  ['ordinary', 'anne claims; anne someone-else', 'closed'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-12-01', 'waiting'],
  ['ordinary', 'anne claims; anne same; anne releases; bram claims; bram propose', 'closed'],
  // B before A, A twice, and answers to what is over.
  ['ordinary', 'anne claims; anne not-relevant', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne same; anne same', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne someone-else; anne same', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne someone-else; anne claims', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne someone-else; anne releases', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-12-01; bram claims', 'refused: wrong_state'],
];

const CLAIMS: readonly Row[] = [
  ['ordinary', 'anne same', 'refused: not_claimed'],
  ['ordinary', 'anne releases', 'refused: not_claimed'],
  ['ordinary', 'anne claims; bram claims', 'refused: claimed_by_another'],
  ['ordinary', 'anne claims; bram same', 'refused: claimed_by_another'],
  ['ordinary', 'anne claims; bram releases', 'refused: claimed_by_another'],
  ['ordinary', 'anne claims; senior releases', 'open'],
  ['ordinary', 'senior releases', 'refused: wrong_state'],
  ['ordinary', 'anne claims; time 29 minutes; anne same', 'identity_decided'],
  ['ordinary', 'anne claims; time 30 minutes', 'open'],
  ['ordinary', 'anne claims; time 30 minutes; anne same', 'refused: claim_expired'],
  ['ordinary', 'anne claims; time 30 minutes; bram claims; anne same', 'refused: claimed_by_another'],
  ['ordinary', 'anne claims; time 29 minutes; anne claims; time 29 minutes; anne same', 'identity_decided'],
  // Answering A is action: the half hour starts anew.
  ['ordinary', 'anne claims; time 29 minutes; anne same; time 29 minutes; anne propose', 'closed'],
  ['ordinary', 'anne claims; anne same; time 30 minutes; anne propose', 'refused: claim_expired'],
  ['ordinary', 'anne claims; anne same; time 30 minutes; bram claims; bram propose', 'closed'],
];

const ROLES: readonly Row[] = [
  ['ordinary', 'auditor claims', 'refused: role_forbids'],
  // A senior has seen the rating in the list.
  ['ordinary', 'senior claims', 'refused: role_forbids'],
  ['ordinary', 'other-senior claims', 'refused: role_forbids'],
  ['ordinary', 'anne claims; anne same; anne releases; senior claims; senior propose', 'closed'],
];

const REASONS_AND_DATES: readonly Row[] = [
  ['strong', 'anne claims; anne someone-else', 'refused: reason_required'],
  ['strong', 'anne claims; anne someone-else because', 'closed'],
  ['strong', 'anne claims; anne cannot-tell 2026-12-01', 'refused: reason_required'],
  ['strong', 'anne claims; anne cannot-tell 2026-12-01 because', 'waiting'],
  ['strong', 'anne claims; anne same', 'identity_decided'],
  ['ordinary', 'anne claims; anne cannot-tell', 'refused: date_required'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-11-23', 'refused: date_required'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-02-30', 'refused: date_required'],
  ['ordinary', 'anne claims; anne same; anne watch 2026-11-22', 'refused: date_required'],
  ['ordinary', 'anne claims; anne same; anne watch 2026-11-24', 'waiting'],
  ['ordinary', 'anne claims; anne same; anne not-relevant rated low', 'refused: reason_required'],
  ['ordinary', 'anne claims; anne same; anne not-relevant rated low because', 'closed'],
  ['ordinary', 'anne claims; anne same; anne not-relevant rated medium', 'closed'],
];

const FOUR_EYES: readonly Row[] = [
  ['high', 'anne claims; anne same; anne propose', 'closed'],
  ['high', 'anne claims; anne same; anne not-relevant', 'second_look'],
  ['high', 'anne claims; anne same; anne watch', 'waiting'],
  ['high', 'anne claims; anne someone-else', 'second_look'],
  ['high', 'anne claims; anne same; anne not-relevant rated medium because', 'second_look'],
  ['ordinary', 'anne claims; anne same; anne not-relevant rated high because', 'second_look'],
  ['low', 'anne claims; anne same; anne propose rated high because', 'second_look'],
  ['low', 'anne claims; anne same; anne watch rated high because', 'second_look'],
  ['equal bsn', 'anne claims; anne someone-else', 'second_look'],
  ['equal bsn', 'anne claims; anne same; anne not-relevant', 'closed'],
  ['sampled', 'anne claims; anne someone-else', 'second_look'],
  ['sampled', 'anne claims; anne same; anne propose', 'second_look'],
  ['sampled', 'anne claims; anne same; anne watch', 'waiting'],
  // To ask the source closes nothing, so nobody need look again.
  ['high', 'anne claims; anne cannot-tell 2026-12-01', 'waiting'],
  ['sampled', 'anne claims; anne cannot-tell 2026-12-01', 'waiting'],
  ['equal bsn', 'anne claims; anne cannot-tell 2026-12-01', 'waiting'],
  // Nobody checks their own answer, nor the other half of it.
  ['equal bsn', 'anne claims; anne someone-else; anne claims', 'refused: same_reviewer'],
  [
    'high',
    'anne claims; anne same; anne releases; bram claims; bram not-relevant; anne claims',
    'refused: same_reviewer',
  ],
  // The second answer agrees.
  ['equal bsn', 'anne claims; anne someone-else; bram claims; bram someone-else', 'closed'],
  ['high', 'anne claims; anne same; anne not-relevant; bram claims; bram not-relevant', 'closed'],
  ['high', 'anne claims; anne same; anne not-relevant; senior claims; senior not-relevant', 'closed'],
  [
    'low',
    'anne claims; anne same; anne watch rated high because; bram claims; bram watch rated high because',
    'waiting',
  ],
  // What the first answered is shown, so A is not asked again; in the sample it is, and B only after it.
  ['high', 'anne claims; anne same; anne not-relevant; bram claims; bram same', 'refused: wrong_state'],
  ['sampled', 'anne claims; anne same; anne propose; bram claims; bram propose', 'refused: wrong_state'],
  ['sampled', 'anne claims; anne same; anne propose; bram claims; bram same', 'second_look'],
  ['sampled', 'anne claims; anne same; anne propose; bram claims; bram same; bram propose', 'closed'],
  // Somebody begins a blind look and gives it back: the next one begins at A.
  [
    'sampled',
    'anne claims; anne same; anne propose; bram claims; bram same; bram releases; caro claims; caro propose',
    'refused: wrong_state',
  ],
  [
    'sampled',
    'anne claims; anne same; anne propose; bram claims; bram same; bram releases; caro claims; caro same; caro propose',
    'closed',
  ],
  ['equal bsn', 'anne claims; anne someone-else; bram claims; bram releases; caro claims; caro someone-else', 'closed'],
  ['equal bsn', 'anne claims; anne someone-else; bram claims; time 30 minutes; caro claims', 'second_look'],
];

const TWO_DISAGREE = 'anne claims; anne someone-else; bram claims; bram same';
const RELEVANCE_DISAGREES = 'anne claims; anne same; anne not-relevant; bram claims; bram propose';

const ARBITRATION: readonly Row[] = [
  ['equal bsn', TWO_DISAGREE, 'second_look'],
  ['equal bsn', `${TWO_DISAGREE}; caro claims`, 'refused: role_forbids'],
  ['equal bsn', `${TWO_DISAGREE}; bram claims`, 'refused: same_reviewer'],
  ['equal bsn', `${TWO_DISAGREE}; senior claims; senior someone-else`, 'closed'],
  ['equal bsn', `${TWO_DISAGREE}; senior claims; senior cannot-tell 2026-12-01`, 'waiting'],
  // The senior goes on to B, or leaves it to another.
  ['equal bsn', `${TWO_DISAGREE}; senior claims; senior same; senior propose`, 'closed'],
  ['equal bsn', `${TWO_DISAGREE}; senior claims; senior same; senior releases; caro claims; caro propose`, 'closed'],
  ['high', RELEVANCE_DISAGREES, 'second_look'],
  ['high', `${RELEVANCE_DISAGREES}; senior claims; senior same`, 'refused: wrong_state'],
  ['high', `${RELEVANCE_DISAGREES}; senior claims; senior not-relevant`, 'closed'],
  ['high', `${RELEVANCE_DISAGREES}; senior claims; senior watch`, 'waiting'],
  // A senior who took the second look does not decide between themselves and the first.
  [
    'high',
    'anne claims; anne same; anne not-relevant; senior claims; senior propose; senior claims',
    'refused: same_reviewer',
  ],
  [
    'high',
    'anne claims; anne same; anne not-relevant; senior claims; senior propose; other-senior claims; other-senior propose',
    'closed',
  ],
  // The same verdict on another rating is no agreement.
  ['low', 'anne claims; anne same; anne propose rated high because; bram claims; bram propose', 'second_look'],
];

const LIFE: readonly Row[] = [
  ['ordinary', 'anne claims; anne cannot-tell 2026-12-01; time 7 days', 'waiting'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-12-01; time 8 days', 'open'],
  ['ordinary', 'anne claims; anne same; anne watch 2026-12-01; time 8 days', 'identity_decided'],
  ['ordinary', 'anne claims; anne same; anne watch; time 999 days', 'waiting'],
  ['ordinary', 'anne claims; anne same; anne watch; entry brings-back; bram claims; bram propose', 'closed'],
  ['ordinary', 'anne claims; anne cannot-tell 2026-12-01; entry brings-back', 'open'],
  ['ordinary', 'anne claims; anne same; anne not-relevant; entry brings-back', 'identity_decided'],
  ['ordinary', 'anne claims; anne same; anne not-relevant; entry in-place', 'closed'],
  ['ordinary', 'anne claims; anne same; anne not-relevant; entry new-identity', 'open'],
  ['ordinary', 'anne claims; anne same; entry new-identity', 'claimed'],
  ['ordinary', 'anne claims; anne same; entry new-identity; anne propose', 'refused: wrong_state'],
  // A senior who had it to answer B is not the one to answer A first.
  [
    'ordinary',
    'anne claims; anne same; anne releases; senior claims; entry new-identity; senior same',
    'refused: role_forbids',
  ],
  // Updated in place while somebody has it: the claim stays, the version does not.
  ['ordinary', 'anne claims; entry in-place now high; anne same; anne not-relevant', 'second_look'],
  ['high', 'anne claims; anne someone-else; entry new-identity; bram claims; bram same', 'identity_decided'],
  // Withdrawn is withdrawn, from every state, until an entry brings the task back. A is asked anew only on new evidence.
  ['ordinary', 'system withdraws', 'withdrawn'],
  ['ordinary', 'anne claims; system withdraws; anne same', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne same; system withdraws; anne propose', 'refused: wrong_state'],
  ['ordinary', 'anne claims; anne same; anne watch 2026-12-01; system withdraws; time 99 days', 'withdrawn'],
  ['ordinary', 'system withdraws; anne claims', 'refused: wrong_state'],
  ['ordinary', 'system withdraws; entry in-place', 'withdrawn'],
  ['ordinary', 'anne claims; anne same; system withdraws; entry brings-back', 'identity_decided'],
  ['ordinary', 'anne claims; anne same; system withdraws; entry brings-back-with-new-identity', 'open'],
  ['ordinary', 'system withdraws; entry new-identity', 'withdrawn'],
];

const TABLES = { ONE_REVIEWER, CLAIMS, ROLES, REASONS_AND_DATES, FOUR_EYES, ARBITRATION, LIFE };

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  test.each(rows)('%s: %s → %s', (start, story, ends) => {
    expect(told(STARTS[start], story).end).toBe(ends);
  });
});
