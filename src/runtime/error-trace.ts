import { ScreeningError } from '../domain/errors.ts';

/** What may be said of an error: who it is and where it came from, never its message, which may quote an entry. */
export interface ErrorTrace {
  /** The catalogue's code, that of Node or SQLite (`ENOSPC`, `SQLITE_BUSY`), or `INTERNAL`. */
  readonly code: string;
  /** The class: `TypeError`, `SqliteError`. */
  readonly type: string;
  /** Places in the code, innermost first: `function (file:line:column)`. */
  readonly frames: readonly string[];
  readonly cause?: ErrorTrace;
}

const MAX_FRAMES = 12;
const MAX_CAUSES = 4;
const ROOT = new URL('../../', import.meta.url).href;

function property(error: unknown, name: 'code' | 'stack' | 'message' | 'cause'): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

function codeOf(error: unknown): string {
  if (error instanceof ScreeningError) return error.code;
  const code = property(error, 'code');
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code) ? code : 'INTERNAL';
}

function typeOf(error: unknown): string {
  const name = typeof error === 'object' && error !== null ? error.constructor?.name : typeof error;
  return name !== undefined && /^[A-Za-z]{1,40}$/.test(name) ? name : 'unknown';
}

/** The message stands at the head of the stack and may look like a frame itself, so it is cut off by its own text. */
function framesOf(error: unknown): string[] {
  const [stack, message] = [property(error, 'stack'), property(error, 'message')];
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  // An error whose message was changed after it was made keeps the old one in its stack: then nothing can be trusted.
  if (message !== '' && end < message.length) return [];
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim().slice('at '.length).replace(ROOT, ''));
}

/** Reduces any thrown value to what a log may hold. */
export function traceOf(error: unknown, depth = 1): ErrorTrace {
  const cause = property(error, 'cause');
  return {
    code: codeOf(error),
    type: typeOf(error),
    frames: framesOf(error),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: traceOf(cause, depth + 1) }),
  };
}
