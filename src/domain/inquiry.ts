import type { CalendarDate } from './calendar-date.ts';
import type { AccountId, DeliveryKey, EpochMs, InquiryId, PersonnelNumber, SubjectId } from './ids.ts';

/**
 * The kinds of betrouwbaarheidsonderzoek (Politiewet 2012): `first` 48r; `renewed_incidental` 48x lid 1, which needs no
 * start notice; `renewed_periodic` 48x lid 2.
 */
export const INQUIRY_KINDS = ['first', 'renewed_incidental', 'renewed_periodic'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** What somebody is to the subject of an inquiry (Politiewet 48s lid 2–5). */
export const RELATIONS = ['partner', 'child', 'resident_parent', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** An inquiry into the reliability of one officer or external, the only place where a partner's data may be used. */
export interface Inquiry {
  readonly inquiryId: InquiryId;
  /** The officer or external it is about; never the partner. */
  readonly principalId: SubjectId;
  readonly kind: InquiryKind;
  /** Why it was opened (Besluit art. 12). Blank = not recorded. */
  readonly ground: string;
  readonly openedOn: CalendarDate;
  /** When the principal was told that it starts (48u lid 1); null = not yet. */
  readonly noticeSentOn: CalendarDate | null;
  readonly investigator: AccountId | null;
  /** Why this person's data are needed. Blank = not recorded. */
  readonly necessity: string;
  /** The assessment that covers it; must be that of the basis. */
  readonly dpiaReference: string;
  /** What in this same inquiry points at an "other person" (48s lid 4). Blank = nothing. */
  readonly indication: string;
  /** Its last day. Null = none recorded, and then nobody is compared. */
  readonly endsOn: CalendarDate | null;
  readonly closedAt: EpochMs | null;
  /** The one delivery in which its persons were compared; null = not yet. */
  readonly comparedIn: DeliveryKey | null;
}

/** What is written down about an inquiry when it is opened, and stays as it is. */
export type InquiryRecord = Pick<
  Inquiry,
  'kind' | 'ground' | 'openedOn' | 'investigator' | 'necessity' | 'dpiaReference' | 'indication'
>;

/** An inquiry as a registrar opens it. */
export interface NewInquiry extends InquiryRecord {
  /** Of the officer or external it is about. */
  readonly principal: PersonnelNumber;
  readonly investigator: AccountId;
  readonly noticeSentOn: CalendarDate | null;
  readonly endsOn: CalendarDate;
}
