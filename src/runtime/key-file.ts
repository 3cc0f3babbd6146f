import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ScreeningError } from '../domain/errors.ts';

const OWNER_ONLY = 0o600;

/** Not `instanceof Error`: an error of Node's own is none of the Error that a sandbox such as the test runner's has. */
function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null;
    throw new ScreeningError('KEYS_MISSING', {}, { cause });
  }
}

/**
 * Made under another name and then linked, which fails when the file is there: of two processes that begin an
 * installation together one makes the keys, and nobody reads half a file.
 */
function createOnce(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: OWNER_ONLY, flag: 'wx', flush: true });
    linkSync(draft, path);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) {
      throw new ScreeningError('KEYS_MISSING', {}, { cause });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The text of the key file.
 *
 * @param fresh makes the text of a new file, for an installation that has none. Null where one must be there: a
 *   database without its keys is lost, and new keys beside it would only hide that.
 * @throws ScreeningError KEYS_MISSING when it is not there and may not be made, or cannot be read or written
 */
export function readKeyFile(path: string, fresh: (() => string) | null): string {
  const text = readIfThere(path);
  if (text !== null) return text;
  if (fresh !== null) createOnce(path, fresh());
  const made = fresh === null ? null : readIfThere(path);
  if (made === null) throw new ScreeningError('KEYS_MISSING');
  return made;
}

/**
 * Puts another text in the place of a key file, in one step and on disk when this returns: whoever reads it, and
 * whatever dies, sees the one or the other.
 * @throws ScreeningError KEYS_NOT_WRITABLE, and the file is as it was
 */
export function replaceKeyFile(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: OWNER_ONLY, flag: 'wx', flush: true });
    renameSync(draft, path);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new ScreeningError('KEYS_NOT_WRITABLE', {}, { cause });
  }
}
