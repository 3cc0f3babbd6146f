import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../src/domain/case.ts';
import { reasonSentence } from '../../src/texts/relevance.ts';
import { date, fact, rateOne } from './cases.ts';

const PRISON = 'penalty=imprisonment';

/** A conviction to a fine, final, on this day for an act on the day before. */
function fined(offence: string, day: string, penalty = 'penalty=fine'): Fact {
  const acted = date(day.replace(/\d\d$/, '01'));
  return fact(offence, [`verdict conviction ${day} final=${day} ${penalty}`], { actDate: acted });
}

describe('age of the fact (today is 23 November 2026)', () => {
  /** Fact, level, rule. */
  test.each<readonly [string, Fact, string, string]>([
    ['T1 of four years ago to the day', fined('Sr 363', '2022-11-23'), 'high', 'T1-D3-F0'],
    ['T1 of a day more', fined('Sr 363', '2022-11-22'), 'medium', 'AGED'],
    ['T1 of eight years ago to the day', fined('Sr 363', '2018-11-23'), 'medium', 'AGED'],
    ['T1 of a day more than eight', fined('Sr 363', '2018-11-22'), 'none', 'AGED_BEYOND'],
    ['D2 keeps its level between four and eight', fined('Sr 363', '2020-03-10', PRISON), 'high', 'T1-D2-F0'],
    ['D2 keeps nothing beyond eight', fined('Sr 363', '2017-03-10', PRISON), 'none', 'AGED_BEYOND'],
    ['sexual offence of thirty years ago', fined('Sr 242', '1996-03-10'), 'medium', 'AGED_UNLIMITED'],
    ['sexual offence of thirty years ago, D2', fined('Sr 242', '1996-03-10', PRISON), 'high', 'T1-D2-F0'],
    ['twelve-year crime with custody, ten years ago', fined('Sr 303', '2016-03-10', PRISON), 'low', 'AGED_SEVERE'],
    ['the same, suspended only', fined('Sr 303', '2016-03-10', `${PRISON}-suspended`), 'none', 'AGED_BEYOND'],
    ['the same, twenty years ago to the day', fined('Sr 303', '2006-11-23', PRISON), 'low', 'AGED_SEVERE'],
    ['the same, a day more', fined('Sr 303', '2006-11-22', PRISON), 'none', 'AGED_BEYOND'],
    ['an attempt brings it under twelve years', fined('Sr 303 + Sr 45', '2016-03-10', PRISON), 'none', 'AGED_BEYOND'],
    ['year only: as young as it can be', fact('Sr 363', [], { actDate: date('2022-00-00') }), 'high', 'T1-D1-F0'],
    ['no date at all', fact('Sr 363', [], { actDate: null }), 'high', 'T1-D1-F0'],
    [
      'a period counts from its last day',
      fact('Sr 363', [], { actDate: date('2015-01-01'), actDateUntil: date('2025-01-01') }),
      'high',
      'T1-D1-F0',
    ],
  ])('%s', (_name, one, level, ruleId) => {
    expect(rateOne(one).rating).toMatchObject({ level, ruleId });
  });

  test('detention is added to the term', () => {
    const free = fined('Sr 363', '2022-10-01');
    const detained = { ...free, detention: [{ from: date('2022-12-01'), until: date('2023-03-01') }] };
    expect(rateOne(free).rating.ruleId).toBe('AGED');
    expect(rateOne(detained).rating).toMatchObject({ level: 'high', ruleId: 'T1-D3-F0' });
    expect(rateOne(detained).rating.reasons).toContainEqual({ code: 'DETENTION_ADDED', params: { days: 90 } });
  });
});

describe('age at the act', () => {
  const recent = fact('Sr 363');
  const older = fined('Sr 363', '2024-11-10');
  const sexual = fined('Sr 242', '2024-06-20');
  const robbery = fined('Sr 317', '2024-11-10');
  const publicViolence = fined('Sr 141 lid 1', '2024-11-10');

  test.each<readonly [string, Fact, number | null, string, string]>([
    ['17, recent', recent, 17, 'medium', 'MINOR'],
    ['18, recent', recent, 18, 'high', 'T1-D1-F0'],
    ['unknown age lowers nothing', older, null, 'high', 'T1-D3-F0'],
    ['17, long ago: one step only', older, 17, 'medium', 'MINOR'],
    ['22, two years ago', older, 22, 'medium', 'YOUNG_ADULT'],
    ['22, recent', recent, 22, 'high', 'T1-D1-F0'],
    ['22, two years ago to the day', fined('Sr 363', '2024-11-23'), 22, 'medium', 'YOUNG_ADULT'],
    ['22, a day less', fined('Sr 363', '2024-11-24'), 22, 'high', 'T1-D3-F0'],
    ['23, more than two years ago', older, 23, 'high', 'T1-D3-F0'],
    ['22, sexual offence', sexual, 22, 'high', 'T1-D3-F0'],
    ['17, sexual offence', sexual, 17, 'medium', 'MINOR'],
    ['22, violence of six years or more', robbery, 22, 'high', 'T1-D3-F0'],
    ['22, violence below six years', publicViolence, 22, 'low', 'YOUNG_ADULT'],
  ])('%s', (_name, one, age, level, ruleId) => {
    const rated = rateOne(one, { age });
    expect(rated.rating).toMatchObject({ level, ruleId });
    expect(rated.minorAtAct).toBe(age === 17);
  });
});

describe('floors', () => {
  const open = ['summons 2026-10-01'];

  test.each<readonly [string, Fact, string, string]>([
    ['abuse of office (Sr 44)', fact('Sr 266 + Sr 44', open), 'medium', 'OFFICE'],
    ['an officer as victim (304 onder 2)', fact('Sr 308 + Sr 304 onder 2°', open), 'medium', 'OFFICE'],
    ['an officer as victim (304 lid 2)', fact('Sr 308 + Sr 304 lid 2', open), 'medium', 'OFFICE'],
    ['a relative as victim (304 onder 1)', fact('Sr 308 + Sr 304 onder 1', open), 'low', 'T3-D1-F0'],
    ['it lowers nothing', fact('Sr 363 + Sr 44', open), 'high', 'T1-D1-F0'],
    ['not after an acquittal', fact('Sr 266 + Sr 44', ['verdict acquittal 2026-10-01']), 'none', 'T3-D5-F0'],
    ['not after a technical dismissal', fact('Sr 266 + Sr 44', ['dismissal 02 2026-10-01']), 'none', 'T3-D5-F0'],
    ['holds between four and eight years', fined('Sr 310 + Sr 44', '2020-03-10'), 'medium', 'OFFICE'],
    ['not beyond eight years', fined('Sr 310 + Sr 44', '2016-03-10'), 'none', 'AGED_BEYOND'],
  ])('office: %s', (_name, one, level, ruleId) => {
    expect(rateOne(one).rating).toMatchObject({ level, ruleId });
  });

  const minor = (day: string, decisions: readonly string[] = []) => fact('WVW 107', decisions, { actDate: date(day) });

  test.each<readonly [string, readonly Fact[], string]>([
    ['two earlier within 24 months', [minor('2025-10-01'), minor('2026-01-01')], 'SERIES'],
    ['exactly 24 months', [minor('2024-09-23'), minor('2026-01-01')], 'SERIES'],
    ['a day more than 24 months', [minor('2024-09-22'), minor('2026-01-01')], 'T4-D1-F0'],
    ['one earlier', [minor('2026-01-01')], 'T4-D1-F0'],
    [
      'an earlier acquittal does not count',
      [minor('2026-01-01'), minor('2026-02-01', ['verdict acquittal 2026-03-01'])],
      'T4-D1-F0',
    ],
    ['an earlier unknown offence does not count', [minor('2026-01-01'), fact('Sr 999')], 'T4-D1-F0'],
    ['an earlier grave offence does not count', [minor('2026-01-01'), fact('Sr 363')], 'T4-D1-F0'],
    [
      'an earlier fact without a date does not count',
      [minor('2026-01-01'), fact('WVW 107', [], { actDate: null })],
      'T4-D1-F0',
    ],
    ['an uncertain day inside counts', [minor('2026-01-00'), minor('2026-02-00')], 'SERIES'],
    ['an uncertain month at the edge does not', [minor('2024-00-00'), minor('2026-01-01')], 'T4-D1-F0'],
  ])('series: %s', (_name, confirmedEarlierFacts, ruleId) => {
    const level = ruleId === 'SERIES' ? 'medium' : 'low';
    expect(rateOne(minor('2026-09-23'), { confirmedEarlierFacts }).rating).toMatchObject({ level, ruleId });
  });

  test('a grave fact is no part of a series', () => {
    const confirmedEarlierFacts = [minor('2026-01-01'), minor('2026-02-01'), minor('2026-03-01')];
    const rated = rateOne(fact('Sr 310', ['dismissal 42 2026-10-01']), { confirmedEarlierFacts });
    expect(rated.rating).toMatchObject({ level: 'low', ruleId: 'T2-D4-F0' });
  });
});

describe('other rules', () => {
  test.each<readonly [string, Fact, string, string]>([
    ['T1, suspected', fact('Sr 363'), 'medium', 'PARTNER_CONTEXT'],
    ['T2, convicted', fined('Sr 310', '2026-10-10', PRISON), 'medium', 'PARTNER_CONTEXT'],
    ['T2, suspected: already medium', fact('Sr 310'), 'medium', 'T2-D1-F0'],
    ['T3', fact('Sr 266'), 'none', 'PARTNER_OUTSIDE'],
    ['T1, dismissed on policy grounds', fact('Sr 363', ['dismissal 42 2026-10-01']), 'none', 'PARTNER_OUTSIDE'],
    ['T3 with abuse of office', fact('Sr 266 + Sr 44'), 'none', 'PARTNER_OUTSIDE'],
    ['unknown offence', fact('Sr 999'), 'medium', 'CLASSIFICATION_NEEDED'],
  ])('partner: %s', (_name, one, level, ruleId) => {
    expect(rateOne(one, { subjectKind: 'partner' }).rating).toMatchObject({ level, ruleId });
  });

  test('an external is rated as an officer is', () => {
    expect(rateOne(fact('Sr 363'), { subjectKind: 'external' })).toEqual(rateOne(fact('Sr 363')));
  });

  test('what the subject reported is shown and changes nothing', () => {
    const silent = rateOne(fact('Sr 310')).rating;
    const reported = rateOne(fact('Sr 310'), { reportedBySubject: true }).rating;
    expect(reported).toEqual({ ...silent, reasons: [...silent.reasons, { code: 'SELF_REPORTED' }] });
  });

  test('content that may not be kept is erased, whatever the offence', () => {
    for (const offence of ['Sr 363', 'Sr 999', 'Sr 266 + Sr 44']) {
      const rated = rateOne(fact(offence, ['dismissal 09 2026-10-01']), { functionClass: 'increased_risk' });
      expect(rated).toMatchObject({ erase: true, rating: { level: 'none', ruleId: 'ERASE' } });
    }
  });

  test('reasons stand in the order in which they were found, and none lacks a parameter', () => {
    const one = fined('Sr 300 + Sr 45 + Sr 304 onder 2', '2021-03-10');
    const { reasons } = rateOne(one, { age: 17, reportedBySubject: true }).rating;
    expect(reasons.map((reason) => reason.code)).toEqual([
      'OFFENCE',
      'ATTEMPT',
      'AGGRAVATION',
      'TIER',
      'DISPOSAL',
      'CLASS_STANDARD',
      'CELL',
      'AGED',
      'MINOR',
      'OFFICE',
      'SELF_REPORTED',
    ]);
    for (const reason of reasons) expect(reasonSentence(reason, 'nl')).not.toContain('?');
  });
});
