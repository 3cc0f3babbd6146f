import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Account, Role } from '../domain/account.ts';
import { asId, type PersonnelNumber } from '../domain/ids.ts';

/** What a file of accounts says of one account. */
export interface AccountRow extends Pick<Account, 'name' | 'personnelNumber' | 'unit' | 'declaredConflicts'> {
  /** Of a program; null for a person, whose roles follow from the provider. */
  readonly roles: readonly Role[] | null;
}

export type ReadAccounts =
  | { readonly kind: 'read'; readonly rows: readonly AccountRow[] }
  /** Nothing of the file counts. Line 1: it cannot be read at all, or lacks a column. */
  | { readonly kind: 'refused'; readonly lines: readonly number[] };

const MOST_CHARACTERS = 200;
/** Written where somebody has declared that there is nobody: a blank cell says that nothing was declared yet. */
const NOBODY = 'geen';
const COLUMNS = ['account', 'personeelsnummer', 'eenheid', 'belangen', 'rollen'] as const;
/** What a program may be: neither is ever shown a task. */
const PROGRAM_ROLES = ['operator', 'auditor'] as const;

const cell = z.string().max(MOST_CHARACTERS);
const list = z
  .string()
  .max(10 * MOST_CHARACTERS)
  .transform((text) =>
    text
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const rowSchema = z
  .object({
    account: cell.min(1),
    personeelsnummer: cell,
    eenheid: cell,
    belangen: list,
    rollen: list.pipe(z.array(z.enum(PROGRAM_ROLES))),
  })
  // Whoever has a personnel number is a person, and roles of people are for the provider to give.
  .refine(({ personeelsnummer, rollen }) => personeelsnummer === '' || rollen.length === 0);

function conflictsOf(belangen: readonly string[]): readonly PersonnelNumber[] | null {
  if (belangen.length === 0) return null;
  return belangen.join() === NOBODY ? [] : belangen.map((number) => asId<PersonnelNumber>(number));
}

function rowOf({ account, personeelsnummer, eenheid, belangen, rollen }: z.output<typeof rowSchema>): AccountRow {
  return {
    name: account,
    personnelNumber: personeelsnummer === '' ? null : asId<PersonnelNumber>(personeelsnummer),
    unit: eenheid,
    declaredConflicts: conflictsOf(belangen),
    roles: rollen.length === 0 ? null : rollen,
  };
}

function recordsIn(text: string): readonly (readonly string[])[] | null {
  const [header = ''] = text.split(/\r?\n/, 1);
  try {
    return parse(text, {
      bom: true,
      delimiter: header.split(';').length > header.split(',').length ? ';' : ',',
      relax_column_count: true,
      trim: true,
    }) as readonly (readonly string[])[];
  } catch {
    return null;
  }
}

/**
 * Reads a file of accounts: CSV (UTF-8, with a header) with the columns `account` (the name that the provider gives),
 * `personeelsnummer`, `eenheid`, `belangen` (personnel numbers with `;` between them, in quotes where `;` is the separator; `geen` for nobody, blank for not
 * declared) and, for programs alone, `rollen`. One row that is wrong, or names an account again, refuses the file:
 * half of it would leave some with a conflict of interest that nobody knows of.
 */
export function readAccounts(text: string): ReadAccounts {
  const [header = [], ...records] = recordsIn(text) ?? [];
  if (COLUMNS.some((column) => !header.includes(column))) return { kind: 'refused', lines: [1] };
  const parsed = records.map((record) => {
    const named = Object.fromEntries(header.map((column, index) => [column, record[index]]));
    return record.length === header.length ? rowSchema.safeParse(named) : rowSchema.safeParse(null);
  });
  const names = parsed.map(({ data }) => data?.account);
  const lines = parsed.flatMap(({ success }, index) =>
    success && names.indexOf(names[index]) === index ? [] : [index + 2],
  );
  if (lines.length > 0) return { kind: 'refused', lines };
  return { kind: 'read', rows: parsed.flatMap(({ data }) => (data === undefined ? [] : [rowOf(data)])) };
}
