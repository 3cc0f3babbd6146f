const FREE = -1;

/**
 * Lists of subjects by 32-bit key, in typed arrays: an open-addressed table of keys and chains of (subject, next).
 * Adding and removing are in place. Sorted arrays would be smaller and quicker to walk, but an update would move them.
 */
export class Postings {
  #keys: Int32Array;
  #heads: Int32Array;
  #used = 0;
  /** Subject and next node side by side: a chain's step touches one place in memory. */
  #chains: Int32Array;
  #nodes = 0;
  #freeNode = FREE;

  /** `capacity` is a power of two: how many keys to make room for at first. */
  constructor(capacity: number) {
    this.#keys = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(FREE);
    this.#chains = new Int32Array(capacity * 2);
  }

  add(key: number, value: number): void {
    if (this.#used * 3 >= this.#keys.length * 2) this.#growTable();
    const slot = this.#slotOf(key);
    if (this.#heads[slot] === FREE && this.#keys[slot] !== key) this.#used += 1;
    this.#keys[slot] = key;
    const node = this.#newNode();
    this.#chains[node * 2] = value;
    this.#chains[node * 2 + 1] = this.#heads[slot]!;
    this.#heads[slot] = node;
  }

  remove(key: number, value: number): void {
    const slot = this.#slotOf(key);
    let before = FREE;
    for (let node = this.#heads[slot]!; node !== FREE; node = this.next(node)) {
      if (this.value(node) === value) {
        if (before === FREE) this.#heads[slot] = this.next(node);
        else this.#chains[before * 2 + 1] = this.next(node);
        this.#chains[node * 2 + 1] = this.#freeNode;
        this.#freeNode = node;
        return;
      }
      before = node;
    }
  }

  /** First node of a key's chain, or −1. Walk it with `value` and `next`. */
  first(key: number): number {
    return this.#heads[this.#slotOf(key)]!;
  }

  value(node: number): number {
    return this.#chains[node * 2]!;
  }

  next(node: number): number {
    return this.#chains[node * 2 + 1]!;
  }

  /** The slot that holds the key, or the empty one where it belongs. An emptied slot keeps its key. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.#keys[slot] !== key && (this.#keys[slot] !== 0 || this.#heads[slot] !== FREE)) slot = (slot + 1) & mask;
    return slot;
  }

  #newNode(): number {
    if (this.#freeNode !== FREE) {
      const node = this.#freeNode;
      this.#freeNode = this.next(node);
      return node;
    }
    if (this.#nodes * 2 === this.#chains.length) this.#chains = grown(this.#chains);
    this.#nodes += 1;
    return this.#nodes - 1;
  }

  #growTable(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2).fill(FREE);
    this.#used = 0;
    for (let old = 0; old < keys.length; old += 1) {
      if (heads[old] === FREE) continue;
      const slot = this.#slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#heads[slot] = heads[old]!;
      this.#used += 1;
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
