import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ERASED_THINGS, type Erasure } from '../../../src/domain/erasure.ts';
import { asEpochMs, asId } from '../../../src/domain/ids.ts';
import { OWNER_ONLY } from '../private-file.ts';

const line = z.strictObject({
  erasureId: z.uuid().transform((id) => asId<Erasure['erasureId']>(id)),
  at: z.int().transform(asEpochMs),
  what: z.enum(ERASED_THINGS),
  id: z.uuid(),
});

/**
 * Every erasure in the file, in the order in which they were written; null when there is no file. A last line that
 * was cut off by a crash is left out: the database has it, and it is written again.
 */
export function readErasures(path: string): readonly Erasure[] | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  return text.split('\n').flatMap((json) => {
    const parsed = line.safeParse(jsonOf(json));
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Adds lines, on disk when this returns. One write, so that lines of several processes do not mix; it begins with a
 * line end, so that it stands apart from whatever a crash left before it.
 */
export function appendErasures(path: string, erasures: readonly Erasure[]): void {
  const file = openSync(path, 'a', OWNER_ONLY);
  try {
    const lines = erasures.map(({ erasureId, at, what, id }) => `\n${JSON.stringify({ erasureId, at, what, id })}`);
    appendFileSync(file, `${lines.join('')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
