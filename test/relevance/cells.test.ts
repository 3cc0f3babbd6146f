import { describe, expect, test } from '@jest/globals';
import { DISPOSALS, type Disposal, TIERS, type Tier } from '../../src/domain/relevance.ts';
import { fact, rateOne } from './cases.ts';

/** One offence of each tier, and decisions that put a fact in each disposal. */
const OFFENCE: Readonly<Record<Tier, string>> = {
  T1: 'Sr 363',
  T2: 'Sr 310',
  T3: 'Sr 266',
  T4: 'WVW 107',
  T5: 'Sr 447e',
};
const DECISIONS: Readonly<Record<Disposal, readonly string[]>> = {
  D1: ['summons 2026-10-01'],
  D2: ['verdict conviction 2026-10-01 final=2026-10-15 penalty=community_service'],
  D3: ['verdict conviction 2026-10-01 final=2026-10-15 penalty=fine'],
  D4: ['dismissal 42 2026-10-01'],
  D5: ['dismissal 02 2026-10-01'],
  D6: ['dismissal 01 2026-10-01'],
};

/** The policy as legal affairs agreed it: F0/F1 for D1 … D6. Edit together with policy.json. */
const AGREED: Readonly<Record<Tier, string>> = {
  T1: 'high/high high/high high/high medium/high none/low none/none',
  T2: 'medium/high high/high medium/high low/medium none/none none/none',
  T3: 'low/medium medium/high low/medium low/low none/none none/none',
  T4: 'low/low medium/medium low/medium none/low none/none none/none',
  T5: 'none/low low/medium none/low none/none none/none none/none',
};

describe('every cell of the policy table', () => {
  const cells = TIERS.flatMap((tier) =>
    AGREED[tier].split(' ').flatMap((pair, column) => {
      const [standard, increased] = pair.split('/');
      const disposal = DISPOSALS[column]!;
      return [
        [tier, disposal, 'F0', standard],
        [tier, disposal, 'F1', increased],
      ] as const;
    }),
  );

  test.each(cells)('%s %s %s is %s', (tier, disposal, functionClass, level) => {
    const rated = rateOne(fact(OFFENCE[tier], DECISIONS[disposal]), {
      functionClass: functionClass === 'F1' ? 'increased_risk' : 'standard',
    });
    expect(rated).toMatchObject({ tier, disposal, rating: { level } });
    expect(rated.rating.ruleId).toBe(disposal === 'D6' ? 'ERASE' : `${tier}-${disposal}-${functionClass}`);
    expect(rated.erase).toBe(disposal === 'D6');
    expect(rated.proposeClose).toBe(disposal === 'D5');
  });

  test('there are five tiers, six disposals and two classes', () => {
    expect(cells).toHaveLength(60);
  });
});
