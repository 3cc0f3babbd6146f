import type { QuarantineReason } from '../domain/ledger.ts';
import { jsonStructure } from './json-structure.ts';
import { MAX_DEPTH, MAX_REASONS } from './limits.ts';
import type { Shape } from './wire-shape.ts';

/** A line of JSON: an object, with every key that stood in it twice, or not readable as one. */
export type JsonLine =
  | { readonly kind: 'object'; readonly value: object; readonly duplicates: readonly QuarantineReason[] }
  | { readonly kind: 'unreadable' };

const UNREADABLE: JsonLine = { kind: 'unreadable' };
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes; null when they are not UTF-8. A byte order mark stays in. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Reads one JSON object of the given shape. Depth beyond `MAX_DEPTH` counts as unreadable. */
export function readJsonLine(text: string, shape: Shape): JsonLine {
  const structure = jsonStructure(text, shape, MAX_DEPTH);
  if (structure.tooDeep) return UNREADABLE;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNREADABLE;
  const duplicates = structure.duplicates
    .slice(0, MAX_REASONS)
    .map((field): QuarantineReason => ({ code: 'DUPLICATE_KEY', field }));
  return { kind: 'object', value, duplicates };
}
