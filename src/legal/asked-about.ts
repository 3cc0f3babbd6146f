import type { SubjectId } from '../domain/ids.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import type { RegisterRow } from '../domain/subject.ts';
import { relationOf } from './relation.ts';
import type { GateRequest, GateSubject } from './request.ts';

/** The officer or external whom a partner belongs to. */
export interface Principal {
  /** Null for somebody who comes with the same register file, and into whom there is therefore no inquiry yet. */
  readonly subjectId: SubjectId | null;
  readonly row: GateSubject;
}

/** What every question to the gate about one person has in common. */
export type AskedAbout = Pick<GateRequest, 'subject' | 'partner' | 'inquiry'>;

/**
 * Puts together what the gate looks at in a row of the register. Of a partner that is also the principal, null when
 * the register does not know them, and the inquiry that the row names.
 */
export function askedAbout(
  row: RegisterRow,
  principal: Principal | null,
  findInquiry: (inquiryId: string) => Inquiry | null,
): AskedAbout {
  const { kind, partnerLink, identity } = row;
  if (kind !== 'partner' || partnerLink === null) return { subject: row, partner: null, inquiry: null };
  const { relation, inquiry } = partnerLink;
  const facts = { relation: relationOf(relation), birthDate: identity.birthDate, inquiry };
  return {
    subject: row,
    partner: principal === null ? null : { principalId: principal.subjectId, principal: principal.row, ...facts },
    inquiry: findInquiry(inquiry),
  };
}
