import type { Store } from '../../../db/store.ts';
import type { Access } from '../../../src/domain/access.ts';
import type { Account, Role } from '../../../src/domain/account.ts';
import { type AccountId, asEpochMs, asId, type EpochMs, type PersonnelNumber } from '../../../src/domain/ids.ts';
import { fictitiousBases } from '../../../src/legal/default-bases.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { as, asAccount, type Bench, MORNING } from './bench.ts';

/** As `MakeBench`. Task ids are random, so whether every task or none is sampled is settled from outside. */
export type MakeReviewBench = (options: { readonly sampled: boolean }) => Promise<Bench>;

export const SETTING_UP = as('set-up', 'set_up');

export function minutesLater(minutes: number): EpochMs {
  return asEpochMs(MORNING + minutes * 60_000);
}

/** A database with bases and accounts, opened by two stores as two processes would. */
export interface ReviewWorld {
  readonly store: Store;
  readonly other: Store;
  /** A third process, with a clock of its own. */
  open(clock: Clock): Promise<Store>;
  /** By sign-in name. */
  access(name: string): Access;
  accountId(name: string): AccountId;
  dispose(): Promise<void>;
}

interface AccountRow {
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly own?: string;
  readonly declared?: readonly string[] | null;
}

/** The subject of most tasks is P-1, of "Basisteam Zuid". */
const ACCOUNTS: Readonly<Record<string, AccountRow>> = {
  anne: { roles: ['reviewer'] },
  bram: { roles: ['reviewer'] },
  senior: { roles: ['senior'] },
  auditor: { roles: ['auditor'] },
  operator: { roles: ['operator'] },
  registrar: { roles: ['registrar'] },
  registrar2: { roles: ['registrar'] },
  'close-senior': { roles: ['senior'], declared: ['P-1'] },
  'near-senior': { roles: ['senior'], unit: 'Basisteam Zuid' },
  'bare-senior': { roles: ['senior'], declared: null },
  'two-hats': { roles: ['reviewer', 'registrar'] },
  colleague: { roles: ['reviewer'], unit: 'basisteam zuid' },
  relative: { roles: ['reviewer'], declared: ['P-1'] },
  subject: { roles: ['reviewer'], own: 'P-1' },
  undeclared: { roles: ['reviewer'], declared: null },
};

function accountOf([name, row]: [string, AccountRow]): Omit<Account, 'accountId'> {
  const number = (text: string) => asId<PersonnelNumber>(text);
  const { roles, unit = 'Screening', own = `P-${name}`, declared = [] } = row;
  const declaredConflicts = declared === null ? null : declared.map(number);
  return { name, roles, unit, personnelNumber: number(own), declaredConflicts };
}

async function recordBases(store: Store): Promise<void> {
  for (const basis of fictitiousBases()) {
    const basisId = await store.recordBasis(SETTING_UP, basis, MORNING);
    await store.confirmBasis(SETTING_UP, basisId, 'set-up', MORNING);
  }
}

export async function openReviewWorld(
  makeBench: MakeReviewBench,
  { withBases = true, sampled = false } = {},
): Promise<ReviewWorld> {
  const bench = await makeBench({ sampled });
  const store = await bench.open();
  if (withBases) await recordBases(store);
  await store.addAccounts(SETTING_UP, Object.entries(ACCOUNTS).map(accountOf));
  const ids = new Map<string, AccountId>();
  for (const name of Object.keys(ACCOUNTS)) {
    ids.set(name, (await store.accountByName(SETTING_UP, name))!.accountId);
  }
  const accountId = (name: string): AccountId => ids.get(name)!;
  return {
    ...{ store, other: await bench.open(), accountId },
    open: (clock) => bench.open(clock),
    access: (name) => asAccount(accountId(name), 'review_task'),
    dispose: () => bench.dispose(),
  };
}
