import { blob, integer } from 'drizzle-orm/sqlite-core';
import type { EpochMs } from '../../src/domain/ids.ts';

/** A payload sealed by the keyring; its associated data names the table, the row and the column. */
export const sealed = () => blob({ mode: 'buffer' }).$type<Uint8Array>();

/** Milliseconds since 1970 UTC. */
export const epochMs = () => integer().$type<EpochMs>();
