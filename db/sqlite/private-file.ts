import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** Read and written by its owner alone, also where the folder lets others in. */
export const OWNER_ONLY = 0o600;

const OTHERS = 0o077;

function tighten(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OTHERS) === 0) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch {
    // It is somebody else's, who let us in on purpose.
  }
}

/**
 * Makes a database file for its owner alone before SQLite would make it for everybody, and takes the rights of others
 * away from one that is there. What SQLite keeps beside it later gets the mode of the database from SQLite.
 * @throws the error of the file system when it can be neither made nor written
 */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  for (const suffix of ['', '-wal', '-shm']) tighten(`${path}${suffix}`);
}
