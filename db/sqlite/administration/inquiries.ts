import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { asId, type InquiryId } from '../../../src/domain/ids.ts';
import type { Inquiry, InquiryRecord, NewInquiry } from '../../../src/domain/inquiry.ts';
import type { EndedInquiry, InquiryStore } from '../../contract/inquiries.ts';
import { inquiries } from '../../schema/inquiries.ts';
import { subjects } from '../../schema/subjects.ts';
import type { Engine } from '../engine.ts';
import { personnelHash } from '../hashes.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';
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
  if (found === undefined || found.kind === 'partner' || investigator?.roles.includes('reviewer') !== true) return null;
  const inquiryId = asId<InquiryId>(randomUUID());
  const { subjectId: principalId } = found;
  const sealed = sealJson(keyring, recordPlace(inquiryId), record satisfies InquiryRecord);
  queries.insert(inquiries).values({ inquiryId, principalId, record: sealed, openedAt, noticeSentOn, endsOn }).run();
  return { inquiryId, principalId };
}

export function inquiryStore(engine: Engine): InquiryStore {
  const { queries } = engine;
  const open = (inquiryId: InquiryId) => and(eq(inquiries.inquiryId, inquiryId), isNull(inquiries.closedAt));
  return {
    listInquiries: (access) =>
      transact(engine, access, 'list_inquiries', () => {
        requireRole(engine, access, ['registrar']);
        return allInquiries(engine);
      }),
    openInquiry: (access, inquiry, at) =>
      transact(engine, access, 'open_inquiry', (tx) => {
        requireRole(engine, access, ['registrar']);
        const added = add(engine, inquiry, at);
        if (added === null) tx.note({ result: 'refused' });
        else {
          const { investigator, kind } = inquiry;
          tx.note({ ...added, investigator, kind, registerVersion: raiseRegisterVersion(queries) });
        }
        return added?.inquiryId ?? null;
      }),
    noteNoticeSent: (access, inquiryId, sentOn) =>
      transact(engine, access, 'note_notice_sent', (tx) => {
        requireRole(engine, access, ['registrar']);
        tx.note({ inquiryId });
        const untold = and(open(inquiryId), isNull(inquiries.noticeSentOn));
        const { changes } = queries.update(inquiries).set({ noticeSentOn: sentOn }).where(untold).run();
        if (changes === 1) tx.note({ registerVersion: raiseRegisterVersion(queries) });
        return changes === 1;
      }),
    closeInquiry: (access, inquiryId, at) =>
      transact(engine, access, 'close_inquiry', (tx): EndedInquiry | null => {
        requireRole(engine, access, ['registrar']);
        tx.note({ inquiryId });
        if (queries.update(inquiries).set({ closedAt: at }).where(open(inquiryId)).run().changes === 0) return null;
        const registerVersion = raiseRegisterVersion(queries);
        const ended = leaveWithInquiry(engine, inquiryId, registerVersion, at);
        tx.note({ registerVersion, ...ended });
        return ended;
      }),
  };
}
