import type { BasisCondition, LegalBasis } from '../domain/basis.ts';
import { addMonths, type CalendarDate, latestDay } from '../domain/calendar-date.ts';
import type { GateVerdict } from '../domain/gate.ts';
import { ALLOWED, coversOrganisation, refused, type Sifted, sift } from './basis-in-force.ts';
import { SCREENING_ACT } from './partner-inquiry.ts';
import type { GateRequest, PartnerFacts } from './request.ts';
import { allowsFeed } from './staff.ts';

/**
 * A partner under continuous control: the law of today does not know it (48v names officers and externals only). It
 * works only on a basis that names an act later than Stb. 2020, 412 with conditions of its own, and never reaches
 * further than the officer or external the partner belongs to.
 */
export function checkContinuousPartner(
  request: GateRequest,
  standing: Sifted,
  checkPrincipal: (partner: PartnerFacts) => GateVerdict,
  today: CalendarDate,
): GateVerdict {
  const { partner } = request;
  if (standing.kind === 'none') return refused(standing.condition);
  if (partner === null) return refused('PRINCIPAL_MISSING');
  if (partner.principal.kind === 'partner') return refused('PRINCIPAL_OUT_OF_SCOPE');
  if (checkPrincipal(partner).kind === 'refused') return refused('PRINCIPAL_OUT_OF_SCOPE');
  const found = sift(standing.bases, [
    ['ORGANISATION_NOT_COVERED', (basis) => coversOrganisation(basis, partner.principal)],
    ['REGIME_EXCLUDED', (basis) => basis.regimes.includes(partner.principal.regime)],
    ['FEED_MODE_NOT_COVERED', (basis) => request.permission !== 'match' || allowsFeed(basis, request.feedMode)],
    ['STATUTE_NOT_LATER', isLaterStatute],
    ['CONDITION_NOT_MET', (basis) => basis.conditions.every((condition) => HOLDS[condition](partner, today))],
  ]);
  return found.kind === 'none' ? refused(found.condition) : ALLOWED(found.bases[0]);
}

function isLaterStatute({ statute, conditions }: LegalBasis): boolean {
  const { gazetteYear, gazetteNumber } = SCREENING_ACT;
  const later =
    statute.gazetteYear > gazetteYear || (statute.gazetteYear === gazetteYear && statute.gazetteNumber > gazetteNumber);
  return later && conditions.length > 0;
}

const ADULT_YEARS = 18;

const HOLDS: Readonly<Record<BasisCondition, (partner: PartnerFacts, today: CalendarDate) => boolean>> = {
  principal_increased_risk: ({ principal }) => principal.functionClass === 'increased_risk',
  relation_partner: ({ relation }) => relation === 'partner',
  aged_18_or_over: ({ birthDate }, today) => addMonths(latestDay(birthDate), ADULT_YEARS * 12) <= today,
};
