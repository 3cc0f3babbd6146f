import { openStore } from '../../db/sqlite/open-store.ts';
import { parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';
import { MORNING, RECEIVER, WORKER } from './conformance/bench.ts';
import { entry } from './conformance/people.ts';
import { begin, commit, deliver } from './conformance/steps.ts';

/**
 * A process of its own: `node writing-process.ts <database> <name> <deliveries>`, keys in KEYS. Opens the database, and
 * delivers and screens as many deliveries as it was told, one line on stdout for each that is settled.
 */
const [path = '', name = '', count = '0'] = process.argv.slice(2);
const store = openStore({ path, keyring: createKeyring(parseKeyFile(process.env['KEYS'] ?? '')) });
await store.registerVersion(RECEIVER);
for (let number = 1; number <= Number(count); number += 1) {
  const entries = Array.from({ length: 20 }, (_, index) => entry(`${name}-${number}-${index}`));
  const { deliveryKey, chunkIds } = await deliver(store, `${name}-${number}`, entries, {
    chunkSize: 5,
    sequence: number,
  });
  for (const chunkId of chunkIds) await commit(store, await begin(store, chunkId));
  await store.settleDelivery(WORKER, deliveryKey, MORNING);
  process.stdout.write(`${number}\n`);
}
await store.close();
