import type { Access } from '../../src/domain/access.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { EpochMs, InquiryId } from '../../src/domain/ids.ts';
import type { Inquiry, NewInquiry } from '../../src/domain/inquiry.ts';

/** What went with the end of an inquiry. */
export interface EndedInquiry {
  /** Subjects that only the inquiry had let in; they left the register. */
  readonly left: number;
  readonly withdrawnTasks: number;
}

/**
 * Inquiries into the reliability of somebody in the register (Politiewet 48r, 48x), kept by registrars: every method
 * throws `ScreeningError` ROLE_FORBIDS for another account. Each change of one changes who may be matched, so it makes
 * a new register version. What the law demands of an inquiry the gate asks at every use, not here.
 */
export interface InquiryStore {
  listInquiries(access: Access): Promise<readonly Inquiry[]>;
  /** Throws INQUIRY_REFUSED when the principal is no officer or external in the register, the investigator no reviewer. */
  openInquiry(access: Access, inquiry: NewInquiry, at: EpochMs): Promise<InquiryId>;
  /**
   * Records that the principal was told of the start (48u lid 1). Throws INQUIRY_REFUSED when it is unknown, told of
   * before or closed.
   */
  noteNoticeSent(access: Access, inquiryId: InquiryId, sentOn: CalendarDate): Promise<void>;
  /**
   * Ends an inquiry, with all that follows at once: whom it let in leaves the register with the tasks that are not
   * closed. Throws INQUIRY_REFUSED when it is unknown or was closed before.
   */
  closeInquiry(access: Access, inquiryId: InquiryId, at: EpochMs): Promise<EndedInquiry>;
}
