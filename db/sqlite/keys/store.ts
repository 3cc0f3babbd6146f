import { ScreeningError } from '../../../src/domain/errors.ts';
import type { KeyStore, KeyUse } from '../../contract/keys.ts';
import { installation } from '../../schema/installation.ts';
import type { Engine, Queries } from '../engine.ts';
import { sealKeyCheck } from '../installation.ts';
import { look, transact } from '../transact.ts';
import { emptyWriteLog } from '../write-log.ts';
import { FROM_THE_START, isResealing, resealBatch } from './reseal.ts';
import { countByKey, sealedColumns } from './sealed-columns.ts';

function payloadsByKey(queries: Queries): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const column of sealedColumns(queries)) {
    for (const [keyId, payloads] of countByKey(queries, column)) all.set(keyId, (all.get(keyId) ?? 0) + payloads);
  }
  return all;
}

function listKeys({ queries, keyring }: Engine): readonly KeyUse[] {
  const inUse = payloadsByKey(queries);
  const here = keyring.keyIds();
  return [...new Set([...here, ...inUse.keys()])]
    .toSorted((a, b) => a - b)
    .map((keyId) => ({
      ...{ keyId, payloads: inUse.get(keyId) ?? 0 },
      ...{ current: keyId === keyring.sealsWith(), here: here.includes(keyId) },
    }));
}

export function keyStore(engine: Engine): KeyStore {
  const { queries, keyring } = engine;
  return {
    listKeys: (access) =>
      look(engine, access, 'list_keys', () => {
        engine.followKey();
        return listKeys(engine);
      }),
    adoptKey: (access, keyId) =>
      transact(engine, access, 'adopt_key', (tx) => {
        tx.note({ keyNumber: keyId, before: keyring.sealsWith() });
        keyring.sealWith(keyId);
        queries
          .update(installation)
          .set({ keyCheck: sealKeyCheck(keyring), resealedTo: FROM_THE_START })
          .run();
      }),
    async resealBatch(access, limit) {
      // Asked for at every sweep: what has nothing to do leaves no row in the log.
      if (!isResealing(queries)) return { resealed: 0, left: false };
      const done = await transact(engine, access, 'reseal', (tx) => {
        const batch = resealBatch(engine, limit);
        tx.note({ keyNumber: keyring.sealsWith(), resealed: batch.resealed, left: Number(batch.left) });
        return batch;
      });
      if (!done.left) await emptyWriteLog(queries);
      return done;
    },
    retireKey: (access, keyId) =>
      transact(engine, access, 'retire_key', (tx) => {
        tx.note({ keyNumber: keyId });
        const inUse = payloadsByKey(queries).get(keyId) ?? 0;
        if (inUse > 0 || keyId === keyring.sealsWith())
          throw new ScreeningError('KEY_IN_USE', { keyId, payloads: inUse });
        if (!keyring.keyIds().includes(keyId)) throw new ScreeningError('KEY_UNKNOWN', { keyId });
      }),
  };
}
