import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { ScreeningError } from '../domain/errors.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../domain/partial-date.ts';
import type { NameUse, PersonIdentity, Sex, SubjectIdentity } from '../domain/person.ts';

type Row = Readonly<Record<string, string>>;

/**
 * Streams the rows of a benchmark CSV (`.gz` is unpacked), the header naming the columns; see `fixtures/bench-mini`.
 * @throws ScreeningError FILE_UNREADABLE when it is absent or damaged, COLUMNS_MISSING when its header lacks a column,
 *   also when there is no row; both name the file but not its folder
 */
export async function* readCsv(path: string, columns: readonly string[]): AsyncGenerator<Row> {
  const name = basename(path);
  const file = createReadStream(path);
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let header: readonly string[] = [];
  const withHeader = (names: string[]): string[] => {
    header = names;
    return names;
  };
  const parser = parse({ columns: withHeader, bom: true, skip_empty_lines: true });
  file.on('error', (cause) => parser.destroy(cause));
  bytes.on('error', (cause: Error) => parser.destroy(cause));
  bytes.pipe(parser);
  let checked = false;
  const check = (): void => {
    if (checked) return;
    checked = true;
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0) throw new ScreeningError('COLUMNS_MISSING', { file: name, missing: missing.join(', ') });
  };
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      check();
      yield row;
    }
    check();
  } catch (cause) {
    if (cause instanceof ScreeningError) throw cause;
    throw new ScreeningError('FILE_UNREADABLE', { file: name }, { cause });
  }
}

const PERSON_COLUMNS = ['bsn', 'voornamen', 'voorletters', 'voorvoegsel', 'geslachtsnaam', 'geboortedatum'] as const;
export const ENTRY_COLUMNS: readonly string[] = ['entry_id', ...PERSON_COLUMNS];
export const REGISTER_COLUMNS: readonly string[] = ['officer_id', ...PERSON_COLUMNS];

const NAME_USE: Readonly<Record<string, NameUse>> = { E: 'own', P: 'partner', V: 'partner_own', N: 'own_partner' };

function sexOf(text: string | undefined): Sex | null {
  if (text === 'M') return 'M';
  return text === 'V' ? 'F' : null;
}

function cell(row: Row, column: string): string {
  return (row[column] ?? '').trim();
}

/** The person of a benchmark entry. A date that is none counts as unknown. */
export function personOf(row: Row): PersonIdentity {
  const bsn = cell(row, 'bsn');
  return {
    bsn: bsn === '' ? null : bsn,
    givenNames: cell(row, 'voornamen'),
    initials: cell(row, 'voorletters'),
    particle: cell(row, 'voorvoegsel'),
    surname: cell(row, 'geslachtsnaam'),
    birthDate: parsePartialDate(cell(row, 'geboortedatum')) ?? UNKNOWN_DATE,
    birthPlace: cell(row, 'geboorteplaats'),
    birthCountry: cell(row, 'geboorteland'),
    sex: sexOf(row['geslacht']),
    aliases: cell(row, 'aliassen')
      .split(';')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  };
}

/** The identity of a benchmark register row. */
export function subjectOf(row: Row): SubjectIdentity {
  return {
    ...personOf(row),
    callName: cell(row, 'roepnaam'),
    partnerParticle: cell(row, 'voorvoegsel_partner'),
    partnerSurname: cell(row, 'geslachtsnaam_partner'),
    nameUse: NAME_USE[cell(row, 'naamgebruik')] ?? 'own',
  };
}
