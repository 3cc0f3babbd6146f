import type { LegalBasis, Statute } from '../domain/basis.ts';
import { addMonths, type CalendarDate, latestDay } from '../domain/calendar-date.ts';
import type { GateCondition, GateVerdict } from '../domain/gate.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import type { ShownFact } from '../domain/relevance.ts';
import { ALLOWED, coversOrganisation, isConfirmed, isInForce, refused } from './basis-in-force.ts';
import type { GateRequest, PartnerFacts } from './request.ts';
import { coversRegime, serviceCondition } from './staff.ts';

/** Wet van 14 oktober 2020, Stb. 2020, 412, which brought Politiewet 48q–48z; in force since 1 January 2023. */
export const SCREENING_ACT = { gazetteYear: 2020, gazetteNumber: 412 } as const satisfies Partial<Statute>;
const IN_FORCE_SINCE = '2023-01-01';
/** Somebody else than a partner or parent must be this old (48s lid 2 and 4). */
const MINIMUM_AGE_YEARS = 12;
/** Besluit screening art. 5: what is older than this no longer counts. */
const SHOWN_YEARS = 8;

interface Situation {
  readonly request: GateRequest;
  readonly basis: LegalBasis;
  readonly partner: PartnerFacts;
  readonly inquiry: Inquiry;
  readonly today: CalendarDate;
}

const CONDITIONS: readonly (readonly [GateCondition, (situation: Situation) => boolean])[] = [
  ['G3_OPEN_INQUIRY', isOpen],
  ['G4_RELATION', relationFits],
  ['G5_PURPOSE', isRecorded],
  ['G6_ONE_OFF', isFirstComparison],
  ['G7_REGIME', ({ basis, partner }) => coversRegime(basis, partner.principal)],
  ['G8_EXPIRY', ({ inquiry, today }) => inquiry.endsOn !== null && today <= inquiry.endsOn],
  ['G9_SHOW', mayBeShown],
];

/**
 * A partner inside an inquiry (Politiewet 48s): G1 to G9 one by one, the first that fails is named. Where several
 * bases meet G1 one of them must meet the rest by itself; what the first lacks is named.
 */
export function checkInquiry(request: GateRequest, bases: readonly LegalBasis[], today: CalendarDate): GateVerdict {
  const { partner, inquiry } = request;
  const named = bases
    .filter((basis) => isOneOffBasis(basis, today))
    .filter((basis) => partner === null || coversOrganisation(basis, partner.principal));
  if (named.length === 0) return refused('G1_BASIS');
  if (partner === null) return refused('PRINCIPAL_MISSING');
  if (!hasRiskyWork(partner, today)) return refused('G2_INCREASED_RISK');
  if (inquiry === null) return refused('G3_OPEN_INQUIRY');
  const verdicts = named.map((basis) => checkConditions({ request, basis, partner, inquiry, today }));
  return verdicts.find((verdict) => verdict.kind === 'allowed') ?? verdicts[0] ?? refused('G1_BASIS');
}

function checkConditions(situation: Situation): GateVerdict {
  const failed = CONDITIONS.find(([, holds]) => !holds(situation));
  return failed === undefined ? ALLOWED(situation.basis) : refused(failed[0]);
}

function isOneOffBasis(basis: LegalBasis, today: CalendarDate): boolean {
  const { gazetteYear, gazetteNumber } = basis.statute;
  return (
    today >= IN_FORCE_SINCE &&
    basis.mode === 'one_off' &&
    gazetteYear === SCREENING_ACT.gazetteYear &&
    gazetteNumber === SCREENING_ACT.gazetteNumber &&
    basis.articles.includes('48s') &&
    isConfirmed(basis) &&
    isInForce(basis, today)
  );
}

function hasRiskyWork({ principal }: PartnerFacts, today: CalendarDate): boolean {
  const staff = principal.kind !== 'partner' && serviceCondition(principal, 'match', today) === null;
  return staff && principal.functionClass === 'increased_risk';
}

function isOpen({ partner, inquiry, today }: Situation): boolean {
  const itsOwn = inquiry.principalId === partner.principalId && inquiry.inquiryId === partner.inquiry;
  const open = inquiry.closedAt === null && inquiry.openedOn <= today;
  const told = inquiry.noticeSentOn !== null && inquiry.noticeSentOn <= today;
  return itsOwn && open && (told || inquiry.kind === 'renewed_incidental');
}

/** Where the birth date is only partly known, the youngest possible age must do. */
function relationFits({ partner, inquiry, today }: Situation): boolean {
  const oldEnough = addMonths(latestDay(partner.birthDate), MINIMUM_AGE_YEARS * 12) <= today;
  switch (partner.relation) {
    case 'partner':
    case 'resident_parent':
      return true;
    case 'child':
      return oldEnough;
    case 'other':
      return oldEnough && inquiry.indication.trim() !== '';
    case null:
      return false;
  }
}

function isRecorded({ basis, inquiry }: Situation): boolean {
  const said = inquiry.ground.trim() !== '' && inquiry.necessity.trim() !== '';
  const assessed = basis.dpiaReference.trim() !== '' && inquiry.dpiaReference === basis.dpiaReference;
  return said && assessed && inquiry.investigator !== null;
}

/** One delivery is one comparison, so that all its parts may still be compared. */
function isFirstComparison({ request, inquiry }: Situation): boolean {
  if (request.permission === 'match' && request.deliveryKey === null) return false;
  if (request.permission === 'show' || inquiry.comparedIn === null) return true;
  return request.permission === 'match' && inquiry.comparedIn === request.deliveryKey;
}

/**
 * To the investigator alone, and to whoever must look again for as long as the answer waits for it: what is decided
 * about somebody without the second pair of eyes that the rules ask for would weigh more than one reader more (Besluit
 * art. 7 lid 2: independence, objectivity).
 */
function mayBeShown({ request, inquiry, today }: Situation): boolean {
  if (request.permission !== 'show') return true;
  const assigned = request.viewer === inquiry.investigator || request.looksAgain === true;
  return assigned && (request.fact === null || countsOfPartner(request.fact, today));
}

/** Of a partner only crimes count that are recent and did not end in the person's favour (G9). */
export function countsOfPartner(fact: ShownFact, today: CalendarDate): boolean {
  const recent =
    fact.referenceDate !== null &&
    fact.referenceDate.year !== null &&
    addMonths(latestDay(fact.referenceDate), SHOWN_YEARS * 12) >= today;
  return fact.kind === 'misdrijf' && recent && fact.disposal !== 'D5' && fact.disposal !== 'D6';
}
