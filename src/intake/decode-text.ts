import { UnreadableFile } from './unreadable-file.ts';

/** Pieces that a synchronous parser gets at once; what it makes of one waits in memory until it is asked for. */
const PIECE_BYTES = 65_536;

/**
 * UTF-8 text in small pieces, cut between characters; a byte order mark at the start is left out.
 * @throws UnreadableFile (`encoding`) at the first byte that is not UTF-8.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece: Uint8Array | undefined): string => {
    try {
      return piece === undefined ? utf8.decode() : utf8.decode(piece, { stream: true });
    } catch (cause) {
      throw new UnreadableFile('encoding', {}, { cause });
    }
  };
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield decode(chunk.subarray(at, at + PIECE_BYTES));
  }
  yield decode(undefined);
}
