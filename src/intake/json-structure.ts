import type { Shape } from './wire-shape.ts';
import { shapeUnder } from './wire-shape.ts';

/** What `JSON.parse` does not tell: it keeps the last of two equal keys and accepts any depth. */
export interface JsonStructure {
  readonly tooDeep: boolean;
  /** Paths of keys that stand twice in one object, in wire words. */
  readonly duplicates: readonly string[];
}

interface Frame {
  /** Null in an array. */
  readonly keys: Set<string> | null;
  readonly shape: Shape | null;
  readonly path: string;
  index: number;
  key: string;
  expectsKey: boolean;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

function keyAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

/** Unknown keys are not named: a key can be as personal as a value. */
function pathOfKey(frame: Frame, key: string): string {
  const name = shapeUnder(frame.shape, key) === null ? '?' : key;
  return frame.path === '' ? name : `${frame.path}.${name}`;
}

function openFrame(parent: Frame | undefined, isObject: boolean, root: Shape): Frame {
  const common = { keys: isObject ? new Set<string>() : null, index: 0, key: '', expectsKey: isObject };
  if (parent === undefined) return { ...common, shape: root, path: '' };
  if (parent.keys !== null) {
    return { ...common, shape: shapeUnder(parent.shape, parent.key), path: pathOfKey(parent, parent.key) };
  }
  const list = parent.shape;
  const shape = list !== null && typeof list !== 'string' && 'list' in list ? list.list : null;
  return { ...common, shape, path: `${parent.path}[${parent.index}]` };
}

function noteKey(frame: Frame, key: string, duplicates: string[]): void {
  frame.expectsKey = false;
  frame.key = key;
  if (frame.keys?.has(key) === true) duplicates.push(pathOfKey(frame, key));
  frame.keys?.add(key);
}

/**
 * Walks JSON text once, without building anything. Text that is not JSON gives an answer without meaning and no error:
 * `JSON.parse` has to judge it.
 */
export function jsonStructure(text: string, root: Shape, maxDepth: number): JsonStructure {
  const frames: Frame[] = [];
  const duplicates: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    const frame = frames.at(-1);
    if (char === '"') {
      const end = endOfString(text, at);
      if (frame?.expectsKey === true) noteKey(frame, keyAt(text, at, end), duplicates);
      at = end;
    } else if (char === '{' || char === '[') {
      if (frames.length === maxDepth) return { tooDeep: true, duplicates };
      frames.push(openFrame(frame, char === '{', root));
    } else if (char === '}' || char === ']') {
      frames.pop();
    } else if (char === ',' && frame !== undefined) {
      frame.index++;
      frame.expectsKey = frame.keys !== null;
    }
  }
  return { tooDeep: false, duplicates };
}
