import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { makeFolder } from '../../src/runtime/folder.ts';

const base = mkdtempSync(join(tmpdir(), 'screening-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('a folder is made with those above it, for its owner alone, and may be there', () => {
  makeFolder(join(base, 'a', 'b'));
  makeFolder(join(base, 'a', 'b'));
  expect([modeOf(join(base, 'a')), modeOf(join(base, 'a', 'b'))]).toEqual(['700', '700']);
});

test.each([
  ['under a file', () => join(base, 'file', 'below'), 'EEXIST'],
  ['in the place of a file', () => join(base, 'file'), 'EEXIST'],
  ['where the system makes none', () => '/proc/nope/below', 'ENOENT'],
])('no folder is made %s, and the system says why', (_, pathOf, code) => {
  writeFileSync(join(base, 'file'), 'a text');
  expect(() => makeFolder(pathOf())).toThrow(expect.objectContaining({ code }));
});
