import { describe, expect, test } from '@jest/globals';
import { ScreeningError } from '../../src/domain/errors.ts';
import { parseCatalogue } from '../../src/relevance/catalogue.ts';
import { CATEGORIES } from '../../src/relevance/offence.ts';
import { parseRelevanceTables, requirePolicy } from '../../src/relevance/policy.ts';
import { parsePolicy } from '../../src/relevance/policy-table.ts';
import { dismissalWords } from '../../src/texts/dismissal.ts';
import { POLICY, TABLES } from './cases.ts';

const NUMBER = POLICY.table.version;
const OFFENCES = [...POLICY.catalogue.offences.values()].flat();

describe('the catalogue as shipped', () => {
  test('holds at least 150 offences', () => {
    expect(OFFENCES.length).toBeGreaterThanOrEqual(150);
  });

  test('has offences in every category', () => {
    expect(new Set(OFFENCES.map((offence) => offence.category))).toEqual(new Set(CATEGORIES));
  });

  test('knows the provisions that attach to others', () => {
    expect([...POLICY.catalogue.qualifiers.keys()].toSorted()).toEqual(
      ['sr/267', 'sr/304', 'sr/43a', 'sr/44', 'sr/45', 'sr/46', 'sr/46a', 'sr/47', 'sr/48'].toSorted(),
    );
  });

  test('what was recalled is marked as uncertain', () => {
    const recalled = OFFENCES.filter((offence) => offence.source === 'M');
    expect(recalled.length).toBeGreaterThan(0);
    expect(recalled.every((offence) => offence.certainty === 'low')).toBe(true);
  });
});

/** The shipped text with one change; the line number is that of the row starting with `row`. */
function edited(row: string, change: (line: string) => string): string {
  return TABLES.offences
    .split('\n')
    .map((line) => (line.startsWith(row) ? change(line) : line))
    .join('\n');
}

describe('a fault in offences.csv is told with its line', () => {
  const line = (row: string) => TABLES.offences.split('\n').findIndex((text) => text.startsWith(row)) + 1;

  test.each<readonly [string, string, (row: string) => string, string]>([
    ['unknown category', 'Sr,272', (row) => row.replace('ambt,T1', 'kantoor,T1'), 'category: '],
    ['unknown tier', 'Sr,272', (row) => row.replace('T1', 'T9'), 'tier: '],
    [
      'a penalty in years',
      'Sr,272',
      (row) => row.replace(',12,', ',1 jaar,'),
      'maxPenaltyMonths: expected whole months',
    ],
    ['too long a penalty', 'Sr,272', (row) => row.replace(',12,', ',999,'), 'maxPenaltyMonths: expected whole months'],
    ['T2 below 36 months', 'Sr,310', (row) => row.replace(',48,', ',24,'), 'tier: T2 needs'],
    ['T3 of 36 months', 'Sr,266', (row) => row.replace(',3,', ',36,'), 'tier: T3 needs'],
    ['a crime in T5', 'Sr,266', (row) => row.replace('T3', 'T5'), 'tier: T2 and T3 are for a misdrijf'],
    ['a minor offence in T3', 'Sr,447e', (row) => row.replace('T5', 'T3'), 'tier: T2 and T3 are for a misdrijf'],
    [
      'an impossible day',
      'Sr,285d',
      (row) => row.replace('2024-01-01', '2024-02-30'),
      'validFrom: expected an existing day',
    ],
    [
      'ends before it begins',
      'Sr,285d',
      (row) => row.replace('2024-01-01,', '2024-01-01,2023-01-01'),
      'validUntil: lies before',
    ],
    ['a name missing', 'Sr,310', (row) => row.replace('diefstal', ''), 'nameNl: missing'],
    ['an effect on an offence', 'Sr,272', (row) => row.replace(',12,,', ',12,-1/3,'), 'penaltyEffect: leave empty'],
    ['a tier on an attempt', 'Sr,45,', (row) => row.replace('attempt,,,,,', 'attempt,,T1,,,'), 'tier: leave empty'],
    ['an unknown role', 'Sr,45,', (row) => row.replace(',attempt,poging', ',poging,poging'), 'role: expected offence'],
    ['a cell too many', 'Sr,310', (row) => `${row},x`, 'has 18 cells instead of 17'],
  ])('%s', (_name, row, change, problem) => {
    const parsed = parseCatalogue(edited(row, change));
    if (parsed.kind !== 'invalid') throw new Error('no fault was found');
    expect(parsed.faults[0]).toMatchObject({ file: 'offences.csv', place: `line ${line(row)}` });
    expect(parsed.faults[0]?.problem).toContain(problem);
  });

  test('two rows for one provision on the same day', () => {
    const parsed = parseCatalogue(edited('Sr,310', (row) => `${row}\n${row}`));
    expect(parsed).toMatchObject({ kind: 'invalid', faults: [{ place: `line ${line('Sr,310') + 1}` }] });
  });

  test('all of them together', () => {
    const twice = edited('Sr,272', (row) => row.replace('T1', 'T9')).replace(',theft,', ',,');
    expect(parseCatalogue(twice)).toMatchObject({ kind: 'invalid', faults: [{}, {}] });
  });

  test.each([
    ['a column missing', TABLES.offences.replace('tier,kind', 'kind')],
    ['a column too many', TABLES.offences.replace('law,', 'wet,law,')],
    ['a quote left open', `${TABLES.offences}"Sr,1`],
    ['an empty file', ''],
    ['a header only', `${TABLES.offences.split('\n')[0]}\n`],
  ])('%s', (_name, text) => {
    expect(parseCatalogue(text).kind).toBe('invalid');
  });

  test('a spreadsheet may save it with semicolons, a byte-order mark and other line ends', () => {
    const saved = `\uFEFF${TABLES.offences.replaceAll(/,(?! )/g, ';').replaceAll('\n', '\r\n')}`;
    expect(parseCatalogue(saved)).toEqual(parseCatalogue(TABLES.offences));
  });
});

/** Which line of policy.json holds a text first. */
function lineOfPolicy(text: string): number {
  return TABLES.policy.split('\n').findIndex((row) => row.includes(text)) + 1;
}

describe('a fault in policy.json is told with its line and its path', () => {
  test.each<readonly [string, string, string, string]>([
    ['a level nobody knows', '"unknownOffence": "medium"', '"unknownOffence": "hoog"', 'unknownOffence'],
    ['unknown offences rated none', '"unknownOffence": "medium"', '"unknownOffence": "none"', 'unknownOffence'],
    ['a cell missing', '"D2": { "F0": "high", "F1": "high" },', '', 'table.T1.D2'],
    [
      'a rating for what must be erased',
      '"D6": { "F0": "none", "F1": "none" }',
      '"D6": { "F0": "low", "F1": "none" }',
      'table.T1.D6',
    ],
    ['a code in two lists', '"D5": ["02"', '"D5": ["01", "02"', 'dismissalCodes'],
    ['a code of three digits', '"D5": ["02"', '"D5": ["002"', 'dismissalCodes.D5.0'],
    ['years out of order', '"AGED": { "overYears": 4', '"AGED": { "overYears": 9', 'modifiers'],
    ['a rule nobody knows', '"ERASE": {', '"WISSEN": {', 'modifiers.ERASE'],
    ['version without a change', `"version": "${NUMBER}",`, '"version": "2099.9",', 'changelog'],
    [
      'a day that is none',
      `"inForceFrom": "${POLICY.table.inForceFrom}"`,
      '"inForceFrom": "2026-11-31"',
      'inForceFrom',
    ],
    [
      'self-report that lowers',
      '"SELF_REPORTED": { "stepsDown": 0 }',
      '"SELF_REPORTED": { "stepsDown": 1 }',
      'modifiers.SELF_REPORTED.stepsDown',
    ],
    ['a name that stands twice', '"unknownOffence": "medium"', '"tiers": {}, "unknownOffence": "medium"', 'tiers'],
    ['no JSON', '{', '', ''],
  ])('%s', (_name, from, to, place) => {
    const parsed = parsePolicy(TABLES.policy.replace(from, to));
    if (parsed.kind !== 'invalid') throw new Error('no fault was found');
    const places = parsed.faults.map((fault) => /^line \d+ ?(.*)$/.exec(fault.place)?.[1]);
    expect(places).toContain(place);
  });

  test.each<readonly [string, string, string, string]>([
    ['where the value stands', '"F0": "low", "F1": "low" }', '"F0": "laag", "F1": "low" }', 'table.T3.D4.F0'],
    ['in a list, of the item', '"D5": ["02", "03"', '"D5": ["02", "003"', 'dismissalCodes.D5.1'],
  ])('the line is that %s', (_name, from, to, place) => {
    const parsed = parsePolicy(TABLES.policy.replace(from, to));
    expect(parsed).toMatchObject({ faults: [{ place: `line ${lineOfPolicy(from)} ${place}` }] });
  });

  test('of what is missing the line is that of what it should stand in', () => {
    const parsed = parsePolicy(TABLES.policy.replace('"D2": { "F0": "high", "F1": "high" },', ''));
    expect(parsed).toMatchObject({ faults: [{ place: `line ${lineOfPolicy('"T1": {')} table.T1.D2` }] });
  });

  test('where it stops being JSON, the line', () => {
    const text = TABLES.policy.replace('"D2": { "F0"', '"D2": { F0');
    const place = `line ${lineOfPolicy('"D2": { "F0"')}`;
    expect(parsePolicy(text)).toMatchObject({ faults: [{ file: 'policy.json', place, problem: 'not valid JSON' }] });
  });

  test('a byte-order mark moves no line', () => {
    const parsed = parsePolicy(`\uFEFF${TABLES.policy.replace('"unknownOffence": "medium"', '"unknownOffence": 1')}`);
    expect(parsed).toMatchObject({ faults: [{ place: `line ${lineOfPolicy('"unknownOffence"')} unknownOffence` }] });
  });

  test('every dismissal code of the policy has words', () => {
    for (const code of Object.values(POLICY.table.dismissalCodes).flat()) {
      expect(dismissalWords(code, 'nl')).not.toBe(dismissalWords(null, 'nl'));
    }
  });
});

describe('the version of a policy', () => {
  test('names its number and the content of both files', () => {
    expect(POLICY.version.split('+')).toEqual([NUMBER, expect.stringMatching(/^[0-9a-f]{12}$/)]);
  });

  test('changes with either file, not with line ends', () => {
    const version = (tables: typeof TABLES) => requirePolicy(tables).version;
    expect(version({ ...TABLES, offences: TABLES.offences.replace('theft', 'stealing') })).not.toBe(POLICY.version);
    expect(version({ ...TABLES, policy: TABLES.policy.replace('Eerste', 'First') })).not.toBe(POLICY.version);
    expect(version({ ...TABLES, offences: TABLES.offences.replaceAll('\n', '\r\n') })).toBe(POLICY.version);
  });

  test('faults of both files stop it together', () => {
    const broken = { offences: TABLES.offences.replace('theft', ''), policy: '{}' };
    const parsed = parseRelevanceTables(broken);
    if (parsed.kind !== 'invalid') throw new Error('no fault was found');
    expect(new Set(parsed.faults.map((fault) => fault.file))).toEqual(new Set(['offences.csv', 'policy.json']));
    expect(() => requirePolicy(broken)).toThrow(ScreeningError);
  });
});
