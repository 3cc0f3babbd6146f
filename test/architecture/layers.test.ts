import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { cruiseTree, violationsOf } from './cruise.ts';
import { ACCOMPLICES, GROUND, PLANTED } from './planted-violations.ts';
import { ROOT, sourceFiles } from './repository.ts';

const trees: string[] = [];

/** A source tree in a temporary folder, with the packages of this one. */
function writeTree(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'screening-tree-')));
  trees.push(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${source}\n`);
  }
  return folder;
}

afterAll(() => {
  for (const folder of trees) rmSync(folder, { recursive: true, force: true });
});

describe('this repository', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await cruiseTree(ROOT);
  });

  test('keeps every rule', () => {
    expect(violationsOf(result)).toEqual([]);
  });

  test('was seen whole: every source file is a module, and most import another', () => {
    const seen = new Set(result.modules.map(({ source }) => source));
    expect(sourceFiles().filter((path) => !seen.has(path))).toEqual([]);
    expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(sourceFiles().length);
  });
});

describe('the rules', () => {
  let violations: string[];
  beforeAll(async () => {
    const planted = Object.fromEntries(PLANTED.map(({ file, source }) => [file, source]));
    violations = violationsOf(await cruiseTree(writeTree({ ...GROUND, ...ACCOMPLICES, ...planted })));
  });

  test('find nothing where nothing is wrong', async () => {
    expect(violationsOf(await cruiseTree(writeTree(GROUND)))).toEqual([]);
  });

  test.each(PLANTED)('$rule notices $file', ({ rule, file }) => {
    expect(violations.filter((violation) => violation.startsWith(`${rule}: ${file} -> `))).not.toEqual([]);
  });

  test('are all proved by a planted violation', () => {
    const proved = new Set(PLANTED.map(({ rule }) => rule));
    const unproved = config.forbidden.map(({ name }) => name).filter((name) => !proved.has(name));
    // The top floor sees everything that there is to see.
    expect(unproved).toEqual(['floor-of-bin']);
  });
});
