import { describe, expect, test } from '@jest/globals';
import type { Account, Role } from '../../src/domain/account.ts';
import { asEpochMs, asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import type { ReviewTask } from '../../src/review/review-task.ts';
import { ANNE, account, BRAM, CARO, SENIOR } from './people.ts';
import { type Move, play } from './playing.ts';
import { told } from './stories.ts';
import { freshTask, MINUTE_MS, MONDAY } from './tasks.ts';

/** The columns of the table: taking, giving back, two answers to A, one to B. */
const MOVES: readonly Move[] = [
  { kind: 'claim' },
  { kind: 'release' },
  { kind: 'identity', verdict: 'same_person' },
  { kind: 'identity', verdict: 'someone_else', reason: 'a reason' },
  { kind: 'relevance', verdict: 'propose_investigation' },
];

const SAMPLED = 'anne claims; anne same; anne propose';
const DISPUTED = 'anne claims; anne someone-else; bram claims; bram same';
const EQUAL_BSN = freshTask({ bsnState: 'equal' });
const LONG_AGO = asEpochMs(MONDAY - 30 * MINUTE_MS);

/** Where a task can stand. */
const STANDS = {
  open: freshTask(),
  claimed: told(freshTask(), 'anne claims').task,
  expired: { ...told(freshTask(), 'anne claims').task, claim: { by: ANNE.accountId, at: LONG_AGO } },
  'A answered': told(freshTask(), 'anne claims; anne same').task,
  'A answered, free': told(freshTask(), 'anne claims; anne same; anne releases').task,
  waiting: told(freshTask(), 'anne claims; anne cannot-tell 2026-12-01').task,
  'second look, free': told(freshTask({ sampled: true }), SAMPLED).task,
  'second look, Bram': told(freshTask({ sampled: true }), `${SAMPLED}; bram claims`).task,
  disputed: told(EQUAL_BSN, DISPUTED).task,
  'disputed, senior': told(EQUAL_BSN, `${DISPUTED}; senior claims`).task,
  'relevance decided': freshTask({ state: 'relevance_decided' }),
  closed: told(freshTask(), 'anne claims; anne someone-else').task,
  withdrawn: told(freshTask(), 'system withdraws').task,
} satisfies Record<string, ReviewTask>;

const WHO = { anne: ANNE, bram: BRAM, caro: CARO, senior: SENIOR };

/**
 * State × account × move: the state that it leads to, or in capitals why not. Where Anne has it, it is in her hands;
 * she and Bram gave the answers that stand.
 */
const TABLE = `
                   |        | claim            | release          | A: same          | A: someone else  | B: propose
open               | anne   | claimed          | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
open               | senior | ROLE_FORBIDS     | WRONG_STATE      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
claimed            | anne   | claimed          | open             | identity_decided | closed           | WRONG_STATE
claimed            | bram   | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
claimed            | senior | CLAIMED_BY_OTHER | open             | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
expired            | anne   | claimed          | CLAIM_EXPIRED    | CLAIM_EXPIRED    | CLAIM_EXPIRED    | CLAIM_EXPIRED
expired            | bram   | claimed          | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
expired            | senior | ROLE_FORBIDS     | WRONG_STATE      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
A answered         | anne   | identity_decided | identity_decided | WRONG_STATE      | WRONG_STATE      | closed
A answered         | bram   | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
A answered         | senior | CLAIMED_BY_OTHER | identity_decided | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
A answered, free   | anne   | identity_decided | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
A answered, free   | bram   | identity_decided | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
A answered, free   | senior | identity_decided | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
waiting            | anne   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
waiting            | bram   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
waiting            | senior | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
second look, free  | anne   | SAME_REVIEWER    | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
second look, free  | bram   | second_look      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
second look, free  | senior | second_look      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
second look, Bram  | anne   | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
second look, Bram  | bram   | second_look      | second_look      | second_look      | second_look      | WRONG_STATE
second look, Bram  | senior | CLAIMED_BY_OTHER | second_look      | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
disputed           | anne   | SAME_REVIEWER    | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
disputed           | bram   | SAME_REVIEWER    | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
disputed           | caro   | ROLE_FORBIDS     | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
disputed           | senior | second_look      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED      | NOT_CLAIMED
disputed, senior   | caro   | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER | CLAIMED_BY_OTHER
disputed, senior   | senior | second_look      | second_look      | identity_decided | closed           | WRONG_STATE
relevance decided  | anne   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
relevance decided  | senior | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
closed             | anne   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
closed             | bram   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
closed             | senior | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
withdrawn          | anne   | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
withdrawn          | senior | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE      | WRONG_STATE
`;

const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()));

function outcome(task: ReviewTask, move: Move, who: Account): string {
  const { refusal, task: after } = play(task, move, who, MONDAY);
  return refusal === null ? after.state : refusal.toUpperCase().replace('ANOTHER', 'OTHER');
}

describe('which move is legal', () => {
  test.each(ROWS)('%s, %s: %s / %s / %s / %s / %s', (stand, name, ...expected) => {
    const task = STANDS[stand as keyof typeof STANDS];
    const who = WHO[name as keyof typeof WHO];
    expect(MOVES.map((move) => outcome(task, move, who))).toEqual(expected);
  });

  test('the table has every state', () => {
    expect(new Set(ROWS.map(([stand]) => stand))).toEqual(new Set(Object.keys(STANDS)));
  });

  const WITHOUT_TASKS: readonly Role[] = ['operator', 'auditor', 'registrar'];
  const subject = freshTask().people[0]!;
  const kept: readonly (readonly [string, Account, string])[] = [
    ...WITHOUT_TASKS.map((role) => [role, account(role, [role]), 'ROLE_FORBIDS'] as const),
    ['nobody', account('nobody', []), 'ROLE_FORBIDS'],
    ['the subject', { ...account('self'), personnelNumber: subject.personnelNumber }, 'CONFLICT_OF_INTEREST'],
    ['a relative', { ...account('relative'), declaredConflicts: [subject.personnelNumber] }, 'CONFLICT_OF_INTEREST'],
    ['a colleague', { ...account('colleague'), unit: subject.unit }, 'CONFLICT_OF_INTEREST'],
    ['a senior colleague', { ...account('boss', ['senior']), unit: subject.unit }, 'CONFLICT_OF_INTEREST'],
    ['who declared nothing', { ...account('undeclared'), declaredConflicts: null }, 'CONFLICTS_NOT_DECLARED'],
  ];

  test.each(kept)('%s may make no move in any state', (_who, who, refusal) => {
    for (const task of Object.values(STANDS)) {
      // Also not with the task in hand: who becomes a colleague while working on it stops there.
      const inHand = { ...task, claim: { by: who.accountId, at: MONDAY } };
      for (const move of MOVES)
        expect([outcome(task, move, who), outcome(inHand, move, who)]).toEqual([refusal, refusal]);
    }
  });

  test('a conflict with a rival counts as one with the subject', () => {
    const rival = { personnelNumber: asId<PersonnelNumber>('P-rival'), unit: 'Elders', partnerOf: null };
    const task = freshTask({ people: [subject, rival] });
    for (const who of [
      { ...ANNE, unit: 'Elders' },
      { ...ANNE, declaredConflicts: [rival.personnelNumber] },
    ]) {
      for (const move of MOVES) expect(outcome(task, move, who)).toBe('CONFLICT_OF_INTEREST');
    }
  });

  test('an answer to a version that is no longer the one on the screen is refused, also to who has it in hand', () => {
    const task = STANDS.claimed;
    const stale = { ...task, version: task.version + 1 };
    for (const move of MOVES.slice(2, 4)) {
      expect(play(task, move, ANNE, MONDAY).refusal).toBeNull();
      expect(play(stale, move, ANNE, MONDAY, task.version).refusal).toBe('version_changed');
    }
  });
});
