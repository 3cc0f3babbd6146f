import type { Account } from '../domain/account.ts';
import { asId, type PersonnelNumber } from '../domain/ids.ts';

/** No register may use it, made up or real: it keeps the demo accounts out of every conflict of interest. */
const UNIT = 'Demonstratie-eenheid screening';

function account(name: string, roles: Account['roles']): Omit<Account, 'accountId'> {
  const personnelNumber = asId<PersonnelNumber>(`demo-account-${name}`);
  return { name, roles, personnelNumber, unit: UNIT, declaredConflicts: [] };
}

/** The accounts of the embedded default, which `--as` may name. They have no password and work on loopback only. */
export const EMBEDDED_ACCOUNTS = [
  account('reviewer1', ['reviewer']),
  account('reviewer2', ['reviewer']),
  account('senior', ['senior']),
  account('operator', ['operator']),
  account('auditor', ['auditor']),
  account('registrar', ['registrar']),
  account('registrar2', ['registrar']),
] as const;
