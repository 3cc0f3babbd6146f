import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../db/sqlite/open-store.ts';
import type { Store } from '../../../db/store.ts';
import type { Access } from '../../../src/domain/access.ts';
import type { Account, Role } from '../../../src/domain/account.ts';
import { type AccountId, asEpochMs, asId, type EpochMs, type PersonnelNumber } from '../../../src/domain/ids.ts';
import { fictitiousBases } from '../../../src/legal/default-bases.ts';
import { newKeyFile, parseKeyFile } from '../../../src/privacy/key-material.ts';
import { createKeyring, type Keyring } from '../../../src/privacy/keyring.ts';

/** Monday morning in Amsterdam. */
export const MONDAY = asEpochMs(Date.parse('2026-11-23T09:00:00+01:00'));
export const SETTING_UP: Access = { actor: { kind: 'system', name: 'set-up' }, purpose: 'set_up' };

export function later(minutes: number): EpochMs {
  return asEpochMs(MONDAY + minutes * 60_000);
}

/** A database with bases and accounts, opened by two stores as two processes would. */
export interface ReviewWorld {
  readonly store: Store;
  readonly other: Store;
  /** By sign-in name. */
  readonly access: (name: string) => Access;
  readonly accountId: (name: string) => AccountId;
  close(): Promise<void>;
}

interface AccountRow {
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly declared?: readonly string[] | null;
  readonly own?: string | null;
}

const ACCOUNTS: Readonly<Record<string, AccountRow>> = {
  anne: { roles: ['reviewer'] },
  bram: { roles: ['reviewer'] },
  senior: { roles: ['senior'] },
  auditor: { roles: ['auditor'] },
  operator: { roles: ['operator'] },
  colleague: { roles: ['reviewer'], unit: 'basisteam zuid' },
  relative: { roles: ['reviewer'], declared: ['P-1'] },
  subject: { roles: ['reviewer'], own: 'P-1' },
  undeclared: { roles: ['reviewer'], declared: null },
};

function accountOf(name: string, { roles, unit, declared, own }: AccountRow): Omit<Account, 'accountId'> {
  const number = (text: string) => asId<PersonnelNumber>(text);
  return {
    ...{ name, roles, unit: unit ?? 'Screening' },
    personnelNumber: own === null ? null : number(own ?? `P-${name}`),
    declaredConflicts: declared === null ? null : (declared ?? []).map(number),
  };
}

async function recordBases(store: Store): Promise<void> {
  for (const basis of fictitiousBases()) {
    const basisId = await store.recordBasis(SETTING_UP, basis, MONDAY);
    await store.confirmBasis(SETTING_UP, basisId, 'set-up', MONDAY);
  }
}

/** Task ids are random, so whether a task belongs to the sample has to be settled from outside. */
function keyringThatSamples(sampled: boolean): Keyring {
  const keyring = createKeyring(parseKeyFile(newKeyFile()));
  const sampleHash = Buffer.alloc(32, sampled ? 0 : 255).toString('base64url');
  return { ...keyring, hash: (use, text) => (use === 'sample' ? sampleHash : keyring.hash(use, text)) };
}

export async function openReviewWorld(
  options: { readonly withBases?: boolean; readonly sampled?: boolean } = {},
): Promise<ReviewWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  const keyring = keyringThatSamples(options.sampled ?? false);
  const path = join(folder, 'screening.db');
  const store = openStore({ path, keyring });
  const other = openStore({ path, keyring });
  if (options.withBases ?? true) await recordBases(store);
  await store.addAccounts(
    SETTING_UP,
    Object.entries(ACCOUNTS).map(([name, row]) => accountOf(name, row)),
  );
  const ids = new Map<string, AccountId>();
  for (const name of Object.keys(ACCOUNTS)) {
    const account = await store.accountByName(SETTING_UP, name);
    if (account !== null) ids.set(name, account.accountId);
  }
  const accountId = (name: string): AccountId => ids.get(name)!;
  return {
    store,
    other,
    accountId,
    access: (name) => ({ actor: { kind: 'account', accountId: accountId(name) }, purpose: 'review_task' }),
    close: async () => {
      await store.close();
      await other.close();
      rmSync(folder, { recursive: true });
    },
  };
}
