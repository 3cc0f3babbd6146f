import { type Shape, shapeUnder } from './wire-shape.ts';

interface Node {
  readonly key: string;
  readonly shape: Shape;
  readonly path: string;
  /** Filled by child elements; stays empty for a leaf. */
  readonly value: Record<string, unknown>;
  /** How many children of each name came. */
  readonly seen: Map<string, number>;
  text: string;
}

function openNode(key: string, shape: Shape, path: string): Node {
  // Without a prototype, so that an element called `__proto__` is a key like any other.
  return { key, shape, path, value: Object.create(null), seen: new Map(), text: '' };
}

const isLeaf = (shape: Shape): boolean => typeof shape === 'string';

function leafValue(shape: Shape, text: string): unknown {
  // Whole numbers are all that the contract has. Whoever writes 1.000 in Dutch means a thousand, not one.
  if (shape === 'number' && /^-?\d+$/.test(text)) return Number(text);
  if (shape === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/**
 * Builds, element by element, the object that the same message would be in JSON. An element that is empty is one that
 * is not there, except in a list: an empty `feitnummers` must not become "the whole case".
 */
export class XmlMessage {
  /** Paths of elements that stood twice where the contract has one, in wire words. */
  readonly duplicates: string[] = [];
  /** Text between elements, or an element inside a text: no JSON could say that. */
  isMixed = false;
  readonly #root: Node;
  readonly #open: Node[];
  /** Depth below an element that the contract does not know or drops; 0 = not below one. */
  #skipping = 0;

  constructor(shape: Shape) {
    this.#root = openNode('', shape, '');
    this.#open = [this.#root];
  }

  get value(): object {
    return this.#root.value;
  }

  /** How many elements are open, this message's own not counted. */
  get depth(): number {
    return this.#open.length - 1 + this.#skipping;
  }

  open(name: string, attributes: readonly string[]): void {
    const parent = this.#open.at(-1);
    if (this.#skipping > 0 || parent === undefined) {
      this.#skipping++;
      return;
    }
    const under = shapeUnder(parent.shape, name);
    if (isLeaf(parent.shape)) this.isMixed = true;
    if (under === null || under === 'dropped') {
      // Kept as a key without content, so that unknown ones are counted as they are in JSON.
      parent.value[name] = null;
      this.#skipping = 1;
      return;
    }
    const node = this.#openKnown(parent, name, under);
    if (!isLeaf(node.shape)) for (const attribute of attributes) node.value[`@${attribute}`] = null;
    this.#open.push(node);
  }

  #openKnown(parent: Node, name: string, under: Exclude<Shape, 'dropped'>): Node {
    const count = parent.seen.get(name) ?? 0;
    parent.seen.set(name, count + 1);
    const path = parent.path === '' ? name : `${parent.path}.${name}`;
    if (typeof under !== 'string' && 'list' in under) return openNode(name, under.list, `${path}[${count}]`);
    if (count > 0) this.duplicates.push(path);
    return openNode(name, under, path);
  }

  text(text: string): void {
    const node = this.#open.at(-1);
    if (this.#skipping > 0 || node === undefined) return;
    if (isLeaf(node.shape)) node.text += text;
    else if (text.trim() !== '') this.isMixed = true;
  }

  close(): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    const node = this.#open.pop();
    const parent = this.#open.at(-1);
    if (node === undefined || parent === undefined) return;
    const value = isLeaf(node.shape) ? leafValue(node.shape, node.text.trim()) : node.value;
    const isListed = shapeUnder(parent.shape, node.key) !== node.shape;
    if (!isListed) {
      if (value !== '') parent.value[node.key] = value;
      return;
    }
    const list = parent.value[node.key];
    if (Array.isArray(list)) list.push(value);
    else parent.value[node.key] = [value];
  }
}
