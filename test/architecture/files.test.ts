import { describe, expect, test } from '@jest/globals';
import { read, sourceFiles, trackedFiles } from './repository.ts';

const MAX_LINES = 300;

/** Beside dot-files. The rooms are fixed; the rest is what npm, the compiler, biome and jest want to find there. */
const TOP_LEVEL = [
  'src',
  'jobs',
  'matching',
  'db',
  'fixtures',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'jest.config.mjs',
  'README.md',
  'LICENSE',
];

/** What no file may name, with an example in pieces, so that this file does not hold what it looks for. */
const FOREIGN = [
  {
    what: 'a registry',
    pattern: /registry\.npmjs|registry\.yarn|deb\.debian\.org/,
    example: ['https://registry.', 'npmjs.org/x'],
  },
  {
    what: 'a path of some machine',
    pattern: /(^|[\s'"`(=:])\/(home|root|Users|mnt|work|workspace)\//m,
    example: ["readFile('/", "root/x')"],
  },
  {
    what: 'a section of a document that is not here',
    pattern: /\b(contract|design) §|\((contract|design),|\b(contract|design|domain|review|stack)\.md\b/,
    example: ['as contract ', '§4 says'],
  },
  { what: 'a folder outside the project', pattern: /\.\.\/shared\b/, example: ['see ..', '/shared/x.md'] },
] as const;

const text = trackedFiles().filter((path) => /\.(ts|mjs|json|jsonc|md|sql|ya?ml|sh|npmrc|xsd|tsv)$|^\.ci\//.test(path));

test('the top level holds what the design names and nothing else', () => {
  const names = new Set(trackedFiles().map((path) => path.split('/')[0] ?? ''));
  expect([...names].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))).toEqual([]);
});

test(`no source file has more than ${MAX_LINES} lines`, () => {
  const long = sourceFiles()
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

describe.each(FOREIGN)('$what', ({ pattern, example }) => {
  test('would be recognised', () => expect(example.join('')).toMatch(pattern));

  test('is named by no file', () => expect(text.filter((path) => pattern.test(read(path)))).toEqual([]));
});

test('file names are in small letters with dashes', () => {
  expect(sourceFiles().filter((path) => !/^[a-z0-9./-]+$/.test(path))).toEqual([]);
});
