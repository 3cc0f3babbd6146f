import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScreeningError } from '../domain/errors.ts';
import type { RelevanceTables } from '../domain/relevance.ts';

/** Where this program keeps them. */
const OWN_FOLDER = fileURLToPath(new URL('../relevance/data/', import.meta.url));

/**
 * The texts of the offence catalogue and the policy table in a folder, for `requirePolicy` of src/relevance.
 * @throws ScreeningError FILE_UNREADABLE when one of them cannot be read.
 */
export function readRelevanceTables(folder: string = OWN_FOLDER): RelevanceTables {
  return { offences: readTable(folder, 'offences.csv'), policy: readTable(folder, 'policy.json') };
}

function readTable(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ScreeningError('FILE_UNREADABLE', { file }, { cause });
  }
}
