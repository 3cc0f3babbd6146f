import { describe, expect, test } from '@jest/globals';
import { codeOf, HABITS } from './code-text.ts';
import { read, sourceFiles } from './repository.ts';

/** Which habits a file of this path and text has that it may not have. */
function badHabits(path: string, source: string): string[] {
  const code = codeOf(source);
  return HABITS.filter(({ pattern, forbidden }) => forbidden(path) && pattern.test(code)).map(({ name }) => name);
}

test('no file has a habit that its room forbids', () => {
  const found = sourceFiles().flatMap((path) => badHabits(path, read(path)).map((name) => `${path} ${name}`));
  expect(found).toEqual([]);
});

describe('a habit is noticed', () => {
  test.each([
    ['matching/a.ts', 'const now = Date.now();', 'reads the clock'],
    ['src/legal/a.ts', 'const today = new Date();', 'reads the clock'],
    ['db/a.ts', 'const today = new Date();', 'reads the clock past the Clock'],
    ['fixtures/a.ts', 'const dice = Math.random();', 'uses chance'],
    ['src/relevance/a.ts', 'const id = randomUUID();', 'uses random ids or bytes'],
    ['src/review/a.ts', 'if (process.argv.length > 2) stop();', 'uses the process'],
    ['src/alarms/a.ts', 'setTimeout(wake, 5);', 'uses a timer or the network'],
    ['matching/a.ts', 'export async function pair() {}', 'is asynchronous'],
    ['jobs/a.ts', "const url = process.env['REDIS_URL'];", 'reads the environment'],
    ['src/web/a.ts', 'console.log(entry);', 'prints to the console'],
    ['src/legal/a.ts', "export * from './gate.ts';", 're-exports'],
    ['src/legal/a.ts', "export { gate } from './gate.ts';", 're-exports'],
    ['src/legal/a.ts', "export type { Gate } from './gate.ts';", 're-exports'],
    ['src/legal/a.ts', "export {\n  gate,\n  permit,\n} from './gate.ts';", 're-exports'],
  ])('%s: %s', (path, source, name) => {
    expect(badHabits(path, source)).toContain(name);
  });

  test.each([
    ['matching/a.ts', '// never Date.now(): time is an argument'],
    ['matching/a.ts', "const says = 'await Math.random()';"],
    ['matching/a.ts', '/**\n * An async road was not taken.\n */\nexport const pair = 1;'],
    ['src/legal/a.ts', 'const day = new Date(millis).getUTCDay();'],
    ['src/bin/a.ts', "const url = process.env['REDIS_URL'];"],
    ['src/privacy/a.ts', 'const nonce = randomBytes(12);'],
    ['src/legal/a.ts', "export { gate };\nimport { fill } from './fill.ts';"],
  ])('but not here, in %s: %s', (path, source) => {
    expect(badHabits(path, source)).toEqual([]);
  });
});
