import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RedisConnection } from '../../src/runtime/redis.ts';

/** The same bytes in base64 as they look at any place of a longer text: whole groups of three, at three beginnings. */
function base64Forms(value: string): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${'x'.repeat(shift)}${value}`)
      .toString('base64')
      .replace(/=+$/, '');
    const sure = Math.floor(((value.length + shift) * 8) / 6);
    return encoded.slice([0, 2, 3][shift], sure);
  });
}

/** A value in every dress in which it could leave: plain, in another case, JSON-escaped, URL-encoded, base64. */
export function formsOf(value: string): Readonly<Record<string, readonly string[]>> {
  const escaped = [...value].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return {
    plain: [value],
    upper: [value.toUpperCase()],
    lower: [value.toLowerCase()],
    escaped: [escaped],
    url: [[...Buffer.from(value)].map((byte) => `%${byte.toString(16)}`).join('')],
    base64: base64Forms(value),
  };
}

/** A place that was looked through, with everything that stands there. */
export interface Place {
  readonly name: string;
  readonly content: string;
}

/** Which planted value stands where, and in which form: empty when nothing leaked. */
export function findLeaks(places: readonly Place[], planted: readonly string[]): readonly string[] {
  return planted.flatMap((value) =>
    Object.entries(formsOf(value)).flatMap(([form, texts]) =>
      places
        .filter(({ content }) => texts.some((text) => content.includes(text)))
        .map(({ name }) => `${value} (${form}) in ${name}`),
    ),
  );
}

/** Every file below a folder; one byte is one character, so that nothing is lost in decoding. */
export function filesBelow(folder: string): readonly Place[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() ? [{ name, content: `${name}\n${readFileSync(path, 'latin1')}` }] : [];
  });
}

async function storedUnder(redis: RedisConnection, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    default:
      return redis.xrange(key, '-', '+');
  }
}

/** Every key of Redis with its value, whatever its type. */
export async function keysOf(redis: RedisConnection): Promise<readonly Place[]> {
  const keys = await redis.keys('*');
  return Promise.all(
    keys.map(async (key) => {
      const value = await storedUnder(redis, key);
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      // A JSON text inside a JSON text is escaped once more each time; what is searched for is not.
      const once = text.replaceAll('\\\\', '\\');
      return { name: `Redis ${key}`, content: [key, text, once, once.replaceAll('\\\\', '\\')].join('\n') };
    }),
  );
}
