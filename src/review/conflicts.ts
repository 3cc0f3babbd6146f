import type { Account } from '../domain/account.ts';
import type { PersonnelNumber } from '../domain/ids.ts';

/** Somebody whom a task is about: its subject or a rival. */
export interface PersonAtStake {
  readonly personnelNumber: PersonnelNumber;
  readonly unit: string;
  /** For a partner: the officer; that officer's own conflicts count as well. Null for everybody else. */
  readonly partnerOf: PersonnelNumber | null;
}

export type ConflictRefusal = 'conflicts_not_declared' | 'conflict_of_interest';

/**
 * Whether an account must stay away from a task about these people (review rules, 5; Besluit screening art. 7(2)): they,
 * somebody they declared, or a member of their unit is the subject or a rival. Null when not. Units compare without
 * case and surrounding blanks; a blank unit equals none, also not another blank one.
 */
export function conflictOf(
  account: Pick<Account, 'personnelNumber' | 'unit' | 'declaredConflicts'>,
  people: readonly PersonAtStake[],
): ConflictRefusal | null {
  if (account.personnelNumber === null || account.declaredConflicts === null) return 'conflicts_not_declared';
  const close = new Set([account.personnelNumber, ...account.declaredConflicts]);
  const unit = comparable(account.unit);
  const conflicts = people.some(
    (person) =>
      close.has(person.personnelNumber) ||
      (person.partnerOf !== null && close.has(person.partnerOf)) ||
      (unit !== '' && comparable(person.unit) === unit),
  );
  return conflicts ? 'conflict_of_interest' : null;
}

function comparable(unit: string): string {
  return unit.trim().toLowerCase();
}
