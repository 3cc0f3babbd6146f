import { createReadStream, type ReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { ScreeningError } from '../domain/errors.ts';

/**
 * Opens a file that a command was given.
 * @throws ScreeningError FILE_UNREADABLE, naming the file but not its folder
 */
export async function openInput(path: string): Promise<ReadStream> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new ScreeningError('FILE_UNREADABLE', { file: basename(path) }, { cause });
  });
  return createReadStream(path);
}
