import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { ScreeningError } from '../domain/errors.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../domain/partial-date.ts';
import type { NameUse, PersonIdentity, Sex, SubjectIdentity } from '../domain/person.ts';

type Row = Readonly<Record<string, string>>;

/**
 * Streams the rows of a benchmark CSV (contract §1 and §4; `.gz` is unpacked), the header naming the columns.
 * @throws ScreeningError FILE_UNREADABLE when it is absent, damaged or lacks a column.
 */
export async function* readCsv(path: string, columns: readonly string[]): AsyncGenerator<Row> {
  const file = createReadStream(path);
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true });
  file.on('error', (cause) => parser.destroy(cause));
  bytes.on('error', (cause: Error) => parser.destroy(cause));
  bytes.pipe(parser);
  let checked = false;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      if (!checked) {
        const missing = columns.filter((column) => row[column] === undefined);
        if (missing.length > 0) throw new ScreeningError('FILE_UNREADABLE', { path, missing: missing.join(', ') });
        checked = true;
      }
      yield row;
    }
  } catch (cause) {
    if (cause instanceof ScreeningError) throw cause;
    throw new ScreeningError('FILE_UNREADABLE', { path }, { cause });
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
