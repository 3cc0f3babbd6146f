import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OPERATOR } from './conformance/bench.ts';
import { registerRow } from './conformance/people.ts';
import { importRows } from './conformance/steps.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

let bench: SqliteBench;
beforeEach(async () => {
  bench = await sqliteBench();
});
afterEach(() => bench.dispose());

/** Every file beside the database, with its mode. */
function modes(): Readonly<Record<string, string>> {
  const folder = dirname(bench.path);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
}

test('everything that is made is its owner’s alone, whatever the umask lets others do', async () => {
  const before = process.umask(0);
  try {
    const store = await bench.open();
    await importRows(store, [registerRow('P-1')]);
    await store.backUp(OPERATOR, join(dirname(bench.path), 'backup'));
  } finally {
    process.umask(before);
  }
  expect(modes()).toEqual({
    ...{ 'screening.db': '600', 'screening.db-shm': '600', 'screening.db-wal': '600' },
    ...{ backup: '600', 'erasures.ndjson': '600' },
  });
});

test('a database that others could read is closed to them when it is opened', async () => {
  await bench.open();
  for (const name of Object.keys(modes())) chmodSync(join(dirname(bench.path), name), 0o644);
  await bench.open();
  expect(modes()).toMatchObject({ 'screening.db': '600', 'screening.db-shm': '600', 'screening.db-wal': '600' });
});
