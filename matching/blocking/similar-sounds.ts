import { hashText } from '../attributes/hash.ts';
import { Postings } from './postings.ts';

/** Sounds up to this length are looked up with one error, longer ones with two: two errors make any short name of any other. */
const SHORT = 5;
/** Beyond this many letters the tail is not varied; the head of so long a name is telling enough. */
const VARIED = 14;

/**
 * Finds the surname sounds of the register that are one or two errors from a given one, by the deletions that both have
 * in common (Mor and Fraenkel; SymSpell). Sounds are added and never removed: one that nobody bears any more finds nobody.
 */
export class SimilarSounds {
  readonly #known = new Map<string, number>();
  readonly #keys: number[] = [];
  readonly #postings = new Postings();
  #seen = new Int32Array(1024);
  #round = 0;

  get size(): number {
    return this.#keys.length;
  }

  add(sound: string): void {
    if (sound === '' || this.#known.has(sound)) return;
    const id = this.#keys.length;
    this.#known.set(sound, id);
    this.#keys.push(hashText(sound));
    for (const key of deletionKeys(sound)) this.#postings.add(key, id);
  }

  /** Fills `found` with the keys (hashes) of similar sounds other than the sound itself; returns how many. */
  find(sound: string, found: Int32Array): number {
    if (this.#seen.length < this.#keys.length) this.#seen = new Int32Array(this.#keys.length * 2);
    this.#round += 1;
    const own = hashText(sound);
    let count = 0;
    for (const key of deletionKeys(sound)) {
      for (let node = this.#postings.first(key); node >= 0; node = this.#postings.next(node)) {
        const id = this.#postings.value(node);
        if (this.#seen[id] === this.#round) continue;
        this.#seen[id] = this.#round;
        const similar = this.#keys[id]!;
        if (similar !== own && count < found.length) found[count++] = similar;
      }
    }
    return count;
  }
}

/** Hashes of the sound with no, one or (when long) two letters left out. */
function deletionKeys(sound: string): ReadonlySet<number> {
  const keys = new Set<number>([hashText(sound)]);
  const length = Math.min(sound.length, VARIED);
  for (let first = 0; first < length; first += 1) {
    const one = sound.slice(0, first) + sound.slice(first + 1);
    keys.add(hashText(one));
    if (sound.length <= SHORT) continue;
    for (let second = first; second < length - 1; second += 1) {
      keys.add(hashText(one.slice(0, second) + one.slice(second + 1)));
    }
  }
  return keys;
}
