import { foldName, wordsOf } from './fold.ts';
import { type TableTexts, tableNumber, tableRows } from './table-text.ts';

/** What the matcher knows about names in general; never about the people in the register (promise P7). */
export interface NameTables {
  /** Folded words that may stand before a surname: `van`, `der`, `el`. */
  readonly particleWords: ReadonlySet<string>;
  /** Folded words that are no part of a name: `drs`, `jonkheer`. */
  readonly titles: ReadonlySet<string>;
  /** Folded words that are titles where a particle follows, and surnames elsewhere: `graaf`. */
  readonly nobleTitles: ReadonlySet<string>;
  /** Where the names of one surname are joined: a hyphen, a bracket, `geb.`. */
  readonly joint: RegExp;
  /** Share of people with a folded surname core, in parts per billion. */
  surnamePpb(core: string): number;
  /** Share of people with a folded first given name, in parts per billion. */
  givenNamePpb(name: string): number;
  /** Share of a given name among those whose surname goes with it, in parts per billion: at least what any name has. */
  amongNamesakesPpb(name: string): number;
  /** The share of a surname that no table knows: a newcomer's, or a misspelling. */
  readonly unknownSurnamePpb: number;
  /** Whether a table has it as a given name. */
  isGivenName(name: string): boolean;
  /** Share of people whose surname is by chance this near a surname of so many letters, in parts per billion. */
  nearSurnamePpb(errors: number, letters: number): number;
  /** The same for a first given name. */
  nearGivenNamePpb(errors: number, letters: number): number;
  /** Share of people whose first given name begins with a letter, in parts per billion. */
  initialPpb(letter: string): number;
  /** The folded given names that a bearer of this one may use instead; null when there are none. */
  variantsOf(name: string): ReadonlySet<string> | null;
  /** Other romanisations of a folded surname; null when none is known. */
  surnameVariantsOf(core: string): ReadonlySet<string> | null;
}

/** Inhabitants of the Netherlands in 2007, the year of the surname counts (CBS StatLine). */
const POPULATION = 16_360_000;
/** Bearers taken for a surname that is in the list of 2007 without a count (own fit of the tail of the counted thousand). */
const LISTED_BEARERS = 150;
/** Bearers taken for a surname that is in no table: mostly newcomers' names and, in entries, misspellings (own estimate). */
const UNKNOWN_BEARERS = 60;
/** Parts per million taken for a given name that is in no table (own estimate, below the rarest that is counted). */
const UNKNOWN_GIVEN_PPM = 15;
/**
 * However rare a given name is, no fewer than this share of those who bear the surname are taken to bear it. Counted over
 * pairs of made-up subjects with one surname: 1 % share the given name where the country's share says 0.002 %.
 */
export const LEAST_AMONG_NAMESAKES_PPB = 8_000_000;
const BY_HAND = 'given-names-by-hand.tsv';

/** A surname without the particles before it, written together; what frequencies are looked up by. */
export function surnameCore(words: readonly string[], particleWords: ReadonlySet<string>): string {
  let first = 0;
  while (first < words.length - 1 && particleWords.has(words[first] ?? '')) first += 1;
  return words.slice(first).join('');
}

function surnameShares(tables: TableTexts, particleWords: ReadonlySet<string>): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const file of ['surnames.tsv', 'surnames-by-hand.tsv']) {
    for (const [name, bearers] of tableRows(tables, file, 2)) {
      const core = surnameCore(wordsOf(foldName(name ?? '')), particleWords);
      const ppb = Math.round((tableNumber(file, bearers) / POPULATION) * 1e9);
      shares.set(core, file === 'surnames.tsv' ? (shares.get(core) ?? 0) + ppb : Math.max(shares.get(core) ?? 0, ppb));
    }
  }
  return shares;
}

function givenNameShares(tables: TableTexts): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [name, men, women] of tableRows(tables, 'given-names.tsv', 3)) {
    const ppm = tableNumber('given-names.tsv', men) + tableNumber('given-names.tsv', women);
    shares.set(foldName(name ?? ''), Math.max(Math.round(ppm * 1000), UNKNOWN_GIVEN_PPM * 1000));
  }
  for (const [name, ppm] of tableRows(tables, BY_HAND, 3)) {
    const known = shares.get(foldName(name ?? '')) ?? 0;
    shares.set(foldName(name ?? ''), Math.max(known, tableNumber(BY_HAND, ppm) * 1000));
  }
  return shares;
}

function sharesAmongNamesakes(tables: TableTexts): ReadonlyMap<string, number> {
  return new Map(
    tableRows(tables, BY_HAND, 3).map(([name, , percent]) => {
      const ppb = tableNumber(BY_HAND, percent) * 1e7;
      return [foldName(name ?? ''), Math.max(ppb, LEAST_AMONG_NAMESAKES_PPB)];
    }),
  );
}

function variantPairs(tables: TableTexts): ReadonlyMap<string, ReadonlySet<string>> {
  const variants = new Map<string, Set<string>>();
  const addOneWay = (name: string, other: string): void => {
    const known = variants.get(name);
    if (known === undefined) variants.set(name, new Set([other]));
    else known.add(other);
  };
  const add = (a: string, b: string): void => {
    addOneWay(a, b);
    addOneWay(b, a);
  };
  for (const [a, b] of tableRows(tables, 'given-name-variants.tsv', 2)) {
    add(a ?? '', b ?? '');
  }
  for (const [official, ...used] of tableRows(tables, 'call-names.tsv', 2)) {
    const name = foldName(official ?? '');
    for (const callName of used) {
      for (const variant of callName.split(' ').map(foldName)) {
        add(name, variant);
      }
    }
  }
  return variants;
}

function surnameVariants(tables: TableTexts): ReadonlyMap<string, ReadonlySet<string>> {
  const variants = new Map<string, Set<string>>();
  for (const [group] of tableRows(tables, 'surname-variants.tsv', 1)) {
    const names = (group ?? '').split(' ');
    for (const name of names) {
      const known = variants.get(name) ?? new Set<string>();
      for (const other of names) if (other !== name) known.add(other);
      variants.set(name, known);
    }
  }
  return variants;
}

type NearShares = (errors: number, letters: number) => number;

/** Rows of `near-names.tsv` of one kind; longer names than the table has count as its longest. */
function nearShares(tables: TableTexts, kind: string): NearShares {
  const table = 'near-names.tsv';
  const byLetters: number[][] = [];
  for (const [named, letters, ...ppm] of tableRows(tables, table, 7)) {
    if (named === kind) byLetters[tableNumber(table, letters)] = ppm.map((share) => tableNumber(table, share) * 1000);
  }
  const longest = byLetters.length - 1;
  return (errors, letters) => byLetters[Math.min(letters, longest)]?.[errors] ?? 1e9;
}

/** Shares of first letters; a letter that nobody has counts as one in ten thousand. */
function initialShares(givenNames: ReadonlyMap<string, number>): (letter: string) => number {
  const shares = new Map<string, number>();
  let all = 0;
  for (const [name, ppb] of givenNames) {
    const letter = name[0] ?? '';
    shares.set(letter, (shares.get(letter) ?? 0) + ppb);
    all += ppb;
  }
  return (letter) => Math.round(((shares.get(letter) ?? 0) / all) * 1e9) + 100_000;
}

/** Signs that join names in any text; brackets hold a maiden name. */
const JOINING_SIGNS = String.raw`\s*[-–—/()[\]]+\s*`;

/** The joining words with their points and spaces optional, between blanks or brackets. */
function jointPattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const patterns = longestFirst.map((word) => word.replace(/\./g, String.raw`\.?`).replace(/\s+/g, String.raw`\s*`));
  return new RegExp(String.raw`[\s()]+(?:${patterns.join('|')})(?=[\s()]+\S)|${JOINING_SIGNS}`, 'iu');
}

/** @throws ScreeningError TABLE_INVALID when a table is missing or a line of it cannot be read. */
export function parseNameTables(tables: TableTexts): NameTables {
  const particleWords = new Set(
    tableRows(tables, 'particles.tsv', 1).flatMap(([particle]) => wordsOf(foldName(particle ?? ''))),
  );
  const surnames = surnameShares(tables, particleWords);
  const listed = new Set(tableRows(tables, 'surnames-listed.tsv', 1).map(([core]) => core ?? ''));
  const givenNames = givenNameShares(tables);
  const amongNamesakes = sharesAmongNamesakes(tables);
  const titles = tableRows(tables, 'titles.tsv', 1);
  const variants = variantPairs(tables);
  const romanisations = surnameVariants(tables);
  const listedPpb = Math.round((LISTED_BEARERS / POPULATION) * 1e9);
  const unknownPpb = Math.round((UNKNOWN_BEARERS / POPULATION) * 1e9);
  return {
    particleWords,
    joint: jointPattern(tableRows(tables, 'name-joints.tsv', 1).map(([word]) => word ?? '')),
    titles: new Set(titles.filter(([, where]) => where === undefined).map(([title]) => foldName(title ?? ''))),
    nobleTitles: new Set(titles.filter(([, where]) => where !== undefined).map(([title]) => foldName(title ?? ''))),
    surnamePpb: (core) => surnames.get(core) ?? (listed.has(core) ? listedPpb : unknownPpb),
    givenNamePpb: (name) => givenNames.get(name) ?? UNKNOWN_GIVEN_PPM * 1000,
    unknownSurnamePpb: unknownPpb,
    amongNamesakesPpb: (name) => amongNamesakes.get(name) ?? LEAST_AMONG_NAMESAKES_PPB,
    isGivenName: (name) => givenNames.has(name),
    nearSurnamePpb: nearShares(tables, 'surname'),
    nearGivenNamePpb: nearShares(tables, 'given_name'),
    initialPpb: initialShares(givenNames),
    variantsOf: (name) => variants.get(name) ?? null,
    surnameVariantsOf: (core) => romanisations.get(core) ?? null,
  };
}
