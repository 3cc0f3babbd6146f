import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Access } from '../../src/domain/access.ts';
import type { EpochMs, TaskId } from '../../src/domain/ids.ts';
import { parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';

/** What a claimer is started with: a reviewer at a connection of their own. */
export interface ClaimerData {
  readonly path: string;
  readonly keys: string;
  readonly access: Access;
  readonly at: EpochMs;
}

const { path, keys, access, at } = workerData as ClaimerData;
const store = openStore({ path, keyring: createKeyring(parseKeyFile(keys)) });
const taken: TaskId[] = [];
for (;;) {
  const result = await store.claimNext(access, at);
  if (result?.kind !== 'done') break;
  taken.push(result.taskId);
}
await store.close();
parentPort?.postMessage(taken);
