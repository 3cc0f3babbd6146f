import type { EpochMs, InquiryId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { type AskedAbout, askedAbout } from '../../../src/legal/asked-about.ts';
import { compileGate, type Gate } from '../../../src/legal/gate.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import type { Engine } from '../engine.ts';
import { principalOf } from '../register/subject-rows.ts';
import { inquiryById } from './inquiries.ts';
import { allBases } from './stored-bases.ts';

/** The law of one day over what the database holds now. */
export interface LawToday {
  readonly gate: Gate;
  /** What is asked about somebody: of a partner, principal and inquiry are looked up. */
  ask(row: RegisterRow): AskedAbout;
}

export function lawToday(engine: Engine, at: EpochMs): LawToday {
  return {
    gate: compileGate(allBases(engine), dutchDay(at)),
    ask: (row) => {
      const partnerOf = row.partnerLink?.partnerOf;
      const principal = partnerOf === undefined ? null : principalOf(engine, partnerOf);
      return askedAbout(row, principal, (named) => inquiryById(engine, named as InquiryId));
    },
  };
}
