import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { EXPANSION_SLACK_BYTES, type IntakeLimits } from './limits.ts';
import { peek } from './peek.ts';
import { UnreadableFile } from './unreadable-file.ts';

function isZlibError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}

async function* measured(bytes: AsyncIterable<Uint8Array>, add: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    add(chunk.length);
    yield chunk;
  }
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, maxExpansion: number): AsyncGenerator<Uint8Array> {
  let bytesIn = 0;
  let bytesOut = 0;
  const gunzip = createGunzip();
  const source = Readable.from(
    measured(bytes, (length) => {
      bytesIn += length;
    }),
    { objectMode: false },
  );
  // The iterator below reports every error; the callback only keeps it from being thrown a second time.
  pipeline(source, gunzip, () => {});
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      bytesOut += chunk.length;
      if (bytesOut > EXPANSION_SLACK_BYTES && bytesOut > bytesIn * maxExpansion) throw new UnreadableFile('gzip_bomb');
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? new UnreadableFile('gzip', {}, { cause: error }) : error;
  }
}

/**
 * The bytes of a file, decompressed when it starts as gzip does. Errors of the source itself pass through unchanged.
 * @throws UnreadableFile for broken or cut-off gzip, one that expands too much, or a file above the size limit.
 */
export async function* plainBytes(bytes: AsyncIterable<Uint8Array>, limits: IntakeLimits): AsyncGenerator<Uint8Array> {
  const opened = await peek(bytes, 2);
  const isGzip = opened.start[0] === 0x1f && opened.start[1] === 0x8b;
  let total = 0;
  for await (const chunk of isGzip ? gunzipped(opened.bytes, limits.maxExpansion) : opened.bytes) {
    total += chunk.length;
    if (total > limits.maxFileBytes) throw new UnreadableFile('too_large');
    yield chunk;
  }
}
