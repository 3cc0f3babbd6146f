import type { AccountId, PersonnelNumber } from './ids.ts';

export const ROLES = ['reviewer', 'senior', 'operator', 'auditor', 'registrar'] as const;
/** review rules, "Roles". One account may not hold reviewer (or senior) and auditor. */
export type Role = (typeof ROLES)[number];

/** Whether one person may hold these roles: whoever judges tasks must not also be the one who looks back at it. */
export function mayHoldTogether(roles: readonly Role[]): boolean {
  return !roles.includes('auditor') || !(roles.includes('reviewer') || roles.includes('senior'));
}

/** Somebody who may sign in. */
export interface Account {
  readonly accountId: AccountId;
  /** Sign-in name, e.g. `reviewer1`. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Own personnel number, to keep people away from their own file; null = never declared, so no task is shown. */
  readonly personnelNumber: PersonnelNumber | null;
  /** Own unit; a blank unit equals no unit. */
  readonly unit: string;
  /** Personnel numbers with whom a conflict of interest was declared; null = never declared, so no task is shown. */
  readonly declaredConflicts: readonly PersonnelNumber[] | null;
}
