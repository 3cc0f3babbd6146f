import { createHash } from 'node:crypto';
import type { RelevanceTables } from '../domain/relevance.ts';
import { parseCatalogue } from './catalogue.ts';
import { type Parsed, requireValid } from './faults.ts';
import type { Catalogue } from './offence.ts';
import { type PolicyTable, parsePolicy } from './policy-table.ts';

/** Catalogue and policy table together, checked. Immutable. */
export interface Policy {
  /** `2026.1+0f3a…`: the table's version and the first twelve hex digits of SHA-256 over both files. */
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly table: PolicyTable;
}

/** Reads both files; every fault of both. A byte-order mark and the kind of line ending do not change the version. */
export function parseRelevanceTables(tables: RelevanceTables): Parsed<Policy> {
  const catalogue = parseCatalogue(tables.offences);
  const table = parsePolicy(tables.policy);
  if (catalogue.kind === 'invalid' || table.kind === 'invalid') {
    const faults = [catalogue, table].flatMap((parsed) => (parsed.kind === 'invalid' ? parsed.faults : []));
    return { kind: 'invalid', faults };
  }
  const hash = createHash('sha256').update(plain(tables.offences)).update('\0').update(plain(tables.policy));
  const version = `${table.value.version}+${hash.digest('hex').slice(0, 12)}`;
  return { kind: 'valid', value: { version, catalogue: catalogue.value, table: table.value } };
}

/** @throws ScreeningError TABLE_INVALID that lists every fault. */
export function requirePolicy(tables: RelevanceTables): Policy {
  return requireValid(parseRelevanceTables(tables));
}

function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
