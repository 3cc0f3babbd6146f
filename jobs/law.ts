import type { BasisStore } from '../db/contract/administration.ts';
import type { InquiryStore } from '../db/contract/inquiries.ts';
import type { Access } from '../src/domain/access.ts';
import type { LegalBasis } from '../src/domain/basis.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import type { Inquiry } from '../src/domain/inquiry.ts';
import type { RegisterRow } from '../src/domain/subject.ts';
import { type AskedAbout, askedAbout, type Principal } from '../src/legal/asked-about.ts';
import { compileGate, type Gate } from '../src/legal/gate.ts';

/** The law as it is on one day: what registrars recorded, and the gate that asks it. */
export interface Law {
  readonly today: CalendarDate;
  readonly bases: readonly LegalBasis[];
  readonly inquiries: readonly Inquiry[];
  readonly gate: Gate;
}

export async function readLaw(
  store: Pick<BasisStore, 'listBases'> & Pick<InquiryStore, 'listInquiries'>,
  access: Access,
  today: CalendarDate,
): Promise<Law> {
  const bases = await store.listBases(access);
  return { today, bases, inquiries: await store.listInquiries(access), gate: compileGate(bases, today) };
}

/** What is asked of the gate about a row of the register, with the inquiry that it names. */
export function askedOf({ inquiries }: Law, row: RegisterRow, principal: Principal | null): AskedAbout {
  return askedAbout(row, principal, (named) => inquiries.find(({ inquiryId }) => inquiryId === named) ?? null);
}
