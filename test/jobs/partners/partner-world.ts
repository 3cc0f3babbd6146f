import { csvRegister, type WireRow } from '../../../fixtures/wire/register-files.ts';
import type { ImportedRegister } from '../../../jobs/import-register.ts';
import type { Access } from '../../../src/domain/access.ts';
import type { NewLegalBasis } from '../../../src/domain/basis.ts';
import { addDays, type CalendarDate } from '../../../src/domain/calendar-date.ts';
import { asId, type BasisId, type InquiryId } from '../../../src/domain/ids.ts';
import type { NewInquiry } from '../../../src/domain/inquiry.ts';
import { type Bench, openBench } from '../../support/bench.ts';
import { TESTING } from '../../support/own-installation.ts';
import { officerOf, registerRow } from '../../support/small-world.ts';

export const TODAY = '2026-11-20' as CalendarDate;
export const TOMORROW = addDays(TODAY, 1);

/** The officer whose partner is compared; with work of increased risk. */
export const OFFICER = 1;
/** The partner, who is nobody in the register otherwise. */
export const PARTNER = 50;

/** Partners once, inside an inquiry (Politiewet 48s). */
const ONE_OFF: Omit<NewLegalBasis, 'recordedBy'> = {
  ...{ statute: { name: 'Politiewet 2012', gazetteYear: 2020, gazetteNumber: 412 }, articles: ['48s'] },
  ...{ subjectKind: 'partner', mode: 'one_off', feedMode: 'full_feed', organisation: null, regimes: ['BO'] },
  ...{ from: '2023-01-01' as CalendarDate, until: null, conditions: [], dpiaReference: 'DPIA-1', fictitious: false },
};

/** An installation with staff, registrars at work and a partner's row at hand. */
export interface PartnerWorld extends Bench {
  access(account: string): Promise<Access>;
  /** Recorded by one registrar; confirmed by another unless told otherwise. */
  basis(change?: Partial<NewLegalBasis>, confirmed?: boolean): Promise<BasisId>;
  inquiry(change?: Partial<NewInquiry>): Promise<InquiryId>;
  /** Hands in the partner's row, as a file of changes. */
  loadPartner(inquiryId: string, cells?: Partial<WireRow>): Promise<ImportedRegister>;
  partners(): Promise<number>;
}

export const staffRow = (number: number, cells: Partial<WireRow> = {}): WireRow =>
  registerRow(number, number === OFFICER ? { functieklasse: 'verhoogd_risico', ...cells } : cells);

export const partnerRow = (inquiryId: string, cells: Partial<WireRow> = {}): WireRow =>
  registerRow(PARTNER, {
    ...{ soort: 'partner', partner_van: officerOf(OFFICER), relatie: 'partner', onderzoek: inquiryId },
    ...cells,
  });

export const STAFF = [0, OFFICER, 2];

export async function openPartnerWorld(chunkSize?: number): Promise<PartnerWorld> {
  const bench = await openBench(chunkSize);
  const { store } = bench.installation;
  const idOf = async (name: string) => (await store.accountByName(TESTING, name))!.accountId;
  const access = async (name: string): Promise<Access> => ({
    actor: { kind: 'account', accountId: await idOf(name) },
    purpose: 'review_task',
  });
  const [registrar, second] = [await idOf('registrar'), await idOf('registrar2')];
  const file = csvRegister(
    STAFF.map((number) => staffRow(number)),
    ',',
  );
  await bench.importRegister(file);
  return {
    ...{ ...bench, access },
    async basis(change = {}, confirmed = true) {
      const recorded = { ...ONE_OFF, recordedBy: registrar, ...change };
      const basisId = await store.recordBasis(await access('registrar'), recorded, bench.clock.now());
      if (confirmed) await store.confirmBasis(await access('registrar2'), basisId, second, bench.clock.now());
      return basisId;
    },
    async inquiry(change = {}) {
      const opened: NewInquiry = {
        ...{ principal: asId(officerOf(OFFICER)), kind: 'renewed_periodic', ground: 'Besluit art. 12 lid 1' },
        ...{ necessity: 'werk met verhoogd risico', indication: '', dpiaReference: 'DPIA-1' },
        ...{ openedOn: TODAY, noticeSentOn: TODAY, endsOn: addDays(TODAY, 30), investigator: await idOf('reviewer1') },
        ...change,
      };
      return store.openInquiry(await access('registrar'), opened, bench.clock.now());
    },
    loadPartner: (inquiryId, cells) =>
      bench.importRegister(csvRegister([partnerRow(inquiryId, cells)], ','), 'changes'),
    partners: async () => (await store.countSubjects(TESTING)).partner,
  };
}
