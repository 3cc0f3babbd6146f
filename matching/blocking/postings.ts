const FREE = -1;

/**
 * Lists of subjects by 32-bit key, in typed arrays: an open-addressed table of keys and chains of (subject, next).
 * Adding and removing are in place. Sorted arrays would be smaller and quicker to walk, but an update would move them.
 */
export class Postings {
  #keys = new Int32Array(1 << 16);
  #heads = new Int32Array(1 << 16).fill(FREE);
  #sizes = new Int32Array(1 << 16);
  #used = 0;
  #values = new Int32Array(1 << 17);
  #next = new Int32Array(1 << 17);
  #nodes = 0;
  #freeNode = FREE;

  add(key: number, value: number): void {
    if (this.#used * 2 >= this.#keys.length) this.#growTable();
    const slot = this.#slotOf(key);
    if (this.#sizes[slot] === 0 && this.#heads[slot] === FREE && this.#keys[slot] !== key) this.#used += 1;
    this.#keys[slot] = key;
    const node = this.#newNode();
    this.#values[node] = value;
    this.#next[node] = this.#heads[slot]!;
    this.#heads[slot] = node;
    this.#sizes[slot]! += 1;
  }

  remove(key: number, value: number): void {
    const slot = this.#slotOf(key);
    let before = FREE;
    for (let node = this.#heads[slot]!; node !== FREE; node = this.#next[node]!) {
      if (this.#values[node] === value) {
        if (before === FREE) this.#heads[slot] = this.#next[node]!;
        else this.#next[before] = this.#next[node]!;
        this.#next[node] = this.#freeNode;
        this.#freeNode = node;
        this.#sizes[slot]! -= 1;
        return;
      }
      before = node;
    }
  }

  /** First node of a key's chain, or −1. Walk it with `value` and `next`. */
  first(key: number): number {
    return this.#heads[this.#slotOf(key)]!;
  }

  size(key: number): number {
    return this.#sizes[this.#slotOf(key)]!;
  }

  value(node: number): number {
    return this.#values[node]!;
  }

  next(node: number): number {
    return this.#next[node]!;
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
      this.#freeNode = this.#next[node]!;
      return node;
    }
    if (this.#nodes === this.#values.length) {
      this.#values = grown(this.#values);
      this.#next = grown(this.#next);
    }
    this.#nodes += 1;
    return this.#nodes - 1;
  }

  #growTable(): void {
    const [keys, heads, sizes] = [this.#keys, this.#heads, this.#sizes];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2).fill(FREE);
    this.#sizes = new Int32Array(keys.length * 2);
    this.#used = 0;
    for (let old = 0; old < keys.length; old += 1) {
      if (heads[old] === FREE) continue;
      const slot = this.#slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#heads[slot] = heads[old]!;
      this.#sizes[slot] = sizes[old]!;
      this.#used += 1;
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
