import { describe, expect, test } from '@jest/globals';
import type { LegalBasis } from '../../src/domain/basis.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asId } from '../../src/domain/ids.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { mayIngest } from '../../src/legal/feed.ts';
import { compileGate, gate } from '../../src/legal/gate.ts';
import type { GateRequest, GateSubject } from '../../src/legal/request.ts';
import { BASIS, date, LATER_ACT, LOAD, MATCH, NOW, OFFICER, ONE_OFF, SHOW, TODAY } from './people.ts';

const ALLOWED = { kind: 'allowed', basisId: BASIS.basisId };
const refused = (condition: string) => ({ kind: 'refused', condition });
const PERMISSIONS: readonly (readonly [string, GateRequest])[] = [
  ['load', LOAD],
  ['match', MATCH],
  ['show', SHOW],
];

/** A basis that lacks one thing, and what the gate then says. */
const LACKING: readonly (readonly [string, readonly LegalBasis[], string])[] = [
  ['no basis', [], 'NO_BASIS'],
  ['only one for externals', [{ ...BASIS, subjectKind: 'external' }], 'NO_BASIS'],
  ['only one for partners', [LATER_ACT, ONE_OFF], 'NO_BASIS'],
  ['only a one-off basis', [{ ...BASIS, mode: 'one_off' }], 'NO_BASIS'],
  ['not confirmed', [{ ...BASIS, confirmedBy: null }], 'BASIS_UNCONFIRMED'],
  ['confirmed by who recorded it', [{ ...BASIS, confirmedBy: BASIS.recordedBy }], 'BASIS_UNCONFIRMED'],
  ['confirmed by the set-up', [{ ...BASIS, confirmedBy: 'set-up' }], 'BASIS_UNCONFIRMED'],
  ['recorded by the set-up', [{ ...BASIS, recordedBy: 'set-up' }], 'BASIS_UNCONFIRMED'],
  ['begins tomorrow', [{ ...BASIS, from: '2026-11-24' as CalendarDate }], 'BASIS_NOT_IN_FORCE'],
  ['ended yesterday', [{ ...BASIS, until: '2026-11-22' as CalendarDate }], 'BASIS_NOT_IN_FORCE'],
  ['ended before its time', [{ ...BASIS, endedAt: NOW }], 'BASIS_NOT_IN_FORCE'],
  ['no assessment', [{ ...BASIS, dpiaReference: ' ' }], 'DPIA_MISSING'],
  ['for another organisation', [{ ...BASIS, organisation: 'Eenheid Elders' }], 'ORGANISATION_NOT_COVERED'],
  ['for other regimes', [{ ...BASIS, regimes: ['VOG', 'position_of_trust'] }], 'REGIME_EXCLUDED'],
  [
    'two that each lack something',
    [
      { ...BASIS, confirmedBy: null },
      { ...BASIS, endedAt: NOW },
    ],
    'BASIS_NOT_IN_FORCE',
  ],
];

describe.each(PERMISSIONS)('%s an officer', (_permission, request) => {
  test('is allowed under a confirmed basis in force', () => {
    expect(gate(request, [BASIS], TODAY)).toEqual(ALLOWED);
  });

  test('on the first and the last day of the basis', () => {
    expect(gate(request, [{ ...BASIS, from: TODAY, until: TODAY }], TODAY)).toEqual(ALLOWED);
  });

  test.each(LACKING)('is refused: %s', (_name, bases, condition) => {
    expect(gate(request, bases, TODAY)).toEqual(refused(condition));
  });

  test('by the basis that suffices, whatever stands beside it', () => {
    const others = LACKING.flatMap(([, bases]) => bases);
    expect(gate(request, [...others, BASIS], TODAY)).toEqual(ALLOWED);
  });

  test.each<readonly [string, Partial<GateSubject>, string]>([
    ['VOG', { regime: 'VOG' }, 'REGIME_EXCLUDED'],
    ['position of trust', { regime: 'position_of_trust' }, 'REGIME_EXCLUDED'],
    ['left yesterday', { inServiceUntil: date('2026-11-22') }, 'LEFT_SERVICE'],
    ['leaves this month, day unknown', { inServiceUntil: date('2026-11-00') }, 'LEFT_SERVICE'],
    ['left, nobody knows when', { inServiceUntil: date('0000-00-00') }, 'LEFT_SERVICE'],
  ])('is refused: %s', (_name, change, condition) => {
    const everything = { ...BASIS, regimes: ['BO', 'VOG', 'position_of_trust'] } as const;
    expect(gate({ ...request, subject: { ...OFFICER, ...change } }, [everything], TODAY)).toEqual(refused(condition));
  });

  test('an external needs a basis of their own', () => {
    const external = { ...request, subject: { ...OFFICER, kind: 'external' } } as const;
    expect(gate(external, [BASIS], TODAY)).toEqual(refused('NO_BASIS'));
    expect(gate(external, [{ ...BASIS, subjectKind: 'external' }], TODAY)).toEqual(ALLOWED);
  });

  test.each([
    ['the same', 'Eenheid Fictie', 'Eenheid Fictie', true],
    ['capitals and blanks aside', ' eenheid FICTIE', 'Eenheid Fictie', true],
    ['another', 'Eenheid Fictie', 'Eenheid Elders', false],
    ['a blank one is nobody’s', 'Eenheid Fictie', '', false],
    ['a basis without one covers a blank one', null, '', true],
    ['a basis without one covers all', null, 'Eenheid Elders', true],
  ])('organisation: %s', (_name, covered, organisation, allowed) => {
    const verdict = gate(
      { ...request, subject: { ...OFFICER, organisation } },
      [{ ...BASIS, organisation: covered }],
      TODAY,
    );
    expect(verdict).toEqual(allowed ? ALLOWED : refused('ORGANISATION_NOT_COVERED'));
  });
});

describe('time in service', () => {
  test.each<readonly [string, string | null, string | null, boolean, boolean]>([
    ['since long', '2015-03-01', null, true, true],
    ['begin not given', null, null, true, true],
    ['begins today', '2026-11-23', null, true, true],
    ['begins tomorrow', '2026-11-24', null, true, false],
    ['began this month, day unknown', '2026-11-00', null, true, false],
    ['begin unknown', '0000-00-00', null, true, false],
    ['last day today', '2015-03-01', '2026-11-23', true, true],
    ['leaves next year', '2015-03-01', '2027-00-00', true, true],
  ])('%s', (_name, from, until, mayLoad, mayMatch) => {
    const subject = {
      ...OFFICER,
      inServiceFrom: from === null ? null : date(from),
      inServiceUntil: until === null ? null : date(until),
    };
    const open = compileGate([BASIS], TODAY);
    expect([open({ ...LOAD, subject }).kind, open({ ...MATCH, subject }).kind]).toEqual(
      [mayLoad, mayMatch].map((may) => (may ? 'allowed' : 'refused')),
    );
  });
});

test('who is still to join is refused by that name', () => {
  const subject = { ...OFFICER, inServiceFrom: date('2026-11-24') };
  expect(gate({ ...MATCH, subject }, [BASIS], TODAY)).toEqual(refused('NOT_YET_IN_SERVICE'));
});

describe('the feed', () => {
  const subscription: LegalBasis = { ...BASIS, feedMode: 'subscription' };

  test('full: a basis for a subscription is not enough, at the door or at the comparison', () => {
    expect(mayIngest('full_feed', [subscription], TODAY)).toEqual(refused('FEED_MODE_NOT_COVERED'));
    expect(gate(MATCH, [subscription], TODAY)).toEqual(refused('FEED_MODE_NOT_COVERED'));
    expect(gate(SHOW, [subscription], TODAY)).toEqual(ALLOWED);
  });

  test('subscription: either will do', () => {
    for (const basis of [subscription, BASIS]) {
      expect(mayIngest('subscription', [basis], TODAY)).toEqual(ALLOWED);
      expect(gate({ ...MATCH, feedMode: 'subscription' } as GateRequest, [basis], TODAY)).toEqual(ALLOWED);
    }
  });

  const forFeeds = /^(NO_BASIS|BASIS_UNCONFIRMED|BASIS_NOT_IN_FORCE|DPIA_MISSING)$/;
  const lacking = LACKING.filter(
    ([name, , condition]) => forFeeds.test(condition) && name !== 'only one for externals',
  );
  test.each(lacking)('refuses: %s', (_name, bases, condition) => {
    expect(mayIngest('full_feed', bases, TODAY)).toEqual(refused(condition));
    expect(mayIngest('subscription', bases, TODAY)).toEqual(refused(condition));
  });

  test('one for externals alone opens it', () => {
    expect(mayIngest('full_feed', [{ ...BASIS, subjectKind: 'external' }], TODAY)).toEqual(ALLOWED);
  });
});

describe('the bases of the embedded default', () => {
  const installed = fictitiousBases().map((basis, index) => ({
    ...basis,
    basisId: asId<LegalBasis['basisId']>(`demo-${index}`),
    recordedAt: NOW,
    confirmedBy: 'set-up' as const,
    confirmedAt: NOW,
    endedAt: null,
  }));

  test('let officers and externals in, under a full feed, and no partner', () => {
    expect(installed.map((basis) => basis.subjectKind)).toEqual(['officer', 'external']);
    expect(gate(MATCH, installed, TODAY).kind).toBe('allowed');
    expect(mayIngest('full_feed', installed, TODAY).kind).toBe('allowed');
  });

  test('say that they are made up, and count only because they do', () => {
    expect(installed.every((basis) => basis.fictitious && /FICTITIOUS/.test(basis.dpiaReference))).toBe(true);
    const genuine = installed.map((basis) => ({ ...basis, fictitious: false }));
    expect(gate(MATCH, genuine, TODAY)).toEqual(refused('BASIS_UNCONFIRMED'));
  });
});
