import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Account } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import type { Disposition } from '../../src/domain/task.ts';
import { isClaimed } from '../../src/review/claims.ts';
import { currentDispositions, type ReviewTask } from '../../src/review/review-task.ts';
import { isSenior } from '../../src/review/reviewers.ts';
import { isIdentityAnswered, visibleDispositions } from '../../src/review/visibility.ts';
import { ANNE, AUDITOR, BRAM, CARO, OTHER_SENIOR, SENIOR } from './people.ts';
import { type Move, play } from './playing.ts';
import { freshTask, MINUTE_MS, MONDAY } from './tasks.ts';

const ACCOUNTS: readonly Account[] = [ANNE, BRAM, CARO, SENIOR, OTHER_SENIOR, AUDITOR];

const rating = fc.constantFrom('high', 'medium', 'low', 'none');
const reason = fc.constantFrom('', 'a reason');
const until = fc.constantFrom('2026-12-01', '2026-11-25');

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Move>({ kind: 'claim' }) },
  { weight: 1, arbitrary: fc.constantFrom<Move>({ kind: 'release' }, { kind: 'lapse' }, { kind: 'withdraw' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('identity' as const),
      verdict: fc.constantFrom('same_person', 'same_person', 'someone_else', 'cannot_tell'),
      reason,
      until,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        kind: fc.constant('relevance' as const),
        verdict: fc.constantFrom('not_relevant', 'watch', 'propose_investigation'),
        reason,
        until,
        override: rating,
      },
      { requiredKeys: ['kind', 'verdict'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant('entry' as const),
        reopen: fc.boolean(),
        newEvidence: fc.constantFrom('evidence-2', 'evidence-3'),
        rating,
      },
      { requiredKeys: ['kind', 'reopen'] },
    ),
  },
);

/** Mostly the one who has the task goes on with it; otherwise few histories would get anywhere. */
const step = fc.record({
  who: fc.nat(ACCOUNTS.length - 1),
  holderActs: fc.constantFrom(true, true, false),
  move,
  minutes: fc.constantFrom(0, 0, 1, 5, 31, 1440),
});

const start = fc.record({
  rating,
  band: fc.constantFrom('strong', 'likely', 'possible'),
  bsnState: fc.constantFrom('equal', 'absent'),
  sampled: fc.boolean(),
});

interface Step {
  readonly before: ReviewTask;
  readonly after: ReviewTask;
  readonly account: Account;
  readonly move: Move;
  readonly refused: boolean;
  readonly at: number;
}

/** Every step of a random history, also the refused ones. */
function history(
  parts: Partial<ReviewTask>,
  steps: readonly { who: number; holderActs: boolean; move: Move; minutes: number }[],
): readonly Step[] {
  let task = freshTask(parts);
  let at = MONDAY;
  return steps.map(({ who, holderActs, move: next, minutes }) => {
    at = asEpochMs(at + minutes * MINUTE_MS);
    const before = task;
    const holder = ACCOUNTS.find(({ accountId }) => accountId === before.claim?.by);
    const account = (holderActs ? holder : undefined) ?? ACCOUNTS[who]!;
    const played = play(task, next, account, at);
    task = played.task;
    return { before, after: task, account, move: next, refused: played.refusal !== null, at };
  });
}

function holds(law: (step: Step) => void): void {
  fc.assert(
    fc.property(start, fc.array(step, { minLength: 8, maxLength: 40 }), (parts, steps) => {
      for (const one of history(parts, steps)) law(one);
    }),
    { numRuns: 600 },
  );
}

function closes({ before, after }: Step): boolean {
  return before.state !== 'closed' && after.state === 'closed';
}

function lastAdded({ before, after }: Step): Disposition | null {
  return after.dispositions.length > before.dispositions.length ? (after.dispositions.at(-1) ?? null) : null;
}

describe('laws of review, over every sequence of moves', () => {
  test('a `high` is closed by one pair of eyes only as "propose investigation"', () => {
    holds((one) => {
      const added = lastAdded(one);
      if (!closes(one) || added === null || one.after.rating !== 'high') return;
      if (added.verdict === 'propose_investigation') return;
      const eyes = one.after.dispositions.filter(
        ({ question, retiredAt }) => question === added.question && (retiredAt === null || retiredAt === one.at),
      );
      expect(new Set(eyes.map(({ accountId }) => accountId)).size).toBeGreaterThanOrEqual(2);
    });
  });

  test('"someone else" on an equal BSN is never closed by one pair of eyes', () => {
    holds((one) => {
      const added = lastAdded(one);
      if (!closes(one) || added?.verdict !== 'someone_else' || one.after.bsnState !== 'equal') return;
      const eyes = one.after.dispositions.filter(({ question }) => question === 'identity');
      expect(new Set(eyes.map(({ accountId }) => accountId)).size).toBeGreaterThanOrEqual(2);
    });
  });

  test('B is answered only by an account that may see B, and never before A', () => {
    holds((one) => {
      if (lastAdded(one)?.question !== 'relevance') return;
      expect(isIdentityAnswered(one.before, one.account)).toBe(true);
    });
  });

  test('who looks again blindly sees no standing verdict of another', () => {
    holds(({ after }) => {
      if (after.state !== 'second_look' || after.secondLook?.blind !== true) return;
      for (const account of ACCOUNTS) {
        const first = currentDispositions(after).some((one) => one.accountId === account.accountId && !one.secondLook);
        const others = visibleDispositions(after, account).filter(
          (one) => one.retiredAt === null && one.accountId !== account.accountId,
        );
        if (!first) expect(others).toEqual([]);
      }
    });
  });

  test('a senior never gives the first answer to A', () => {
    holds((one) => {
      if (lastAdded(one)?.question !== 'identity' || !isSenior(one.account)) return;
      expect(one.before.state).toBe('second_look');
    });
  });

  test('withdrawn stays withdrawn until an entry brings it back', () => {
    holds(({ before, after, move: made }) => {
      if (before.state === 'withdrawn' && after.state !== 'withdrawn') expect(made.kind).toBe('entry');
    });
  });

  test('a refused move changes nothing, every other one raises the version', () => {
    holds(({ before, after, refused, move: made }) => {
      if (made.kind === 'lapse') return;
      const dispositions = [before, after].map((task) =>
        task.dispositions.filter(({ retiredAt }) => retiredAt === null),
      );
      if (refused && before.state === after.state) expect(dispositions[1]).toEqual(dispositions[0]);
      if (!refused) expect(after.version).toBeGreaterThan(before.version);
    });
  });

  test('no verdict is lost, and at most one task holder acts', () => {
    holds((one) => {
      const { before, after, account, refused, move: made } = one;
      const kept = after.dispositions.slice(0, before.dispositions.length);
      expect(kept.map(({ dispositionId }) => dispositionId)).toEqual(
        before.dispositions.map(({ dispositionId }) => dispositionId),
      );
      if (refused || (made.kind !== 'identity' && made.kind !== 'relevance')) return;
      expect(isClaimed(before, asEpochMs(one.at)) && before.claim?.by === account.accountId).toBe(true);
    });
  });

  test('of two reviewers racing with what they saw on the same screen, one at most is heard', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 20 }), fc.constantFrom(...ACCOUNTS), (parts, steps, rival) => {
        const past = history(parts, steps);
        const task = past.at(-1)?.after ?? freshTask(parts);
        const at = asEpochMs(past.at(-1)?.at ?? MONDAY);
        const first = play(task, { kind: 'claim' }, ANNE, at);
        const second = play(first.task, { kind: 'claim' }, rival, at);
        const both = first.refusal === null && second.refusal === null;
        expect(both && rival !== ANNE).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
