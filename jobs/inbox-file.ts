import { lstat, rm, stat } from 'node:fs/promises';
import { asEpochMs, type EpochMs } from '../src/domain/ids.ts';
import { sideFileOf } from '../src/runtime/delivery-file.ts';

/** What can be told of a file in the inbox without opening it. */
export interface Look {
  /** Differs when the file, or the checksum beside it, was written to or replaced. */
  readonly fingerprint: string;
  /** Whether it can be a delivery at all now: a file, and with its checksum when it needs one. */
  readonly isReady: boolean;
  /** When it came into the folder or was last written to, by the clock of whoever keeps the folder. */
  readonly changedAt: EpochMs;
}

/** Names that no delivery has: hidden ones, those still being uploaded, and the checksums beside XML. */
export function isDelivery(name: string): boolean {
  return !name.startsWith('.') && !/\.(part|tmp|sha256)$/i.test(name);
}

/** A name under which somebody left what is still to become a delivery, or belongs to one. */
export function isUnfinished(name: string): boolean {
  return !name.startsWith('.') && !isDelivery(name);
}

/** An XML delivery is not complete before its checksum lies beside it. */
function needsSideFile(path: string): boolean {
  return /\.xml(\.gz)?$/i.test(path);
}

/** Null when nothing is there any more. A link to nothing is there, but no file. */
export async function lookAt(path: string): Promise<Look | null> {
  const place = await lstat(path).catch(() => null);
  if (place === null) return null;
  const file = await stat(path).catch(() => null);
  const side = await stat(sideFileOf(path)).catch(() => null);
  const marks = [file, side].map((found) => (found === null ? '' : `${found.ino} ${found.size} ${found.mtimeMs}`));
  return {
    fingerprint: marks.join(', '),
    isReady: file?.isFile() === true && (side !== null || !needsSideFile(path)),
    changedAt: asEpochMs(place.ctimeMs),
  };
}

/**
 * Removes a file and its checksum, unless another came in its place since it was looked at. False when it is still
 * there, or another is.
 */
export async function removeUnlessChanged(path: string, seen: Look): Promise<boolean> {
  if ((await lookAt(path))?.fingerprint !== seen.fingerprint) return false;
  try {
    await rm(path, { force: true });
    await rm(sideFileOf(path), { force: true });
    return true;
  } catch {
    return false;
  }
}
