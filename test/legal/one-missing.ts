import type { LegalBasis } from '../../src/domain/basis.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asId } from '../../src/domain/ids.ts';
import type { Inquiry } from '../../src/domain/inquiry.ts';
import { gate } from '../../src/legal/gate.ts';
import type { GateRequest, PartnerFacts } from '../../src/legal/request.ts';
import { BASIS, date, INQUIRY, NOW, OFFICER, ONE_OFF, PARTNER_FACTS, TODAY } from './people.ts';

/** What is different from a partner who meets all of G1 to G9. */
export interface Change {
  readonly basis?: Partial<LegalBasis>;
  readonly partner?: Partial<PartnerFacts>;
  readonly principal?: Partial<PartnerFacts['principal']>;
  readonly inquiry?: Partial<Inquiry>;
}

/** One thing is missing; the gate names it. */
export const MISSING: readonly (readonly [string, Change, string])[] = [
  ['the statute is another', { basis: { statute: { ...ONE_OFF.statute, gazetteNumber: 413 } } }, 'G1_BASIS'],
  ['the statute is older', { basis: { statute: { ...ONE_OFF.statute, gazetteYear: 2012 } } }, 'G1_BASIS'],
  ['the article is another', { basis: { articles: ['48v'] } }, 'G1_BASIS'],
  ['not confirmed', { basis: { confirmedBy: null } }, 'G1_BASIS'],
  ['confirmed by who recorded it', { basis: { confirmedBy: ONE_OFF.recordedBy } }, 'G1_BASIS'],
  ['not in force yet', { basis: { from: '2026-11-24' as CalendarDate } }, 'G1_BASIS'],
  ['no longer in force', { basis: { until: '2026-11-22' as CalendarDate } }, 'G1_BASIS'],
  ['ended', { basis: { endedAt: NOW } }, 'G1_BASIS'],
  ['for another organisation', { basis: { organisation: 'Eenheid Elders' } }, 'G1_BASIS'],
  ['other work', { principal: { functionClass: 'standard' } }, 'G2_INCREASED_RISK'],
  ['the officer left', { principal: { inServiceUntil: date('2026-11-22') } }, 'G2_INCREASED_RISK'],
  ['the officer is a partner', { principal: { kind: 'partner' } }, 'G2_INCREASED_RISK'],
  ['the inquiry is about somebody else', { inquiry: { principalId: asId('subject-2') } }, 'G3_OPEN_INQUIRY'],
  ['the register names another inquiry', { partner: { inquiry: 'inquiry-2' } }, 'G3_OPEN_INQUIRY'],
  ['not begun', { inquiry: { openedOn: '2026-11-24' as CalendarDate } }, 'G3_OPEN_INQUIRY'],
  ['closed', { inquiry: { closedAt: NOW } }, 'G3_OPEN_INQUIRY'],
  ['no notice', { inquiry: { noticeSentOn: null } }, 'G3_OPEN_INQUIRY'],
  ['notice tomorrow', { inquiry: { noticeSentOn: '2026-11-24' as CalendarDate } }, 'G3_OPEN_INQUIRY'],
  ['no such relation', { partner: { relation: null } }, 'G4_RELATION'],
  ['a child under twelve', { partner: { relation: 'child', birthDate: date('2014-11-24') } }, 'G4_RELATION'],
  ['a child, perhaps under twelve', { partner: { relation: 'child', birthDate: date('2014-00-00') } }, 'G4_RELATION'],
  ['a child of unknown age', { partner: { relation: 'child', birthDate: date('0000-00-00') } }, 'G4_RELATION'],
  ['another person without an indication', { partner: { relation: 'other' } }, 'G4_RELATION'],
  [
    'another person under twelve',
    { partner: { relation: 'other', birthDate: date('2020-01-01') }, inquiry: { indication: 'seen in this inquiry' } },
    'G4_RELATION',
  ],
  ['an indication of nothing', { partner: { relation: 'other' }, inquiry: { indication: ' ' } }, 'G4_RELATION'],
  ['a blank assessment', { basis: { dpiaReference: ' ' }, inquiry: { dpiaReference: ' ' } }, 'G5_PURPOSE'],
  ['no ground', { inquiry: { ground: ' ' } }, 'G5_PURPOSE'],
  ['no necessity', { inquiry: { necessity: '' } }, 'G5_PURPOSE'],
  ['no investigator', { inquiry: { investigator: null } }, 'G5_PURPOSE'],
  ['another assessment', { inquiry: { dpiaReference: 'DPIA-2' } }, 'G5_PURPOSE'],
  ['no assessment', { basis: { dpiaReference: '' }, inquiry: { dpiaReference: '' } }, 'G5_PURPOSE'],
  ['VOG', { principal: { regime: 'VOG' } }, 'G7_REGIME'],
  ['position of trust', { principal: { regime: 'position_of_trust' } }, 'G7_REGIME'],
  ['a regime that the basis does not name', { basis: { regimes: ['VOG'] } }, 'G7_REGIME'],
  ['no last day', { inquiry: { endsOn: null } }, 'G8_EXPIRY'],
  ['over', { inquiry: { endsOn: '2026-11-22' as CalendarDate } }, 'G8_EXPIRY'],
];

/** The gate's answer for such a partner, with a basis for officers beside. */
export function ask(request: GateRequest, { basis, partner, principal, inquiry }: Change, today = TODAY) {
  const changed = {
    ...request,
    partner: { ...PARTNER_FACTS, ...partner, principal: { ...OFFICER, ...principal } },
    inquiry: { ...INQUIRY, ...inquiry },
  };
  return gate(changed, [BASIS, { ...ONE_OFF, ...basis }], today);
}
