import { readFileSync } from 'node:fs';
import { ScreeningError } from '../domain/errors.ts';
import type { RelevanceTables } from '../domain/relevance.ts';

const FOLDER = new URL('../relevance/data/', import.meta.url);

/**
 * The texts of the offence catalogue and the policy table, for `requirePolicy` of src/relevance.
 * @throws ScreeningError TABLE_INVALID when one of them cannot be read.
 */
export function readRelevanceTables(): RelevanceTables {
  return { offences: readTable('offences.csv'), policy: readTable('policy.json') };
}

function readTable(name: string): string {
  try {
    return readFileSync(new URL(name, FOLDER), 'utf8');
  } catch (cause) {
    throw new ScreeningError('TABLE_INVALID', { table: name, problem: 'cannot be read' }, { cause });
  }
}
