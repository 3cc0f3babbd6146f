import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ScreeningError } from '../domain/errors.ts';

/** A delivery on disk: its bytes, and the text of the side file that an XML delivery has beside it. */
export interface DeliveryFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly sideFile: string | null;
}

/** Where the checksum of an XML delivery stands. */
export function sideFileOf(path: string): string {
  return `${path}.sha256`;
}

/**
 * Opens a file that was handed over. A folder opens too, and would fail only when it is read: it is refused here.
 * @throws ScreeningError FILE_UNREADABLE, naming the file but not its folder
 */
export async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new Error('a folder');
    }
    return handle.createReadStream();
  } catch (cause) {
    throw new ScreeningError('FILE_UNREADABLE', { file: basename(path) }, { cause });
  }
}

/** @throws ScreeningError FILE_UNREADABLE when the delivery itself cannot be opened; a side file may be missing. */
export async function openDeliveryFile(path: string): Promise<DeliveryFile> {
  const sideFile = await readFile(sideFileOf(path), 'utf8').catch(() => null);
  return { bytes: await openFile(path), sideFile };
}
