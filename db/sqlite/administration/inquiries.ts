import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asId, type InquiryId } from '../../../src/domain/ids.ts';
import type { Inquiry, InquiryRecord, NewInquiry } from '../../../src/domain/inquiry.ts';
import { refusal } from '../../../src/domain/refusals.ts';
import type { EndedInquiry, InquiryStore } from '../../contract/inquiries.ts';
import { inquiries } from '../../schema/inquiries.ts';
import { subjects } from '../../schema/subjects.ts';
import type { Engine } from '../engine.ts';
import { personnelHash } from '../hashes.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';
import { orThrow } from '../refusals.ts';
import { leaveWithInquiry } from '../register/leave.ts';
import { transact } from '../transact.ts';
import { accountById } from './account-rows.ts';
import { requireRole } from './require-role.ts';

const recordPlace = (inquiryId: InquiryId): string => placeOf('inquiries', [inquiryId], 'record');

function openInquiry({ keyring }: Engine, { record, openedAt: _, ...row }: typeof inquiries.$inferSelect): Inquiry {
  return { ...openJson<InquiryRecord>(keyring, recordPlace(row.inquiryId), record), ...row };
}

/** Every inquiry, oldest first. */
export function allInquiries(engine: Engine): readonly Inquiry[] {
  const rows = engine.queries.select().from(inquiries).orderBy(asc(inquiries.openedAt), asc(inquiries.inquiryId)).all();
  return rows.map((row) => openInquiry(engine, row));
}

/** The inquiry that a row of the register names; null when there is none of that id. */
export function inquiryById(engine: Engine, inquiryId: InquiryId): Inquiry | null {
  const row = engine.queries.select().from(inquiries).where(eq(inquiries.inquiryId, inquiryId)).get();
  return row === undefined ? null : openInquiry(engine, row);
}

function add(engine: Engine, inquiry: NewInquiry, openedAt: (typeof inquiries.$inferSelect)['openedAt']) {
  const { queries, keyring } = engine;
  const { principal, noticeSentOn, endsOn, ...record } = inquiry;
  const found = queries
    .select()
    .from(subjects)
    .where(and(eq(subjects.personnelHash, personnelHash(keyring, principal)), eq(subjects.present, true)))
    .get();
  const investigator = accountById(engine, inquiry.investigator);
  if (found === undefined || found.kind === 'partner') return refusal('INQUIRY_REFUSED', 'subject_unknown');
  if (investigator?.roles.includes('reviewer') !== true) return refusal('INQUIRY_REFUSED', 'investigator_no_reviewer');
  const inquiryId = asId<InquiryId>(randomUUID());
  const { subjectId: principalId } = found;
  const sealed = sealJson(keyring, recordPlace(inquiryId), record satisfies InquiryRecord);
  queries.insert(inquiries).values({ inquiryId, principalId, record: sealed, openedAt, noticeSentOn, endsOn }).run();
  return { inquiryId, principalId };
}

export function inquiryStore(engine: Engine): InquiryStore {
  const { queries } = engine;
  const openOne = (inquiryId: InquiryId): Inquiry | ScreeningError => {
    const found = inquiryById(engine, inquiryId);
    if (found === null) return refusal('INQUIRY_REFUSED', 'unknown');
    return found.closedAt === null ? found : refusal('INQUIRY_REFUSED', 'closed_before');
  };
  return {
    listInquiries: (access) =>
      transact(engine, access, 'list_inquiries', () => {
        requireRole(engine, access, ['registrar']);
        return allInquiries(engine);
      }),
    openInquiry: (access, inquiry, at) =>
      orThrow(
        transact(engine, access, 'open_inquiry', (tx) => {
          requireRole(engine, access, ['registrar']);
          const added = add(engine, inquiry, at);
          if (added instanceof ScreeningError) {
            tx.note({ result: 'refused' });
            return added;
          }
          const { investigator, kind } = inquiry;
          tx.note({ ...added, investigator, kind, registerVersion: raiseRegisterVersion(queries) });
          return added.inquiryId;
        }),
      ),
    noteNoticeSent: (access, inquiryId, sentOn) =>
      orThrow(
        transact(engine, access, 'note_notice_sent', (tx) => {
          requireRole(engine, access, ['registrar']);
          tx.note({ inquiryId });
          const found = openOne(inquiryId);
          if (found instanceof ScreeningError) return found;
          if (found.noticeSentOn !== null) return refusal('INQUIRY_REFUSED', 'notice_sent_before');
          queries.update(inquiries).set({ noticeSentOn: sentOn }).where(eq(inquiries.inquiryId, inquiryId)).run();
          return tx.note({ registerVersion: raiseRegisterVersion(queries) });
        }),
      ),
    closeInquiry: (access, inquiryId, at) =>
      orThrow(
        transact(engine, access, 'close_inquiry', (tx): EndedInquiry | ScreeningError => {
          requireRole(engine, access, ['registrar']);
          tx.note({ inquiryId });
          const found = openOne(inquiryId);
          if (found instanceof ScreeningError) return found;
          queries.update(inquiries).set({ closedAt: at }).where(eq(inquiries.inquiryId, inquiryId)).run();
          const registerVersion = raiseRegisterVersion(queries);
          const ended = leaveWithInquiry(engine, inquiryId, registerVersion, at);
          tx.note({ registerVersion, ...ended });
          return ended;
        }),
      ),
  };
}
