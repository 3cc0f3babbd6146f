/** One line without its line break (`\n` or `\r\n`). */
export interface RawLine {
  /** Only the first `maxLineBytes` when `tooLong`. */
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const NOTHING = new Uint8Array(0);

/** Gathers one line over chunk borders and never holds more than the limit. */
class LineBuffer {
  readonly #maxLineBytes: number;
  #parts: Uint8Array[] = [];
  #kept = 0;
  #length = 0;

  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    // One byte more than the limit is kept, so that a line of exactly the limit may end in `\r\n`.
    const room = this.#maxLineBytes + 1 - this.#kept;
    if (room <= 0 || part.length === 0) return;
    const kept = part.subarray(0, room);
    this.#parts.push(kept);
    this.#kept += kept.length;
  }

  take(): RawLine {
    const all = this.#parts.length === 1 ? (this.#parts[0] ?? NOTHING) : Buffer.concat(this.#parts);
    const whole = all.length === this.#length;
    const line = whole && all.at(-1) === CR ? all.subarray(0, -1) : all;
    const tooLong = !whole || line.length > this.#maxLineBytes;
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    return { bytes: tooLong ? line.subarray(0, this.#maxLineBytes) : line, tooLong };
  }
}

/**
 * Cuts a stream into lines. A last line without a line break is a line; nothing after the last line break is none.
 * @param onBody gets every byte after the first line's break, in order, before the lines made of them are yielded.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
  onBody: (bytes: Uint8Array) => void,
): AsyncGenerator<RawLine> {
  const line = new LineBuffer(maxLineBytes);
  let inFirstLine = true;
  for await (const chunk of bytes) {
    if (!inFirstLine) onBody(chunk);
    let from = 0;
    for (let to = chunk.indexOf(LF); to !== -1; to = chunk.indexOf(LF, from)) {
      line.add(chunk.subarray(from, to));
      from = to + 1;
      if (inFirstLine) onBody(chunk.subarray(from));
      inFirstLine = false;
      yield line.take();
    }
    line.add(chunk.subarray(from));
  }
  if (!line.isEmpty) yield line.take();
}
