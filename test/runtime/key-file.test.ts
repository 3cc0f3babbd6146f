import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readKeyFile } from '../../src/runtime/key-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'screening-keys-'));
  path = join(folder, 'keys');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const missing = expect.objectContaining({ code: 'KEYS_MISSING' });

describe('a key file', () => {
  test('is made when it may be, for its owner alone, and read again as it is', () => {
    expect(readKeyFile(path, () => 'secrets')).toBe('secrets');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readKeyFile(path, () => 'others')).toBe('secrets');
    expect(readdirSync(folder)).toEqual(['keys']);
  });

  test('that another process makes at the same moment is the one that counts', () => {
    const fresh = (): string => {
      writeFileSync(path, 'of the other');
      return 'mine';
    };
    expect(readKeyFile(path, fresh)).toBe('of the other');
    expect(readdirSync(folder)).toEqual(['keys']);
  });

  test('is not made where one must be', () => {
    expect(() => readKeyFile(path, null)).toThrow(missing);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that cannot be read or written is missing', () => {
    expect(() => readKeyFile(folder, null)).toThrow(missing);
    expect(() => readKeyFile(join(folder, 'no', 'keys'), () => 'secrets')).toThrow(missing);
  });
});
