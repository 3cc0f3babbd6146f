import type { LegalBasis } from '../../src/domain/basis.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asEpochMs, asId } from '../../src/domain/ids.ts';
import type { Inquiry } from '../../src/domain/inquiry.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../../src/domain/partial-date.ts';
import type { GateRequest, GateSubject, PartnerFacts } from '../../src/legal/request.ts';

export const TODAY = '2026-11-23' as CalendarDate;
export const NOW = asEpochMs(Date.UTC(2026, 10, 23));

/** A confirmed basis for officers, in force, that covers everybody. */
export const BASIS: LegalBasis = {
  basisId: asId('basis-1'),
  statute: { name: 'Politiewet 2012', gazetteYear: 2020, gazetteNumber: 412 },
  articles: ['48v'],
  subjectKind: 'officer',
  mode: 'continuous',
  feedMode: 'full_feed',
  organisation: null,
  regimes: ['BO'],
  from: '2023-01-01' as CalendarDate,
  until: null,
  conditions: [],
  dpiaReference: 'DPIA-1',
  recordedBy: asId('registrar'),
  recordedAt: NOW,
  confirmedBy: asId('registrar2'),
  confirmedAt: NOW,
  endedAt: null,
  fictitious: false,
};

/** Partners once, inside an inquiry (Politiewet 48s). */
export const ONE_OFF: LegalBasis = {
  ...BASIS,
  basisId: asId('basis-once'),
  articles: ['48s'],
  subjectKind: 'partner',
  mode: 'one_off',
};

/** Partners continuously, under an act that does not exist. */
export const LATER_ACT: LegalBasis = {
  ...BASIS,
  basisId: asId('basis-later'),
  statute: { name: 'Made-up later act', gazetteYear: 2027, gazetteNumber: 1 },
  subjectKind: 'partner',
  from: '2026-01-01' as CalendarDate,
  conditions: ['principal_increased_risk', 'relation_partner', 'aged_18_or_over'],
};

export const OFFICER: GateSubject = {
  kind: 'officer',
  organisation: 'Eenheid Fictie',
  regime: 'BO',
  functionClass: 'increased_risk',
  inServiceFrom: date('2015-03-01'),
  inServiceUntil: null,
};

export const PARTNER: GateSubject = { ...OFFICER, kind: 'partner', inServiceFrom: null };

export const PARTNER_FACTS: PartnerFacts = {
  principalId: asId('subject-1'),
  principal: OFFICER,
  relation: 'partner',
  birthDate: date('1985-06-01'),
  inquiry: 'inquiry-1',
};

export const INQUIRY: Inquiry = {
  inquiryId: asId('inquiry-1'),
  principalId: asId('subject-1'),
  kind: 'renewed_periodic',
  ground: 'Besluit art. 12 lid 1',
  openedOn: '2026-10-01' as CalendarDate,
  noticeSentOn: '2026-10-02' as CalendarDate,
  investigator: asId('investigator'),
  necessity: 'work with increased risk',
  dpiaReference: 'DPIA-1',
  indication: '',
  endsOn: '2026-12-31' as CalendarDate,
  closedAt: null,
  comparedIn: null,
};

export function date(text: string) {
  return parsePartialDate(text) ?? UNKNOWN_DATE;
}

const ASKED = { subject: OFFICER, partner: null, inquiry: null };
const ASKED_PARTNER = { subject: PARTNER, partner: PARTNER_FACTS, inquiry: INQUIRY };

/** The three questions about an officer. */
export const LOAD: GateRequest = { ...ASKED, permission: 'load' };
export const MATCH: GateRequest = {
  ...ASKED,
  permission: 'match',
  feedMode: 'full_feed',
  deliveryKey: asId('delivery-1'),
};
export const SHOW: GateRequest = { ...ASKED, permission: 'show', viewer: asId('reviewer1'), fact: null };

/** The three questions about a partner inside an inquiry. */
export const LOAD_PARTNER: GateRequest = { ...LOAD, ...ASKED_PARTNER };
export const MATCH_PARTNER: GateRequest = { ...MATCH, ...ASKED_PARTNER };
export const SHOW_PARTNER: GateRequest = { ...SHOW, ...ASKED_PARTNER, viewer: asId('investigator') };
