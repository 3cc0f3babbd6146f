import { statSync } from 'node:fs';
import type { Access } from '../domain/access.ts';
import { ScreeningError } from '../domain/errors.ts';
import type { RelevanceTables } from '../domain/relevance.ts';
import { type Policy, requirePolicy } from '../relevance/policy.ts';
import { calendarDay } from '../runtime/calendar-day.ts';
import { readRelevanceTables } from '../runtime/relevance-tables.ts';
import type { Installation } from './installation.ts';

/** Names of versions that are no version: what counts now, and what lies in the files of this program. */
export const IN_FORCE = 'in-force';
export const FILES = 'files';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The texts in a folder; in that of this program when none is named. @throws ScreeningError FILE_UNREADABLE */
export function tablesIn(folder: string | undefined): RelevanceTables {
  if (folder === undefined) return readRelevanceTables();
  if (!isFolder(folder)) throw new ScreeningError('FILE_UNREADABLE', { file: folder });
  return readRelevanceTables(folder);
}

/**
 * A version by the name that somebody types: `in-force`, `files`, a version that was proposed, or a folder.
 * @throws ScreeningError POLICY_UNKNOWN, FILE_UNREADABLE, TABLE_INVALID
 */
export async function policyNamed(
  { store, clock }: Pick<Installation, 'store' | 'clock'>,
  access: Access,
  name: string,
): Promise<Policy> {
  if (name === FILES) return requirePolicy(readRelevanceTables());
  const version = name === IN_FORCE ? await store.policyInForce(access, calendarDay(clock.now())) : name;
  const stored = version === null ? null : await store.readPolicy(access, version);
  if (stored !== null) return requirePolicy(stored);
  if (!isFolder(name)) throw new ScreeningError('POLICY_UNKNOWN');
  return requirePolicy(readRelevanceTables(name));
}
