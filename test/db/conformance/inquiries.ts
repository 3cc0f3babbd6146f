import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import { asId, type InquiryId } from '../../../src/domain/ids.ts';
import type { Inquiry, NewInquiry } from '../../../src/domain/inquiry.ts';
import type { RefusalReason } from '../../../src/domain/refusals.ts';
import { MORNING, OPERATOR } from './bench.ts';
import { registerRow } from './people.ts';
import { refused } from './refused.ts';
import { fillRegister } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld } from './review-world.ts';
import { importRows } from './steps.ts';

const SECRET = 'een aanwijzing die niemand anders aangaat';
const day = (text: string) => text as CalendarDate;

/** Inquiries as registrars keep them. */
export function describeInquiries(makeBench: MakeReviewBench): void {
  describe('an inquiry', () => {
    let world: ReviewWorld;
    let store: Store;
    let wanted: NewInquiry;
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      ({ store } = world);
      await fillRegister(store, 1);
      wanted = {
        ...{ principal: asId('P-1'), kind: 'first', ground: 'Besluit art. 12', necessity: SECRET, indication: '' },
        ...{ openedOn: day('2026-11-23'), noticeSentOn: null, endsOn: day('2026-12-31'), dpiaReference: 'DPIA-1' },
        investigator: world.accountId('anne'),
      };
    });
    afterEach(() => world.dispose());

    const open = (): Promise<InquiryId> => store.openInquiry(world.access('registrar'), wanted, MORNING);
    const refuses = (doing: Promise<unknown>, reason: RefusalReason<'INQUIRY_REFUSED'>) =>
      expect(doing).rejects.toMatchObject(refused('INQUIRY_REFUSED', reason));
    const list = (): Promise<readonly Inquiry[]> => store.listInquiries(OPERATOR);

    test('is kept as it was opened, and each change of it makes a register version', async () => {
      const before = await store.registerVersion(OPERATOR);
      const inquiryId = await open();
      const { principal: _, ...record } = wanted;
      const kept = { ...record, inquiryId, principalId: expect.any(String), closedAt: null, comparedIn: null };
      expect(await list()).toEqual([kept]);
      const registrar = world.access('registrar');
      await store.noteNoticeSent(registrar, inquiryId, day('2026-11-24'));
      expect(await list()).toEqual([{ ...kept, noticeSentOn: '2026-11-24' }]);
      expect(await store.closeInquiry(registrar, inquiryId, minutesLater(1))).toEqual({ left: 0, withdrawnTasks: 0 });
      expect(await list()).toEqual([{ ...kept, noticeSentOn: '2026-11-24', closedAt: minutesLater(1) }]);
      expect(await store.registerVersion(OPERATOR)).toBe(before + 3);
    });

    test('is told of once, closed once, and not told of when closed or unknown', async () => {
      const registrar = world.access('registrar');
      const inquiryId = await open();
      await store.noteNoticeSent(registrar, inquiryId, day('2026-11-23'));
      await refuses(store.noteNoticeSent(registrar, inquiryId, day('2026-11-24')), 'notice_sent_before');
      await refuses(store.noteNoticeSent(registrar, asId('nothing'), day('2026-11-24')), 'unknown');
      await store.closeInquiry(registrar, inquiryId, MORNING);
      await refuses(store.closeInquiry(registrar, inquiryId, MORNING), 'closed_before');
      await refuses(store.closeInquiry(registrar, asId('nothing'), MORNING), 'unknown');
      const second = await open();
      await store.closeInquiry(registrar, second, MORNING);
      await refuses(store.noteNoticeSent(registrar, second, day('2026-11-23')), 'closed_before');
    });

    test('is about an officer or external in the register, and is given to a reviewer', async () => {
      const registrar = world.access('registrar');
      const opening = (change: Partial<NewInquiry>) => store.openInquiry(registrar, { ...wanted, ...change }, MORNING);
      await refuses(opening({ principal: asId('P-9') }), 'subject_unknown');
      await refuses(opening({ investigator: world.accountId('senior') }), 'investigator_no_reviewer');
      await refuses(opening({ investigator: asId('nobody') }), 'investigator_no_reviewer');
      await importRows(store, [registerRow('P-2', { kind: 'partner' })]);
      await refuses(opening({ principal: asId('P-1') }), 'subject_unknown');
      await refuses(opening({ principal: asId('P-2') }), 'subject_unknown');
      expect(await list()).toEqual([]);
    });

    test('is the registrars’ alone', async () => {
      const inquiryId = await open();
      const anne = world.access('anne');
      const forbidden = { code: 'ROLE_FORBIDS' };
      await expect(store.listInquiries(anne)).rejects.toMatchObject(forbidden);
      await expect(store.openInquiry(anne, wanted, MORNING)).rejects.toMatchObject(forbidden);
      await expect(store.noteNoticeSent(anne, inquiryId, day('2026-11-23'))).rejects.toMatchObject(forbidden);
      await expect(store.closeInquiry(anne, inquiryId, MORNING)).rejects.toMatchObject(forbidden);
      expect(await list()).toMatchObject([{ noticeSentOn: null, closedAt: null }]);
    });

    test('stands in the audit log by ids alone', async () => {
      const inquiryId = await open();
      await store.closeInquiry(world.access('registrar'), inquiryId, MORNING);
      const rows = (await store.listAudit(OPERATOR, 0, 1_000)).filter(({ action }) => action.endsWith('_inquiry'));
      expect(rows.map(({ action, actor, details }) => [action, actor, details['inquiryId']])).toEqual([
        ['open_inquiry', `account:${world.accountId('registrar')}`, inquiryId],
        ['close_inquiry', `account:${world.accountId('registrar')}`, inquiryId],
      ]);
      const told = JSON.stringify(rows);
      for (const secret of [SECRET, 'P-1', wanted.ground]) expect(told).not.toContain(secret);
    });
  });
}
