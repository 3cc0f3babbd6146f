/** Ends a chain. Memory begins as zeros, so a new table is an empty one and untouched pages of it cost nothing. */
const END = 0;
/** A table fuller than this searches too long for keys that it does not hold. */
const FULLEST = 0.75;

/**
 * Lists of subjects by 32-bit key, in typed arrays: an open-addressed table of keys, each with the head of its chain.
 * Most keys have one subject only, so the oldest subject of a key takes no node: it stands in the place of the last link
 * as a negative number. Adding and removing are in place. Sorted arrays would be smaller and quicker to walk, but an
 * update would move them.
 */
export class Postings {
  /** Key and head side by side: a look-up touches one place in memory. */
  #table: Int32Array<ArrayBuffer>;
  #used = 0;
  /** Subject and next link side by side; node 0 is not used. */
  #chains: Int32Array<ArrayBuffer>;
  #nodes = 1;
  #freeNode = END;

  /** `capacity` is a power of two: how many keys to make room for at first. */
  constructor(capacity: number) {
    this.#table = new Int32Array(capacity * 2);
    this.#chains = new Int32Array(capacity);
  }

  add(key: number, value: number): void {
    if (this.#used >= (this.#table.length / 2) * FULLEST) this.#growTable();
    const slot = this.#slotOf(key);
    const head = this.#table[slot + 1]!;
    if (head === END && this.#table[slot] !== key) this.#used += 1;
    this.#table[slot] = key;
    this.#table[slot + 1] = head === END ? ~value : this.#newNode(value, head);
  }

  remove(key: number, value: number): void {
    const slot = this.#slotOf(key);
    let before = END;
    for (let link = this.#table[slot + 1]!; link !== END; link = this.next(link)) {
      if (this.value(link) === value) {
        const after = this.next(link);
        if (before === END) this.#table[slot + 1] = after;
        else this.#chains[before * 2 + 1] = after;
        if (link > END) this.#release(link);
        return;
      }
      before = link;
    }
  }

  /** First link of a key's chain, or 0. Walk it with `value` and `next`: the subject added last comes first. */
  first(key: number): number {
    return this.#table[this.#slotOf(key) + 1]!;
  }

  value(link: number): number {
    return link < END ? ~link : this.#chains[link * 2]!;
  }

  /** The next link, or 0. */
  next(link: number): number {
    return link < END ? END : this.#chains[link * 2 + 1]!;
  }

  /** Place in the table that holds the key, or the empty one where it belongs. An emptied place keeps its key. */
  #slotOf(key: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = ((key ^ (key >>> 15)) << 1) & mask;
    while (table[slot] !== key && (table[slot] !== 0 || table[slot + 1] !== END)) slot = (slot + 2) & mask;
    return slot;
  }

  #newNode(value: number, next: number): number {
    let node = this.#freeNode;
    if (node === END) {
      node = this.#nodes++;
      if (node * 2 === this.#chains.length) this.#chains = grown(this.#chains);
    } else this.#freeNode = this.next(node);
    this.#chains[node * 2] = value;
    this.#chains[node * 2 + 1] = next;
    return node;
  }

  #release(node: number): void {
    this.#chains[node * 2 + 1] = this.#freeNode;
    this.#freeNode = node;
  }

  #growTable(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    this.#used = 0;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === END) continue;
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
