import type { Keyring } from '../../src/privacy/keyring.ts';

/**
 * Where a sealed payload stands. It is sealed to this place: a payload copied to another row or column does not open.
 */
export function placeOf(table: string, row: readonly (string | number)[], column: string): string {
  return `${table}:${row.join(':')}:${column}`;
}

export function sealJson(keyring: Keyring, place: string, value: unknown): Uint8Array {
  return keyring.seal(JSON.stringify(value), place);
}

/**
 * What `sealJson` sealed. The type is taken on trust: the seal proves that this program wrote it, to this place.
 * @throws ScreeningError KEYS_WRONG
 */
export function openJson<T>(keyring: Keyring, place: string, sealed: Uint8Array): T {
  return JSON.parse(keyring.open(sealed, place).toString()) as T;
}
