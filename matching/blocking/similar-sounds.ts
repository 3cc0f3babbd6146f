import { doubled } from '../attributes/doubled.ts';
import { hashText, mixHash } from '../attributes/hash.ts';
import { countBits, letterSet } from '../attributes/letters.ts';
import { boundedAlignmentAt } from '../comparison/edit-distance.ts';
import { Postings } from './postings.ts';

/** Sounds up to this length are looked up with one error, longer ones with two: two errors make any short name of any other. */
const SHORT = 5;
/**
 * Sounds are filed under their first letters only, with the deletions in these: words a few errors apart share one of them
 * too, and so few keys are looked up sooner than all of a long word.
 */
const VARIED = 10;
/** Answers that are remembered: common surnames come again and again. Forgotten together, so that memory stays bounded. */
const MAX_ANSWERS = 20_000;
/** Odd multiplier of the polynomial hash; leaving a letter out is then a sum, not a new string. */
const BASE = 0x01000193;

const POWERS = new Int32Array(VARIED + 1);
POWERS[0] = 1;
for (let index = 1; index < POWERS.length; index += 1) POWERS[index] = Math.imul(POWERS[index - 1]!, BASE);

/**
 * Finds the surname sounds of the register that are one or two errors from a given one, by the deletions that both have
 * in common (Mor and Fraenkel; SymSpell). Sounds are added and never removed: one that nobody bears any more finds nobody.
 */
export class SimilarSounds {
  readonly #known = new Set<string>();
  /** By id: the sound's key, which letters occur in it, and where it ends among the letters of all sounds. */
  #keys = new Int32Array(1024);
  #sets = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #letters = new Uint8Array(8192);
  readonly #postings = new Postings(1 << 18);
  readonly #deletions = new Int32Array(1 + VARIED + (VARIED * (VARIED - 1)) / 2);
  readonly #heads = new Int32Array(this.#deletions.length);
  #seen = new Int32Array(1024);
  readonly #answers = new Map<string, Int32Array>();
  #round = 0;

  add(sound: string): void {
    if (sound === '' || this.#known.has(sound)) return;
    const id = this.#known.size;
    this.#known.add(sound);
    if (id + 1 >= this.#keys.length) this.#growSounds();
    const start = this.#ends[id]!;
    const end = start + sound.length;
    if (end > this.#letters.length) this.#letters = new Uint8Array(this.#letters.buffer.transfer(end * 2));
    for (let at = start; at < end; at += 1) this.#letters[at] = sound.charCodeAt(at - start) & 31;
    this.#keys[id] = hashText(sound);
    this.#sets[id] = letterSet(sound);
    this.#ends[id + 1] = end;
    this.#answers.clear();
    const count = deletionKeys(sound, this.#deletions);
    for (let at = 0; at < count; at += 1) this.#postings.add(this.#deletions[at]!, id);
  }

  /** Keys (hashes) of similar sounds other than the sound itself. `pattern` is the sound's, of `MAX_WORD` letters at most. */
  find(sound: string, pattern: Int32Array): Int32Array {
    let answer = this.#answers.get(sound);
    if (answer === undefined) {
      if (this.#answers.size >= MAX_ANSWERS) this.#answers.clear();
      answer = this.#search(sound, pattern);
      this.#answers.set(sound, answer);
    }
    return answer;
  }

  #search(sound: string, pattern: Int32Array): Int32Array {
    this.#round += 1;
    const errors = sound.length <= SHORT ? 1 : 2;
    const found: number[] = [];
    const own = hashText(sound);
    const set = letterSet(sound);
    const keys = deletionKeys(sound, this.#deletions);
    this.#postings.heads(this.#deletions, keys, this.#heads);
    for (let at = 0; at < keys; at += 1) {
      const filed = this.#postings.find(this.#heads[at]!);
      for (let place = 0; place < filed; place += 1) {
        const id = this.#postings.found(place);
        if (this.#seen[id] === this.#round) continue;
        this.#seen[id] = this.#round;
        // Two words that share a word two letters shorter may be four errors apart: most that share one are.
        const theirs = this.#sets[id]!;
        if (countBits(theirs & ~set) > errors || countBits(set & ~theirs) > errors) continue;
        const start = this.#ends[id]!;
        const length = this.#ends[id + 1]! - start;
        if (boundedAlignmentAt(pattern, sound.length, this.#letters, start, length, errors) > errors) continue;
        if (this.#keys[id] !== own) found.push(this.#keys[id]!);
      }
    }
    return Int32Array.from(found);
  }

  #growSounds(): void {
    this.#keys = doubled(this.#keys);
    this.#sets = doubled(this.#sets);
    this.#ends = doubled(this.#ends);
    this.#seen = doubled(this.#seen);
  }
}

const prefix = new Int32Array(VARIED + 1);

/** Fills `keys` with hashes of the sound's first letters with no, one or (of a long sound) two left out; returns how many. */
function deletionKeys(sound: string, keys: Int32Array): number {
  const size = Math.min(sound.length, VARIED);
  for (let at = 0; at < size; at += 1) prefix[at + 1] = (Math.imul(prefix[at]!, BASE) + sound.charCodeAt(at)) | 0;
  const all = prefix[size]!;
  let count = 0;
  keys[count++] = mixHash(all, size);
  for (let first = 0; first < size; first += 1) {
    // The hash of what stands after a position is the whole less the prefix up to it.
    const tail = (all - Math.imul(prefix[first + 1]!, POWERS[size - first - 1]!)) | 0;
    const one = (Math.imul(prefix[first]!, POWERS[size - first - 1]!) + tail) | 0;
    keys[count++] = mixHash(one, size - 1);
    if (size <= SHORT) continue;
    for (let second = first + 1; second < size; second += 1) {
      const after = (all - Math.imul(prefix[second + 1]!, POWERS[size - second - 1]!)) | 0;
      const between = (prefix[second]! - Math.imul(prefix[first + 1]!, POWERS[second - first - 1]!)) | 0;
      const head = (Math.imul(prefix[first]!, POWERS[second - first - 1]!) + between) | 0;
      keys[count++] = mixHash((Math.imul(head, POWERS[size - second - 1]!) + after) | 0, size - 2);
    }
  }
  return count;
}
