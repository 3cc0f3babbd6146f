import { findNodeAtLocation, getNodePath, type JSONPath, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** What is wrong with a text before anybody asks what it means. */
export interface JsonFault {
  /** "line 12". */
  readonly place: string;
  readonly problem: string;
}

/** A JSON text that knows on which line everything stands. */
export interface JsonLines {
  /** Undefined when there are faults. */
  readonly json: unknown;
  readonly faults: readonly JsonFault[];
  /** "line 34 table.T1.D2"; of what is missing the line of what it should stand in. */
  placeOf(path: readonly PropertyKey[]): string;
}

/**
 * Reads JSON as the standard has it, without comments or trailing commas. A name that stands twice in one object is a
 * fault: a person reads the first, a program takes the last. Pure.
 */
export function readJson(text: string): JsonLines {
  const lineAt = (offset: number): string => `line ${text.slice(0, offset).split('\n').length}`;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const faults = [{ place: lineAt(error?.offset ?? 0), problem: 'not valid JSON' }];
    return { json: undefined, faults, placeOf: () => '' };
  }
  const repeated = repeatedNames(root).map((node) => ({
    place: `${lineAt(node.offset)} ${getNodePath(node).join('.')}`,
    problem: 'stands twice',
  }));
  const placeOf = (path: readonly PropertyKey[]): string => {
    const steps: JSONPath = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const at = steps.map((_, index) => findNodeAtLocation(root, steps.slice(0, steps.length - index)));
    return `${lineAt(lineOf(at.find((node) => node !== undefined) ?? root))} ${steps.join('.')}`.trim();
  };
  return { json: repeated.length > 0 ? undefined : JSON.parse(text), faults: repeated, placeOf };
}

/** Where the name of a value stands, or the value itself in a list. */
function lineOf(node: Node): number {
  return node.parent?.type === 'property' ? node.parent.offset : node.offset;
}

/** The values whose name stood in the same object before. */
function repeatedNames(node: Node): readonly Node[] {
  const children = node.children ?? [];
  const names = children.map((child) => (child.type === 'property' ? child.children?.[0]?.value : undefined));
  const own = children.filter((_, index) => names[index] !== undefined && names.indexOf(names[index]) < index);
  return [...own.flatMap((property) => property.children?.slice(1) ?? []), ...children.flatMap(repeatedNames)];
}
