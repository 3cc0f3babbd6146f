import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BASIS_CONDITIONS, type LegalBasis } from '../../src/domain/basis.ts';
import { addDays, addMonths, type CalendarDate, latestDay } from '../../src/domain/calendar-date.ts';
import { GATE_CONDITIONS, type GateCondition } from '../../src/domain/gate.ts';
import { type AccountId, asId } from '../../src/domain/ids.ts';
import type { Inquiry } from '../../src/domain/inquiry.ts';
import { DISPOSALS, type ShownFact } from '../../src/domain/relevance.ts';
import { gate } from '../../src/legal/gate.ts';
import type { GateRequest, GateSubject, PartnerFacts } from '../../src/legal/request.ts';
import { GATE_SENTENCES } from '../../src/texts/legal.ts';
import { ask, MISSING } from './one-missing.ts';
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
  PARTNER,
  PARTNER_FACTS,
  SHOW_PARTNER,
  TODAY,
} from './people.ts';

fc.configureGlobal({ seed: 20261123 });

const anyPermission = fc.constantFrom<GateRequest>(LOAD_PARTNER, MATCH_PARTNER, SHOW_PARTNER);
const rank = (condition: GateCondition) => GATE_CONDITIONS.indexOf(condition);

describe('G1 to G9', () => {
  test('whatever is missing together, a partner is refused and the first condition is named', () => {
    fc.assert(
      fc.property(anyPermission, fc.subarray([...MISSING], { minLength: 1 }), (request, missing) => {
        const change = missing.reduce(
          (all, [, one]) => ({
            basis: { ...all.basis, ...one.basis },
            partner: { ...all.partner, ...one.partner },
            principal: { ...all.principal, ...one.principal },
            inquiry: { ...all.inquiry, ...one.inquiry },
          }),
          { basis: {}, partner: {}, principal: {}, inquiry: {} },
        );
        const [first] = missing
          .map(([, , condition]) => condition as GateCondition)
          .toSorted((a, b) => rank(a) - rank(b));
        expect(ask(request, change)).toEqual({ kind: 'refused', condition: first });
      }),
      { numRuns: 1_000 },
    );
  });
});

const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays(TODAY, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const text = fc.constantFrom('', ' ', 'DPIA-1', 'DPIA-2');
const organisation = fc.constantFrom('', 'Eenheid Fictie', 'Eenheid Elders');
const regime = fc.constantFrom('BO', 'VOG', 'position_of_trust');
const registrar = fc.constantFrom<LegalBasis['recordedBy']>(asId('registrar'), asId('registrar2'), 'set-up');

/** `whole` with a few of its fields replaced by those of `other`. */
function spoil<T extends object>(whole: fc.Arbitrary<T>, other: fc.Arbitrary<Partial<T>>): fc.Arbitrary<T> {
  return fc
    .tuple(whole, other)
    .chain(([sound, loose]) =>
      fc.subarray(Object.entries(loose), { maxLength: 3 }).map((taken) => ({ ...sound, ...Object.fromEntries(taken) })),
    );
}

/** Bases of every kind, most of them lacking something. */
const anyBasis: fc.Arbitrary<LegalBasis> = spoil(
  fc
    .tuple(fc.constantFrom(BASIS, ONE_OFF, LATER_ACT), fc.integer())
    .map(([sound, number]) => ({ ...sound, basisId: asId(`basis-${number}`) })),
  fc.record({
    statute: fc.record({
      name: fc.constant(''),
      gazetteYear: fc.constantFrom(2012, 2020, 2027),
      gazetteNumber: fc.constantFrom(411, 412, 413),
    }),
    articles: fc.subarray(['48s', '48v']),
    subjectKind: fc.constantFrom('officer', 'external', 'partner'),
    mode: fc.constantFrom('continuous', 'one_off'),
    feedMode: fc.constantFrom('subscription', 'full_feed'),
    organisation: maybe(organisation),
    regimes: fc.uniqueArray(regime, { maxLength: 3 }),
    from: day,
    until: maybe(day),
    conditions: fc.subarray([...BASIS_CONDITIONS]),
    dpiaReference: text,
    recordedBy: registrar,
    confirmedBy: maybe(registrar),
    endedAt: fc.constantFrom(null, NOW),
    fictitious: fc.boolean(),
  }),
);

const anyPrincipal: fc.Arbitrary<GateSubject> = spoil(
  fc.constant(OFFICER),
  fc.record({
    kind: fc.constantFrom('officer', 'external', 'partner'),
    organisation,
    regime,
    functionClass: fc.constantFrom('standard', 'increased_risk'),
    inServiceFrom: fc.constantFrom(null, date('2015-03-01'), date('2026-12-01')),
    inServiceUntil: fc.constantFrom(null, date('2026-11-01'), date('2027-01-01')),
  }),
);

const anyInquiry: fc.Arbitrary<Inquiry> = spoil(
  fc.constant(INQUIRY),
  fc.record({
    kind: fc.constantFrom('first', 'renewed_incidental', 'renewed_periodic'),
    openedOn: day,
    noticeSentOn: maybe(day),
    necessity: text,
    dpiaReference: text,
    endsOn: maybe(day),
    closedAt: fc.constantFrom(null, NOW),
    comparedIn: fc.constantFrom(null, asId<NonNullable<Inquiry['comparedIn']>>('delivery-0')),
  }),
);

type PartnerRequest = GateRequest & { readonly partner: PartnerFacts };

const anyFact: fc.Arbitrary<ShownFact | null> = maybe(
  fc.record({
    kind: maybe(fc.constantFrom('misdrijf', 'overtreding')),
    disposal: fc.constantFrom(...DISPOSALS),
    referenceDate: maybe(fc.constantFrom('2026-01-01', '2018-11-23', '2018-11-22', '0000-00-00').map(date)),
  }),
);

const anyRequest: fc.Arbitrary<PartnerRequest> = fc
  .record({
    permission: anyPermission,
    feedMode: fc.constantFrom('subscription', 'full_feed'),
    principal: anyPrincipal,
    relation: fc.constantFrom('partner', 'child', 'resident_parent', 'other', null),
    birthDate: fc.constantFrom('1985-06-01', '2010-01-01', '2018-01-01', '2014-00-00', '0000-00-00').map(date),
    inquiry: maybe(anyInquiry),
    viewer: fc.constantFrom('investigator', 'reviewer1').map((name) => asId<AccountId>(name)),
    looksAgain: fc.boolean(),
    fact: anyFact,
  })
  .map(({ permission, feedMode, principal, relation, birthDate, inquiry, viewer, looksAgain, fact }) => ({
    ...permission,
    ...(permission.permission === 'match' ? { feedMode } : {}),
    ...(permission.permission === 'show' ? { viewer, looksAgain, fact } : {}),
    partner: { ...PARTNER_FACTS, principal, relation, birthDate },
    inquiry,
  })) as fc.Arbitrary<PartnerRequest>;

/** Eight years back to the day is still shown; what has no known day is not. */
function mayBeSeen(fact: ShownFact | null): boolean {
  if (fact === null) return true;
  const { kind, disposal, referenceDate } = fact;
  const recent = referenceDate?.year === 2026 || (referenceDate?.year === 2018 && referenceDate.day === 23);
  return kind === 'misdrijf' && recent && disposal !== 'D5' && disposal !== 'D6';
}

/** The law once more, written plainly: what must be true of the basis that let a partner through. */
function whatMustHold(basis: LegalBasis, request: PartnerRequest) {
  const { partner, inquiry } = request;
  const { principal } = partner;
  const olderThan = (years: number) => addMonths(latestDay(partner.birthDate), years * 12) <= TODAY;
  const common = {
    forPartners: basis.subjectKind === 'partner',
    confirmedByAnother:
      basis.confirmedBy !== null &&
      (basis.fictitious ||
        (basis.confirmedBy !== basis.recordedBy && ![basis.confirmedBy, basis.recordedBy].includes('set-up'))),
    inForce: basis.endedAt === null && basis.from <= TODAY && TODAY <= (basis.until ?? TODAY),
    assessed: basis.dpiaReference.trim() !== '',
    organisation: basis.organisation === null || basis.organisation === principal.organisation,
    principalIsStaff: principal.kind !== 'partner',
    principalRegime: principal.regime === 'BO' && basis.regimes.includes('BO'),
    principalInService: principal.inServiceUntil?.year !== 2026,
  };
  const later =
    basis.statute.gazetteYear > 2020 || (basis.statute.gazetteYear === 2020 && basis.statute.gazetteNumber > 412);
  if (basis.mode === 'continuous') {
    return {
      ...common,
      later,
      hasConditions: basis.conditions.length > 0,
      feed: request.permission !== 'match' || request.feedMode === 'subscription' || basis.feedMode === 'full_feed',
      risk: !basis.conditions.includes('principal_increased_risk') || principal.functionClass === 'increased_risk',
      relation: !basis.conditions.includes('relation_partner') || partner.relation === 'partner',
      adult: !basis.conditions.includes('aged_18_or_over') || olderThan(18),
    };
  }
  return {
    ...common,
    named: basis.statute.gazetteYear === 2020 && basis.statute.gazetteNumber === 412 && basis.articles.includes('48s'),
    increasedRisk: principal.functionClass === 'increased_risk',
    inquiryOpen: inquiry !== null && inquiry.closedAt === null && inquiry.openedOn <= TODAY,
    told: inquiry?.kind === 'renewed_incidental' || (inquiry?.noticeSentOn ?? '9999') <= TODAY,
    relation:
      partner.relation === 'partner' ||
      partner.relation === 'resident_parent' ||
      (partner.relation === 'child' && olderThan(12)),
    necessity: inquiry?.necessity.trim() !== '',
    sameAssessment: inquiry?.dpiaReference === basis.dpiaReference,
    once: request.permission === 'show' || inquiry?.comparedIn === null,
    notOver: TODAY <= ((inquiry?.endsOn ?? '0000') as CalendarDate),
    shown:
      request.permission !== 'show' ||
      ((request.viewer === inquiry?.investigator || request.looksAgain === true) && mayBeSeen(request.fact)),
  };
}

describe('the gate as a whole', () => {
  test('no combination of dates, modes, regimes and conditions lets a partner through with one missing', () => {
    let allowed = 0;
    fc.assert(
      fc.property(fc.array(anyBasis, { maxLength: 8 }), anyRequest, (bases, request) => {
        const verdict = gate(request, bases, TODAY);
        if (verdict.kind === 'refused') return;
        allowed += 1;
        const basis = bases.find((one) => one.basisId === verdict.basisId);
        const held = Object.entries(whatMustHold(basis!, request)).filter(([, holds]) => !holds);
        expect(held).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect(allowed).toBeGreaterThan(400);
  });

  test('a partner is refused whenever no basis is for partners', () => {
    const forStaff = anyBasis.map((basis) => ({ ...basis, subjectKind: 'officer' as const }));
    fc.assert(
      fc.property(fc.array(forStaff, { maxLength: 5 }), anyRequest, (bases, request) => {
        expect(gate(request, bases, TODAY).kind).toBe('refused');
      }),
    );
  });

  test('a basis more never closes what was open, and the order of bases does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyBasis, { maxLength: 5 }), anyBasis, anyRequest, (bases, more, request) => {
        for (const subject of [PARTNER, OFFICER]) {
          const asked = { ...request, subject };
          const before = gate(asked, bases, TODAY).kind;
          expect(gate(asked, bases.toReversed(), TODAY).kind).toBe(before);
          if (before === 'allowed') expect(gate(asked, [...bases, more], TODAY).kind).toBe('allowed');
        }
      }),
    );
  });

  test('every refusal has its sentence', () => {
    expect(Object.keys(GATE_SENTENCES).toSorted()).toEqual([...GATE_CONDITIONS].toSorted());
  });
});
