import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring, type Keyring } from '../../src/privacy/keyring.ts';
import { type Bench, stoppedClock } from './conformance/bench.ts';

const KEY_ID = Buffer.from([0, 0, 0, 1]);

/**
 * A keyring that seals with glass: what is stored can be read in the file. So a search for a name says whether it is
 * there, where behind a real seal nothing would ever be found, erased or not.
 */
export function glassKeyring(): Keyring {
  return {
    ...createKeyring(parseKeyFile(newKeyFile())),
    seal: (plain) => Buffer.concat([KEY_ID, Buffer.from(plain)]),
    open: (sealed) => Buffer.from(sealed).subarray(KEY_ID.length),
  };
}

export interface GlassBench extends Bench {
  readonly folder: string;
  readonly path: string;
  readonly keyring: Keyring;
  /** The words that stand in some file of the folder: database, write log, erasure ledger, backups. */
  found(words: Readonly<Record<string, string>>): readonly string[];
}

export function glassBench(): GlassBench {
  const folder = mkdtempSync(join(tmpdir(), 'screening-glass-'));
  const path = join(folder, 'screening.db');
  const keyring = glassKeyring();
  const opened: Store[] = [];
  return {
    ...{ folder, path, keyring },
    async open(clock = stoppedClock) {
      const store = openStore({ path, keyring, clock });
      opened.push(store);
      return store;
    },
    found(words) {
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
      return Object.entries(words).flatMap(([name, word]) =>
        files.some((bytes) => bytes.includes(word)) ? [name] : [],
      );
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
