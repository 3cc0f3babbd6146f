import { describe, expect, test } from '@jest/globals';
import type { LegalBasis } from '../../src/domain/basis.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asId } from '../../src/domain/ids.ts';
import type { ShownFact } from '../../src/domain/relevance.ts';
import { gate } from '../../src/legal/gate.ts';
import { relationOf } from '../../src/legal/relation.ts';
import type { GateRequest } from '../../src/legal/request.ts';
import { ask, type Change, MISSING } from './one-missing.ts';
import {
  BASIS,
  date,
  INQUIRY,
  LATER_ACT,
  LOAD_PARTNER,
  MATCH_PARTNER,
  NOW,
  OFFICER,
  ONE_OFF,
  PARTNER_FACTS,
  SHOW_PARTNER,
  TODAY,
} from './people.ts';

const refused = (condition: string) => ({ kind: 'refused', condition });
const PERMISSIONS: readonly (readonly [string, GateRequest])[] = [
  ['load', LOAD_PARTNER],
  ['match', MATCH_PARTNER],
  ['show', SHOW_PARTNER],
];

describe.each(PERMISSIONS)('%s a partner inside an inquiry', (_permission, request) => {
  test('is allowed when G1 to G9 all hold', () => {
    expect(ask(request, {})).toEqual({ kind: 'allowed', basisId: ONE_OFF.basisId });
  });

  test.each(MISSING)('is refused: %s', (_name, change, condition) => {
    expect(ask(request, change)).toEqual(refused(condition));
  });

  test.each<readonly [string, Change]>([
    ['a child of twelve today', { partner: { relation: 'child', birthDate: date('2014-11-23') } }],
    ['a resident parent', { partner: { relation: 'resident_parent', birthDate: date('0000-00-00') } }],
    [
      'another person on an indication',
      { partner: { relation: 'other' }, inquiry: { indication: 'seen in this inquiry' } },
    ],
    ['an incidental inquiry needs no notice', { inquiry: { kind: 'renewed_incidental', noticeSentOn: null } }],
    ['on its last day', { inquiry: { endsOn: TODAY } }],
    ['opened and announced today', { inquiry: { openedOn: TODAY, noticeSentOn: TODAY } }],
    ['an external’s partner', { principal: { kind: 'external' } }],
  ])('is allowed: %s', (_name, change) => {
    expect(ask(request, change).kind).toBe('allowed');
  });

  test('is refused by default: the bases for officers are none for partners', () => {
    expect(gate(request, [BASIS, { ...BASIS, subjectKind: 'external' }], TODAY)).toEqual(refused('G1_BASIS'));
    expect(gate(request, [], TODAY)).toEqual(refused('G1_BASIS'));
  });

  test('is refused before 1 January 2023, whatever is on record', () => {
    const early = { from: '2012-01-01' as CalendarDate };
    expect(ask(request, { basis: early }, '2022-12-31' as CalendarDate)).toEqual(refused('G1_BASIS'));
  });

  test('is allowed from 1 January 2023 on', () => {
    const first = '2023-01-01' as CalendarDate;
    const inquiry = { openedOn: first, noticeSentOn: first };
    expect(ask(request, { inquiry }, first).kind).toBe('allowed');
  });

  test('is refused without an officer or an inquiry', () => {
    expect(gate({ ...request, partner: null }, [ONE_OFF], TODAY)).toEqual(refused('PRINCIPAL_MISSING'));
    expect(gate({ ...request, inquiry: null }, [ONE_OFF], TODAY)).toEqual(refused('G3_OPEN_INQUIRY'));
  });
});

describe('one comparison and no more (G6)', () => {
  test.each([
    ['load', LOAD_PARTNER, 'delivery-1', false],
    ['match again in the same delivery', MATCH_PARTNER, 'delivery-1', true],
    ['match in a later delivery', MATCH_PARTNER, 'delivery-0', false],
    ['show what came of it', SHOW_PARTNER, 'delivery-1', true],
  ])('%s', (_name, request, delivery, allowed) => {
    const verdict = ask(request, { inquiry: { comparedIn: asId(delivery) } });
    expect(verdict).toEqual(allowed ? { kind: 'allowed', basisId: ONE_OFF.basisId } : refused('G6_ONE_OFF'));
  });
});

test('the standing comparison is never the one comparison of an inquiry', () => {
  expect(ask({ ...MATCH_PARTNER, deliveryKey: null } as GateRequest, {})).toEqual(refused('G6_ONE_OFF'));
});

describe('what is shown of a partner (G9)', () => {
  const crime: ShownFact = { kind: 'misdrijf', disposal: 'D1', referenceDate: date('2026-01-01') };

  test.each<readonly [string, ShownFact | null, boolean]>([
    ['a page without an offence', null, true],
    ['a crime', crime, true],
    ['a crime of eight years ago to the day', { ...crime, referenceDate: date('2018-11-23') }, true],
    ['a crime of a day more', { ...crime, referenceDate: date('2018-11-22') }, false],
    ['a crime without a date', { ...crime, referenceDate: null }, false],
    ['a crime with a date nobody knows', { ...crime, referenceDate: date('0000-00-00') }, false],
    ['a minor offence', { ...crime, kind: 'overtreding' }, false],
    ['an offence nobody classified', { ...crime, kind: null }, false],
    ['an acquittal', { ...crime, disposal: 'D5' }, false],
    ['what may not be kept', { ...crime, disposal: 'D6' }, false],
  ])('%s', (_name, shown, allowed) => {
    const verdict = ask({ ...SHOW_PARTNER, fact: shown } as GateRequest, {});
    expect(verdict).toEqual(allowed ? { kind: 'allowed', basisId: ONE_OFF.basisId } : refused('G9_SHOW'));
  });

  test('to nobody but the investigator', () => {
    expect(ask({ ...SHOW_PARTNER, viewer: asId('reviewer1') } as GateRequest, {})).toEqual(refused('G9_SHOW'));
  });

  test('and whoever must look again, to whom no other offences are shown', () => {
    const second = { ...SHOW_PARTNER, viewer: asId('reviewer1'), looksAgain: true } as GateRequest;
    expect(ask(second, {})).toEqual({ kind: 'allowed', basisId: ONE_OFF.basisId });
    const acquitted = { ...crime, disposal: 'D5' } as const;
    expect(ask({ ...second, fact: acquitted } as GateRequest, {})).toEqual(refused('G9_SHOW'));
  });
});

describe('a partner continuously', () => {
  const bases = [BASIS, LATER_ACT];
  const always = (request: GateRequest, change: Change, all: readonly LegalBasis[] = bases) => {
    const partner = { ...PARTNER_FACTS, ...change.partner, principal: { ...OFFICER, ...change.principal } };
    return gate({ ...request, partner, inquiry: null }, all, TODAY);
  };
  const onLater = (change: Partial<LegalBasis>) => [BASIS, { ...LATER_ACT, ...change }];

  test.each(PERMISSIONS)('%s: comes into scope on the day a later act permits it', (_permission, request) => {
    expect(always(request, {})).toEqual({ kind: 'allowed', basisId: LATER_ACT.basisId });
    expect(always(request, {}, onLater({ from: '2026-11-24' as CalendarDate }))).toEqual(refused('BASIS_NOT_IN_FORCE'));
  });

  test.each<readonly [string, readonly LegalBasis[], string]>([
    ['the act of 2020', onLater({ statute: ONE_OFF.statute }), 'STATUTE_NOT_LATER'],
    [
      'an act of an earlier year',
      onLater({ statute: { ...ONE_OFF.statute, gazetteYear: 2019, gazetteNumber: 999 } }),
      'STATUTE_NOT_LATER',
    ],
    ['an older act', onLater({ statute: { ...ONE_OFF.statute, gazetteNumber: 411 } }), 'STATUTE_NOT_LATER'],
    ['a later act without conditions', onLater({ conditions: [] }), 'STATUTE_NOT_LATER'],
    ['not confirmed', onLater({ confirmedBy: null }), 'BASIS_UNCONFIRMED'],
    ['ended', onLater({ endedAt: NOW }), 'BASIS_NOT_IN_FORCE'],
    ['no assessment', onLater({ dpiaReference: '' }), 'DPIA_MISSING'],
    ['another organisation', onLater({ organisation: 'Eenheid Elders' }), 'ORGANISATION_NOT_COVERED'],
    ['a subscription only', onLater({ feedMode: 'subscription' }), 'FEED_MODE_NOT_COVERED'],
    ['other regimes', onLater({ regimes: ['VOG'] }), 'REGIME_EXCLUDED'],
    ['no basis for the officer', [LATER_ACT], 'PRINCIPAL_OUT_OF_SCOPE'],
  ])('is refused: %s', (_name, all, condition) => {
    expect(always(MATCH_PARTNER, {}, all)).toEqual(refused(condition));
  });

  test('a subscription is enough to load and to show', () => {
    const subscribed = onLater({ feedMode: 'subscription' });
    for (const request of [LOAD_PARTNER, SHOW_PARTNER]) expect(always(request, {}, subscribed).kind).toBe('allowed');
  });

  test('is refused when it is not known whose partner it is', () => {
    const unknown = { ...MATCH_PARTNER, partner: null, inquiry: null };
    expect(gate(unknown, bases, TODAY)).toEqual(refused('PRINCIPAL_MISSING'));
  });

  test('another act of the same year, later in the gazette, is later', () => {
    const sameYear = onLater({ statute: { ...ONE_OFF.statute, gazetteNumber: 413 } });
    expect(always(MATCH_PARTNER, {}, sameYear).kind).toBe('allowed');
  });

  test.each<readonly [string, Change, string]>([
    ['other work', { principal: { functionClass: 'standard' } }, 'CONDITION_NOT_MET'],
    ['not the partner', { partner: { relation: 'child' } }, 'CONDITION_NOT_MET'],
    ['a minor', { partner: { birthDate: date('2008-11-24') } }, 'CONDITION_NOT_MET'],
    ['the officer left', { principal: { inServiceUntil: date('2026-11-22') } }, 'PRINCIPAL_OUT_OF_SCOPE'],
    ['the officer is in a position of trust', { principal: { regime: 'position_of_trust' } }, 'PRINCIPAL_OUT_OF_SCOPE'],
    ['the officer is a partner', { principal: { kind: 'partner' } }, 'PRINCIPAL_OUT_OF_SCOPE'],
  ])('is refused: %s', (_name, change, condition) => {
    expect(always(MATCH_PARTNER, change)).toEqual(refused(condition));
  });

  test('an adult since today counts as one', () => {
    expect(always(MATCH_PARTNER, { partner: { birthDate: date('2008-11-23') } }).kind).toBe('allowed');
  });

  test('works beside a basis for inquiries, without any inquiry', () => {
    expect(always(MATCH_PARTNER, {}, [BASIS, ONE_OFF, LATER_ACT])).toEqual({
      kind: 'allowed',
      basisId: LATER_ACT.basisId,
    });
  });

  test('an inquiry still opens what the later act does not', () => {
    const all = [BASIS, ONE_OFF, { ...LATER_ACT, confirmedBy: null }];
    expect(gate(MATCH_PARTNER, all, TODAY)).toEqual({ kind: 'allowed', basisId: ONE_OFF.basisId });
  });

  test('with an inquiry at hand, the refusal names what the inquiry lacks', () => {
    const all = [BASIS, ONE_OFF, { ...LATER_ACT, confirmedBy: null }];
    const closed = { ...MATCH_PARTNER, inquiry: { ...INQUIRY, closedAt: NOW } };
    expect(gate(closed, all, TODAY)).toEqual(refused('G3_OPEN_INQUIRY'));
  });
});

describe('the register’s word for a relation', () => {
  test.each([
    ['partner', 'partner'],
    [' Echtgenote ', 'partner'],
    ['echtgenoot', 'partner'],
    ['geregistreerd partner', 'partner'],
    ['levensgezel', 'partner'],
    ['kind', 'child'],
    ['inwonende ouder', 'resident_parent'],
    ['andere persoon', 'other'],
    ['ouder', null],
    ['buurman', null],
    ['constructor', null],
    ['', null],
  ])('%p is %p', (word, relation) => {
    expect(relationOf(word)).toBe(relation);
  });
});
