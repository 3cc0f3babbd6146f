import { readdirSync, readFileSync } from 'node:fs';
import { ScreeningError } from '../domain/errors.ts';

const MODEL_FOLDER = new URL('../../matching/data/', import.meta.url);

/**
 * The texts of all tables of the matching model, by file name (`*.json`, `*.tsv`), for `parseModel`.
 * @throws ScreeningError TABLE_INVALID when the folder or a file cannot be read.
 */
export function readModelTables(): Readonly<Record<string, string>> {
  try {
    const names = readdirSync(MODEL_FOLDER).filter((name) => /\.(json|tsv)$/.test(name));
    return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, MODEL_FOLDER), 'utf8')]));
  } catch (cause) {
    throw new ScreeningError('TABLE_INVALID', { table: 'matching/data' }, { cause });
  }
}
