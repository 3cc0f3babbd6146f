import type { Resealed } from '../../contract/keys.ts';
import { installation } from '../../schema/installation.ts';
import type { Engine, Queries } from '../engine.ts';
import { payloadsUnderOthers, type SealedColumn, sealedColumns, writePayload } from './sealed-columns.ts';

/** Where sealing again begins: before the first row of the first column. */
export const FROM_THE_START = '';

interface Position {
  /** Of the list of columns. */
  readonly index: number;
  readonly rowid: number;
}

const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`;

/** A column that is no longer there begins from the start: what is done already is passed over. */
function positionOf(columns: readonly SealedColumn[], resealedTo: string): Position {
  const [named, rowid] = resealedTo.split(':');
  const index = columns.findIndex((column) => nameOf(column) === named);
  return index < 0 ? { index: 0, rowid: 0 } : { index, rowid: Number(rowid) };
}

/** Whether payloads may stand under an older key. */
export function isResealing(queries: Queries): boolean {
  const row = queries.select({ resealedTo: installation.resealedTo }).from(installation).get();
  return row !== undefined && row.resealedTo !== null;
}

/** Seals the next payloads again. Only inside a write transaction. */
export function resealBatch({ queries, keyring }: Engine, limit: number): Resealed {
  const row = queries.select({ resealedTo: installation.resealedTo }).from(installation).get();
  if (row === undefined || row.resealedTo === null) return { resealed: 0, left: false };
  const columns = sealedColumns(queries);
  let { index, rowid } = positionOf(columns, row.resealedTo);
  let resealed = 0;
  for (let column = columns[index]; column !== undefined; column = columns[index]) {
    const payloads = payloadsUnderOthers(queries, column, keyring.sealsWith(), rowid, limit - resealed);
    for (const { rowid: at, place, sealed } of payloads) {
      writePayload(queries, column, at, keyring.seal(keyring.open(sealed, place), place));
      rowid = at;
    }
    resealed += payloads.length;
    if (resealed === limit) {
      queries
        .update(installation)
        .set({ resealedTo: `${nameOf(column)}:${rowid}` })
        .run();
      return { resealed, left: true };
    }
    index += 1;
    rowid = 0;
  }
  queries.update(installation).set({ resealedTo: null }).run();
  return { resealed, left: false };
}
