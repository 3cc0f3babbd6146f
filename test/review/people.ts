import type { Account, Role } from '../../src/domain/account.ts';
import { type AccountId, asId, type PersonnelNumber } from '../../src/domain/ids.ts';

/** A made-up reviewer without conflicts. */
export function account(name: string, roles: readonly Role[] = ['reviewer']): Account {
  return {
    accountId: asId<AccountId>(name),
    name,
    roles,
    personnelNumber: asId<PersonnelNumber>(`P-${name}`),
    unit: 'Screening',
    declaredConflicts: [],
  };
}

export const ANNE = account('anne');
export const BRAM = account('bram');
export const CARO = account('caro');
export const SENIOR = account('senior', ['senior']);
export const OTHER_SENIOR = account('other-senior', ['senior', 'reviewer']);
export const AUDITOR = account('auditor', ['auditor']);
