import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../src/intake/limits.ts';
import { readRegister } from '../../src/intake/register.ts';
import type { RegisterLine } from '../../src/intake/register-line.ts';
import { REQUIRED_COLUMNS } from '../../src/intake/register-row.ts';
import { pieces } from './wire.ts';

type Cells = Record<string, string>;

const CELLS: Cells = {
  officer_id: 'P000001',
  bsn: '999999011',
  voornamen: 'Mariska Cornelia',
  voorletters: 'M.C.',
  roepnaam: 'Mariska',
  voorvoegsel: 'van der',
  geslachtsnaam: 'Veen',
  voorvoegsel_partner: '',
  geslachtsnaam_partner: 'Bakker',
  naamgebruik: 'V',
  geboortedatum: '1987-05-00',
  geboorteplaats: 'Eindhoven',
  geboorteland: 'Nederland',
  geslacht: 'V',
  aliassen: 'Riska; M. Bakker ;',
};

const REST: Cells = {
  soort: 'external',
  organisatie: 'Politie',
  eenheid: 'Midden-Nederland',
  functie: 'recherche',
  functieklasse: 'verhoogd_risico',
  regime: 'VOG',
  in_dienst: '2010-01-01',
  uit_dienst: '',
};

function csv(rows: readonly Cells[], delimiter = ','): string {
  const columns = Object.keys(rows[0]!);
  const cell = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(delimiter));
  return `${[columns.join(delimiter), ...lines].join('\n')}\n`;
}

async function read(text: string | Uint8Array, pieceBytes = 65_536) {
  const lines: (RegisterLine | { readonly kind: 'refused' })[] = [];
  for await (const line of readRegister(pieces(Buffer.from(text), pieceBytes), DEFAULT_LIMITS)) lines.push(line);
  return lines;
}

const ROW = {
  kind: 'row',
  line: 2,
  row: {
    personnelNumber: 'P000001',
    kind: 'external',
    identity: {
      bsn: '999999011',
      givenNames: 'Mariska Cornelia',
      initials: 'M.C.',
      callName: 'Mariska',
      particle: 'van der',
      surname: 'Veen',
      partnerParticle: '',
      partnerSurname: 'Bakker',
      nameUse: 'partner_own',
      birthDate: { year: 1987, month: 5, day: null },
      birthPlace: 'Eindhoven',
      birthCountry: 'Nederland',
      sex: 'F',
      aliases: ['Riska', 'M. Bakker'],
    },
    organisation: 'Politie',
    unit: 'Midden-Nederland',
    position: 'recherche',
    functionClass: 'increased_risk',
    regime: 'VOG',
    inServiceFrom: { year: 2010, month: 1, day: 1 },
    inServiceUntil: null,
    partnerLink: null,
  },
  assumed: [],
  bsn: 'usable',
};

describe('every way of writing a register gives the same row', () => {
  const full = { ...CELLS, ...REST };
  test.each([
    ['commas', csv([full])],
    ['semicolons', csv([full], ';')],
    ['a byte order mark', `\uFEFF${csv([full])}`],
    ['Windows line breaks', csv([full]).replaceAll('\n', '\r\n')],
    ['gzip', gzipSync(csv([full]))],
    ['columns in another order', csv([Object.fromEntries(Object.entries(full).reverse())])],
    ['a column that nobody knows', csv([{ ...full, schoenmaat: '43' }])],
  ])('%s', async (_what, text) => {
    expect(await read(text)).toEqual([ROW]);
  });

  test.each([
    ['NDJSON', JSON.stringify(full)],
    ['NDJSON with a byte order mark', `\uFEFF${JSON.stringify(full)}`],
    [
      'NDJSON with nulls and without blank keys',
      JSON.stringify({ ...full, uit_dienst: null, voorvoegsel_partner: undefined }),
    ],
    ['NDJSON with aliases as a list', JSON.stringify({ ...full, aliassen: ['Riska', 'M. Bakker'] })],
  ])('%s', async (_what, text) => {
    expect(await read(text)).toEqual([{ ...ROW, line: 1 }]);
  });

  test('however the bytes are cut', async () => {
    for (const size of [1, 7, 100]) expect(await read(csv([full]), size)).toEqual([ROW]);
  });
});

describe('what a row leaves blank is assumed, and said to be', () => {
  test.each<[Cells, string[]]>([
    [CELLS, ['soort', 'functieklasse', 'regime']],
    [{ ...CELLS, naamgebruik: '' }, ['naamgebruik', 'soort', 'functieklasse', 'regime']],
    [{ ...CELLS, ...REST, regime: ' ' }, ['regime']],
  ])('row %#', async (cells, assumed) => {
    expect(await read(csv([cells]))).toMatchObject([{ kind: 'row', assumed }]);
  });

  test('a blank regime is continuous control, a blank class the standard one, a blank kind an officer', async () => {
    const [line] = await read(csv([{ ...CELLS, naamgebruik: '' }]));
    expect(line).toMatchObject({
      row: { kind: 'officer', regime: 'BO', functionClass: 'standard', identity: { nameUse: 'own' } },
    });
  });
});

describe('a BSN is kept as written and judged', () => {
  test.each([
    ['999999011', 'usable', '999999011'],
    ['999999012', 'unusable', '999999012'],
    ['9999-99-011', 'unusable', '9999-99-011'],
    ['', 'absent', null],
  ])('%s is %s', async (bsn, state, kept) => {
    expect(await read(csv([{ ...CELLS, bsn }]))).toMatchObject([
      { kind: 'row', bsn: state, row: { identity: { bsn: kept } } },
    ]);
  });
});

describe('a partner comes with a link, complete or not: refusing is for the gate', () => {
  const partner = { ...CELLS, ...REST, soort: 'partner', partner_van: '', relatie: 'gehuwd', onderzoek: '' };
  test.each([
    [partner, null],
    [
      { ...partner, partner_van: 'P000009' },
      { partnerOf: 'P000009', relation: 'gehuwd', inquiry: '' },
    ],
    [{ ...partner, soort: 'officer', partner_van: 'P000009' }, null],
  ])('row %#', async (cells, partnerLink) => {
    expect(await read(csv([cells]))).toMatchObject([{ kind: 'row', row: { partnerLink } }]);
  });
});

describe('a faulty row is left out, with its line and every reason', () => {
  test.each<[string, Cells, string[]]>([
    ['no id', { officer_id: '' }, ['MISSING_FIELD officer_id']],
    ['no surname', { geslachtsnaam: '' }, ['MISSING_FIELD geslachtsnaam']],
    ['no birth date', { geboortedatum: '' }, ['MISSING_FIELD geboortedatum']],
    ['a birth date in Dutch notation', { geboortedatum: '14-05-1987' }, ['INVALID_FIELD geboortedatum']],
    ['a birth date on 31 June', { geboortedatum: '1987-06-31' }, ['IMPOSSIBLE_DATE geboortedatum']],
    ['an unknown name use', { naamgebruik: 'X' }, ['INVALID_FIELD naamgebruik']],
    ['an unknown regime', { regime: 'bo' }, ['INVALID_FIELD regime']],
    ['an unknown function class', { functieklasse: 'hoog' }, ['INVALID_FIELD functieklasse']],
    ['an unknown kind', { soort: 'agent' }, ['INVALID_FIELD soort']],
    ['an end before the start', { uit_dienst: '2009-12-31' }, ['IMPOSSIBLE_DATE uit_dienst']],
    ['two faults', { geslacht: 'X', in_dienst: 'ooit' }, ['INVALID_FIELD geslacht', 'INVALID_FIELD in_dienst']],
    ['an id seen before', { officer_id: 'P000002' }, ['DUPLICATE_ID officer_id']],
  ])('%s', async (_what, changes, reasons) => {
    const good = { ...CELLS, ...REST };
    const lines = await read(
      csv([
        { ...good, officer_id: 'P000002' },
        { ...good, ...changes },
        { ...good, officer_id: 'P000003' },
      ]),
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['row', 'rejected', 'row']);
    const bad = lines[1] as Extract<RegisterLine, { kind: 'rejected' }>;
    expect(bad.line).toBe(3);
    expect(bad.personnelNumber).toBe(changes['officer_id'] === '' ? null : (changes['officer_id'] ?? 'P000001'));
    expect(bad.reasons.map(({ code, field }) => `${code} ${field}`)).toEqual(reasons);
  });

  test.each([
    ['a cell too many', `${csv([CELLS])}a,b\n`],
    ['a line of NDJSON that is no object', `${JSON.stringify(CELLS)}\n[]\n`],
  ])('%s', async (_what, text) => {
    expect((await read(text)).at(-1)).toMatchObject({
      kind: 'rejected',
      reasons: [{ code: 'UNREADABLE', field: null }],
    });
  });

  test('the same key twice in NDJSON', async () => {
    const line = JSON.stringify(CELLS).replace('"bsn"', '"bsn":"","bsn"');
    expect(await read(line)).toMatchObject([{ kind: 'rejected', reasons: [{ code: 'DUPLICATE_KEY', field: 'bsn' }] }]);
  });
});

describe('a file that cannot be trusted is refused', () => {
  test.each(REQUIRED_COLUMNS.map((column) => [column]))('without the column %s', async (column) => {
    const cells = Object.fromEntries(Object.entries(CELLS).filter(([name]) => name !== column));
    expect(await read(csv([cells]))).toEqual([
      { kind: 'refused', code: 'REGISTER_UNREADABLE', params: { cause: 'missing_column', column } },
    ]);
  });

  test.each([
    ['an empty file', '', 'csv_header'],
    ['a column twice', csv([CELLS]).replace('roepnaam', 'voornamen'), 'csv_header'],
    ['Latin-1', Buffer.from(csv([{ ...CELLS, geslachtsnaam: 'Jöng' }]), 'latin1'), 'encoding'],
    ['a quote that never ends', `${csv([CELLS])}"P000002,${'x'.repeat(100)}`, 'csv'],
    ['gzip that is cut off', gzipSync(csv([CELLS])).subarray(0, -20), 'gzip'],
  ])('%s', async (_what, text, cause) => {
    expect((await read(text)).at(-1)).toMatchObject({ kind: 'refused', params: { cause } });
  });
});
