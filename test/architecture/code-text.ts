/** A habit that is forbidden somewhere, recognised in program text. */
export interface Habit {
  readonly name: string;
  readonly pattern: RegExp;
  /** Which files may not have it. */
  readonly forbidden: (path: string) => boolean;
}

const PURE_ROOM = /^(src\/(domain|intake|legal|relevance|review|alarms|privacy|texts)|matching|fixtures)\//;
const SYNCHRONOUS_ROOM = /^(src\/(domain|legal|relevance|review|alarms|texts)|matching)\//;
const isPure = (path: string): boolean => PURE_ROOM.test(path);
const isSynchronous = (path: string): boolean => SYNCHRONOUS_ROOM.test(path);
const isTest = (path: string): boolean => path.startsWith('test/');

/** What the import rules cannot see, because nobody imports a global. */
export const HABITS: readonly Habit[] = [
  {
    name: 'reads the clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\./,
    forbidden: isPure,
  },
  {
    name: 'reads the clock past the Clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)/,
    forbidden: (path) => !isTest(path) && path !== 'src/runtime/clock.ts',
  },
  { name: 'uses chance', pattern: /\bMath\.random\b/, forbidden: (path) => !isTest(path) },
  {
    name: 'uses random ids or bytes',
    pattern: /\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/,
    forbidden: (path) => isSynchronous(path) || path.startsWith('fixtures/'),
  },
  { name: 'uses the process', pattern: /\bprocess\.|\bglobalThis\b/, forbidden: isPure },
  {
    name: 'uses a timer or the network',
    pattern: /\b(setTimeout|setInterval|setImmediate|fetch)\(/,
    forbidden: isPure,
  },
  { name: 'is asynchronous', pattern: /\basync\b|\bawait\b|\bPromise\b/, forbidden: isSynchronous },
  {
    name: 'reads the environment',
    pattern: /\bprocess\.env\b/,
    forbidden: (path) => !path.startsWith('src/bin/') && !isTest(path),
  },
  { name: 'prints to the console', pattern: /\bconsole\./, forbidden: (path) => !isTest(path) },
  {
    name: 're-exports',
    pattern: /^export (type )?(\*|\{[^}]*\})[^;]* from /m,
    forbidden: () => true,
  },
];

/**
 * Program text without what it says to people: comments and strings become blanks, so that they cannot be taken for
 * code. Templates stay, since they hold code. Good enough for formatted sources; a regular expression that holds a
 * quote would confuse it, and would show as a false alarm and not as a silent miss.
 */
export function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<![:\\])\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gm, (found) =>
    /^['"]/.test(found) ? `${found[0]}${found[0]}` : '',
  );
}
