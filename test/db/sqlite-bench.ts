import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring, type Keyring } from '../../src/privacy/keyring.ts';
import { type Bench, stoppedClock } from './conformance/bench.ts';
import { watched } from './watched-store.ts';

export interface SqliteBench extends Bench {
  readonly path: string;
  readonly keyring: Keyring;
  /** The text of the key file, for another process. */
  readonly keys: string;
}

/** An empty SQLite database in a folder of its own. */
export async function sqliteBench(): Promise<SqliteBench> {
  const folder = mkdtempSync(join(tmpdir(), 'screening-db-'));
  const path = join(folder, 'screening.db');
  const keys = newKeyFile();
  const keyring = createKeyring(parseKeyFile(keys));
  const opened: Store[] = [];
  return {
    ...{ path, keyring, keys },
    async open(clock = stoppedClock) {
      const store = watched(openStore({ path, keyring, clock }), path);
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
