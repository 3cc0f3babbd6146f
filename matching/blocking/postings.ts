/** No subject. Memory begins as zeros, so a new table is an empty one and untouched pages of it cost nothing. */
const NONE = 0;
/** A table fuller than this searches too long for keys that it does not hold. */
const FULLEST = 0.75;
/** The first lists have room for three subjects and the number in front; each later one is twice as long. */
const SMALLEST = 2;
const CLASS_BITS = 5;

/**
 * Lists of subjects by 32-bit key, in typed arrays: an open-addressed table of keys, each with the place of its list, or,
 * as most keys have one subject only, with that subject itself as a negative number. The subjects of a list stand side by
 * side, so that walking a long one does not wait for memory at each step, as it would along a chain. A list that is full
 * moves to one twice as long, and its old place is used again. Adding and removing are in place.
 */
export class Postings {
  /** Key and head side by side: a look-up touches one place in memory. */
  #table: Int32Array<ArrayBuffer>;
  #used = 0;
  /** A list: how many subjects and the class of its size, then the subjects. The list at 0 lends its room to `find`. */
  #lists: Int32Array<ArrayBuffer>;
  #end = 1 << SMALLEST;
  /** By class of size: the first list that is free; each holds the next one's place. */
  readonly #free = new Int32Array(32);
  #start = 0;

  /** `capacity` is a power of two: how many keys to make room for at first. */
  constructor(capacity: number) {
    this.#table = new Int32Array(capacity * 2);
    this.#lists = new Int32Array(capacity);
  }

  add(key: number, value: number): void {
    if (this.#used >= (this.#table.length / 2) * FULLEST) this.#growTable();
    const slot = this.#slotOf(key);
    const head = this.#table[slot + 1]!;
    if (head === NONE && this.#table[slot] !== key) this.#used += 1;
    this.#table[slot] = key;
    this.#table[slot + 1] = head === NONE ? ~value : this.#addToList(head, value);
  }

  remove(key: number, value: number): void {
    const slot = this.#slotOf(key);
    const head = this.#table[slot + 1]!;
    if (head < NONE) {
      if (head === ~value) this.#table[slot + 1] = NONE;
      return;
    }
    if (head === NONE) return;
    const lists = this.#lists;
    const count = lists[head]! >>> CLASS_BITS;
    const at = lists.subarray(head + 1, head + 1 + count).indexOf(value);
    if (at < 0) return;
    lists[head + 1 + at] = lists[head + count]!;
    lists[head]! -= 1 << CLASS_BITS;
    if (count > 1) return;
    this.#release(head);
    this.#table[slot + 1] = NONE;
  }

  /**
   * The heads of the lists of `count` keys, for `find`. All keys of an entry are looked up in one go, after a glance at
   * where each would stand: without a choice in it, so that the processor waits for memory once for all of them. Whether a
   * key stands there is a choice, and would be waited for key by key.
   */
  heads(keys: Int32Array, count: number, heads: Int32Array): void {
    const table = this.#table;
    let glanced = 0;
    for (let at = 0; at < count; at += 1) glanced ^= table[this.#firstPlace(keys[at]!)]!;
    for (let at = 0; at < count; at += 1) heads[at] = table[this.#slotOf(keys[at]!) + 1]!;
    for (let at = 0; at < count; at += 1) glanced ^= this.#lists[heads[at]! & ~(heads[at]! >> 31)]!;
    // Put where nobody reads it: what has no effect at all would be left out.
    this.#lists[NONE] = glanced;
  }

  /** How many subjects the list of a head has; `found` tells which, until the next call of `find`, `add` or `remove`. */
  find(head: number): number {
    if (head === NONE) return 0;
    if (head < NONE) {
      this.#lists[1] = ~head;
      this.#start = 1;
      return 1;
    }
    this.#start = head + 1;
    return this.#lists[head]! >>> CLASS_BITS;
  }

  /** The subject at a place, from 0, of the list that `find` found. */
  found(at: number): number {
    return this.#lists[this.#start + at]!;
  }

  #firstPlace(key: number): number {
    return ((key ^ (key >>> 15)) << 1) & (this.#table.length - 1);
  }

  /** Place in the table that holds the key, or the empty one where it belongs. An emptied place keeps its key. */
  #slotOf(key: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = this.#firstPlace(key);
    while (table[slot] !== key && (table[slot] !== 0 || table[slot + 1] !== NONE)) slot = (slot + 2) & mask;
    return slot;
  }

  /** The place of the list that now holds the value too. */
  #addToList(head: number, value: number): number {
    if (head < NONE) {
      const list = this.#newList(SMALLEST);
      this.#lists[list] = (2 << CLASS_BITS) | SMALLEST;
      this.#lists[list + 1] = ~head;
      this.#lists[list + 2] = value;
      return list;
    }
    const count = this.#lists[head]! >>> CLASS_BITS;
    const sizeClass = this.#lists[head]! & ((1 << CLASS_BITS) - 1);
    let list = head;
    if (count + 1 === 1 << sizeClass) {
      list = this.#newList(sizeClass + 1);
      this.#lists.copyWithin(list + 1, head + 1, head + 1 + count);
      this.#lists[list] = (count << CLASS_BITS) | (sizeClass + 1);
      this.#release(head);
    }
    this.#lists[list]! += 1 << CLASS_BITS;
    this.#lists[list + 1 + count] = value;
    return list;
  }

  #newList(sizeClass: number): number {
    const free = this.#free[sizeClass]!;
    if (free !== NONE) {
      this.#free[sizeClass] = this.#lists[free + 1]!;
      return free;
    }
    const list = this.#end;
    this.#end += 1 << sizeClass;
    while (this.#end > this.#lists.length) this.#lists = grown(this.#lists);
    return list;
  }

  #release(list: number): void {
    const sizeClass = this.#lists[list]! & ((1 << CLASS_BITS) - 1);
    this.#lists[list + 1] = this.#free[sizeClass]!;
    this.#free[sizeClass] = list;
  }

  #growTable(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    this.#used = 0;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === NONE) continue;
      const slot = this.#slotOf(old[from]!);
      this.#table[slot] = old[from]!;
      this.#table[slot + 1] = old[from + 1]!;
      this.#used += 1;
    }
    // Frees the old memory now; the collector, which sees only a small object, would keep it for long.
    old.buffer.transfer(0);
  }
}

/** Twice as long; the old array cannot be used any more. */
function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(array.buffer.transfer(array.byteLength * 2));
}
