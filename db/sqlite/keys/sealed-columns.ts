import { sql } from 'drizzle-orm';
import type { Queries } from '../engine.ts';
import { placeOf } from '../payload.ts';

/** A column that holds sealed payloads. Its names come from the schema of the database itself. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns of the primary key, which name the place of a payload. */
  readonly keys: readonly string[];
}

export interface Payload {
  readonly rowid: number;
  readonly place: string;
  readonly sealed: Buffer;
}

/**
 * Every column of bytes of every table: nothing but sealed payloads is stored as bytes. Read from the database and not
 * from a list, so that a table that somebody adds cannot be forgotten.
 */
export function sealedColumns(queries: Queries): readonly SealedColumn[] {
  const columns = queries.all<{
    readonly tbl: string;
    readonly col: string;
    readonly type: string;
    readonly pk: number;
  }>(sql`
    select m.name as tbl, c.name as col, c.type as type, c.pk as pk
    from sqlite_master m join pragma_table_info(m.name) c
    where m.type = 'table' order by m.name, c.pk, c.cid`);
  return columns
    .filter(({ type }) => type.toLowerCase() === 'blob')
    .map(({ tbl, col }) => ({
      ...{ table: tbl, column: col },
      keys: columns.filter((other) => other.tbl === tbl && other.pk > 0).map((other) => other.col),
    }));
}

/** The first four bytes of a payload sealed with a key, as SQLite writes bytes. */
const headOf = (keyId: number) => sql.raw(`x'${keyId.toString(16).padStart(8, '0')}'`);

const name = (identifier: string) => sql.identifier(identifier);

/** The next payloads of a column, after a row, that are not sealed with this key. */
export function payloadsUnderOthers(
  queries: Queries,
  { table, column, keys }: SealedColumn,
  keyId: number,
  after: number,
  limit: number,
): readonly Payload[] {
  const parts = sql.join(
    keys.map((key) => sql`${name(key)}`),
    sql`, `,
  );
  const rows = queries.all<Record<string, unknown>>(sql`
    select ${parts}, rowid as "row id", ${name(column)} as "the payload" from ${name(table)}
    where rowid > ${after} and ${name(column)} is not null and substr(${name(column)}, 1, 4) <> ${headOf(keyId)}
    order by rowid limit ${limit}`);
  return rows.map((row) => ({
    rowid: Number(row['row id']),
    place: placeOf(
      table,
      keys.map((key) => row[key] as string | number),
      column,
    ),
    sealed: row['the payload'] as Buffer,
  }));
}

export function writePayload(
  queries: Queries,
  { table, column }: SealedColumn,
  rowid: number,
  sealed: Uint8Array,
): void {
  queries.run(sql`update ${name(table)} set ${name(column)} = ${sealed} where rowid = ${rowid}`);
}

/** How many payloads of a column are sealed with each key. */
export function countByKey(queries: Queries, { table, column }: SealedColumn): ReadonlyMap<number, number> {
  const groups = queries.all<{ readonly head: string; readonly payloads: number }>(sql`
    select hex(substr(${name(column)}, 1, 4)) as head, count(*) as payloads from ${name(table)}
    where ${name(column)} is not null group by 1`);
  return new Map(groups.map(({ head, payloads }) => [Number.parseInt(head, 16), payloads]));
}
