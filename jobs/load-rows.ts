import type { RegisterStore } from '../db/contract/register.ts';
import type { Access } from '../src/domain/access.ts';
import type { GateCondition, GateVerdict } from '../src/domain/gate.ts';
import { asId, type InquiryId, type PersonnelNumber } from '../src/domain/ids.ts';
import type { RegisterRow } from '../src/domain/subject.ts';
import type { Principal } from '../src/legal/asked-about.ts';
import { askedOf, type Law } from './law.ts';

/** The rows of a register file after the gate's `load`. */
export interface LoadedRows {
  readonly rows: readonly RegisterRow[];
  /** Whose row was refused: they leave, if they were there. */
  readonly refused: readonly PersonnelNumber[];
  /** Whose row was refused because the one comparison has been made: what is stored of them stays until the inquiry ends. */
  readonly stay: readonly PersonnelNumber[];
  /** Whom an inquiry alone lets in, and which. */
  readonly withinInquiry: ReadonlyMap<PersonnelNumber, InquiryId>;
  readonly refusedByCondition: Readonly<Partial<Record<GateCondition, number>>>;
}

class Sorting {
  readonly rows: RegisterRow[] = [];
  readonly refused: PersonnelNumber[] = [];
  readonly stay: PersonnelNumber[] = [];
  readonly withinInquiry = new Map<PersonnelNumber, InquiryId>();
  readonly refusedByCondition: Partial<Record<GateCondition, number>> = {};
  readonly #once: ReadonlySet<string>;

  constructor({ bases }: Law) {
    this.#once = new Set(bases.filter(({ mode }) => mode === 'one_off').map(({ basisId }) => basisId));
  }

  take(row: RegisterRow, verdict: GateVerdict): void {
    const { personnelNumber, partnerLink } = row;
    if (verdict.kind === 'allowed') {
      this.rows.push(row);
      if (partnerLink !== null && this.#once.has(verdict.basisId)) {
        this.withinInquiry.set(personnelNumber, asId<InquiryId>(partnerLink.inquiry));
      }
      return;
    }
    (verdict.condition === 'G6_ONE_OFF' ? this.stay : this.refused).push(personnelNumber);
    this.refusedByCondition[verdict.condition] = (this.refusedByCondition[verdict.condition] ?? 0) + 1;
  }
}

/** Principals as they will be when the file is applied: as it says itself, else as the register has them. */
async function findPrincipals(
  store: Pick<RegisterStore, 'readPrincipals'>,
  access: Access,
  partners: readonly RegisterRow[],
  { rows, refused }: Sorting,
): Promise<(row: RegisterRow) => Principal | null> {
  const named = new Set(partners.flatMap(({ partnerLink }) => (partnerLink === null ? [] : [partnerLink.partnerOf])));
  const { principals } = await store.readPrincipals(access, [...named]);
  const inFile = new Map(rows.filter((row) => named.has(row.personnelNumber)).map((row) => [row.personnelNumber, row]));
  const leaving = new Set(refused);
  return ({ partnerLink }) => {
    if (partnerLink === null || leaving.has(partnerLink.partnerOf)) return null;
    const stored = principals.get(partnerLink.partnerOf) ?? null;
    const row = inFile.get(partnerLink.partnerOf);
    return row === undefined ? stored : { subjectId: stored?.subjectId ?? null, row };
  };
}

/** Asks the gate which rows may be kept. Partners come last, because what is asked of them depends on who they belong to. */
export async function load(
  store: Pick<RegisterStore, 'readPrincipals'>,
  access: Access,
  law: Law,
  rows: readonly RegisterRow[],
): Promise<LoadedRows> {
  const sorting = new Sorting(law);
  const partners = rows.filter(({ kind }) => kind === 'partner');
  for (const row of rows) {
    if (row.kind !== 'partner') sorting.take(row, law.gate({ ...askedOf(law, row, null), permission: 'load' }));
  }
  if (partners.length === 0) return sorting;
  const principalOf = await findPrincipals(store, access, partners, sorting);
  for (const row of partners) {
    sorting.take(row, law.gate({ ...askedOf(law, row, principalOf(row)), permission: 'load' }));
  }
  return sorting;
}
