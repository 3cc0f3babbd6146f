import type { EpochMs } from '../domain/ids.ts';

/** A moment as programs read it: ISO 8601, UTC. */
export function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: EpochMs | null): string | null {
  return at === null ? null : iso(at);
}
