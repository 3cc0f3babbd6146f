import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Decision, Fact, Penalty } from '../../src/domain/case.ts';
import { RATING_LEVELS, type RatingLevel } from '../../src/domain/rating.ts';
import { RELEVANCE_REASONS } from '../../src/domain/relevance.ts';
import { factRatings, rate } from '../../src/relevance/rate.ts';
import { reasonSentence } from '../../src/texts/relevance.ts';
import { fact, input, POLICY } from './cases.ts';

fc.configureGlobal({ seed: 20261123 });

const partialDate = fc
  .record({
    year: fc.integer({ min: 1995, max: 2027 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 28 }),
  })
  .map(({ year, month, day }) => ({ year, month: month || null, day: month === 0 ? null : day || null }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const penalty: fc.Arbitrary<Penalty> = fc.record({
  kind: fc.constantFrom('imprisonment', 'community_service', 'fine', 'measure'),
  duration: fc.constant(null),
  unit: fc.constant(null),
  suspended: fc.boolean(),
  amountCents: fc.constant(null),
});

const anyDecision: fc.Arbitrary<Decision> = fc.record({
  kind: fc.constantFrom(
    'summons',
    'dismissal',
    'transaction',
    'penal_order',
    'verdict',
    'appeal',
    'annulment',
    'execution',
  ),
  outcome: maybe(fc.constantFrom('conviction', 'acquittal', 'discharge', 'guilty_without_penalty')),
  authority: fc.constant(''),
  instance: maybe(fc.constantFrom(1, 2, 3)),
  date: maybe(partialDate),
  irrevocableDate: maybe(partialDate),
  dismissalCode: maybe(fc.constantFrom('01', '02', '09', '20', '42', '77', '99', '19')),
  conditions: fc.constant(null),
  compliedWith: maybe(fc.boolean()),
  penalties: fc.array(penalty, { maxLength: 2 }),
});

const OFFENCES = ['Sr 363', 'Sr 310', 'Sr 266', 'WVW 107', 'Sr 447e', 'Sr 242', 'Sr 303', 'Sr 999', 'Sr 266 + Sr 44'];

const anyFact: fc.Arbitrary<Fact> = fc
  .record({
    offence: fc.constantFrom(...OFFENCES),
    actDate: maybe(partialDate),
    decisions: fc.array(anyDecision, { maxLength: 4 }),
  })
  .map(({ offence, actDate, decisions }) => fact(offence, [], { actDate, decisions }));

const anyInput = fc
  .record({
    facts: fc.array(anyFact, { minLength: 1, maxLength: 3 }),
    earlier: fc.array(anyFact, { maxLength: 3 }),
    age: maybe(fc.integer({ min: 12, max: 70 })),
    functionClass: fc.constantFrom('standard', 'increased_risk'),
    subjectKind: fc.constantFrom('officer', 'external', 'partner'),
    reportedBySubject: fc.boolean(),
  })
  .map(({ facts, earlier, age, ...rest }) => ({
    ...input(facts, { ...rest, confirmedEarlierFacts: earlier }),
    facts: facts.map((one, index) => ({ fact: { ...one, factNumber: index + 1 }, ageAtActYears: age })),
  }));

const seriousness = (level: RatingLevel): number => RATING_LEVELS.length - RATING_LEVELS.indexOf(level);

describe('laws of the rating', () => {
  test('a case is as serious as its most serious fact, and every reason can be said', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const facts = factRatings(given, POLICY);
        const rating = rate(given, POLICY);
        expect(seriousness(rating.level)).toBe(Math.max(...facts.map((one) => seriousness(one.rating.level))));
        for (const { code, params } of facts.flatMap((one) => one.rating.reasons)) {
          expect(RELEVANCE_REASONS).toContain(code);
          expect(reasonSentence({ code, ...(params && { params }) }, 'en')).not.toMatch(/\?|undefined/);
        }
      }),
    );
  });

  test('an unknown offence is never none, unless the law says to forget it', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        for (const rated of factRatings(given, POLICY)) {
          if (rated.offence !== null) continue;
          expect(rated.rating.level).toBe(rated.erase ? 'none' : 'medium');
        }
      }),
    );
  });

  test('work with increased risk never lowers a rating', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const standard = rate({ ...given, functionClass: 'standard' }, POLICY);
        const increased = rate({ ...given, functionClass: 'increased_risk' }, POLICY);
        expect(seriousness(increased.level)).toBeGreaterThanOrEqual(seriousness(standard.level));
      }),
    );
  });

  test('a partner is never rated high, nor above an officer with the same facts', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const partner = rate({ ...given, subjectKind: 'partner' }, POLICY);
        const officer = rate({ ...given, subjectKind: 'officer' }, POLICY);
        expect(partner.level).not.toBe('high');
        expect(seriousness(partner.level)).toBeLessThanOrEqual(seriousness(officer.level));
      }),
    );
  });

  test('confirmed history never lowers a rating', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const without = rate({ ...given, confirmedEarlierFacts: [] }, POLICY);
        expect(seriousness(rate(given, POLICY).level)).toBeGreaterThanOrEqual(seriousness(without.level));
      }),
    );
  });

  test('knowing nothing of the age at the act never lowers a rating', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const unknown = { ...given, facts: given.facts.map((one) => ({ ...one, ageAtActYears: null })) };
        expect(seriousness(rate(unknown, POLICY).level)).toBeGreaterThanOrEqual(seriousness(rate(given, POLICY).level));
      }),
    );
  });

  test('without an announced irrevocable date, time alone never raises a rating', () => {
    const settled = anyInput.map((given) => ({
      ...given,
      confirmedEarlierFacts: [],
      facts: given.facts.map(({ fact: one, ageAtActYears }) => ({
        ageAtActYears,
        fact: { ...one, decisions: one.decisions.map((decision) => ({ ...decision, irrevocableDate: null })) },
      })),
    }));
    fc.assert(
      fc.property(settled, fc.integer({ min: 2027, max: 2060 }), (given, year) => {
        const now = rate({ ...given, today: '2026-11-23' as CalendarDate }, POLICY);
        const later = rate({ ...given, today: `${year}-11-23` as CalendarDate }, POLICY);
        expect(seriousness(later.level)).toBeLessThanOrEqual(seriousness(now.level));
      }),
    );
  });

  test('the order in which dated decisions are listed does not matter', () => {
    const day = fc.integer({ min: 1, max: 28 });
    const distinct = fc.uniqueArray(fc.record({ decision: anyDecision, day }), {
      selector: (one) => one.day,
      maxLength: 5,
    });
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.integer({ min: 0, max: 999 })), (listed, order) => {
        const dated = listed.map(({ decision, day: on }) => ({ ...decision, date: { year: 2026, month: 3, day: on } }));
        const keys = new Map(dated.map((decision) => [decision, order.next().value]));
        const shuffled = dated.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        const rated = (decisions: readonly Decision[]) => rate(input([fact('Sr 310', [], { decisions })]), POLICY);
        expect(rated(shuffled)).toEqual(rated(dated));
      }),
    );
  });
});
