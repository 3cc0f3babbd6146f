import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LANGUAGES } from '../../src/domain/language.ts';
import { actionWords, purposeWords } from '../../src/texts/audit-words.ts';

const ROOT = new URL('../../', import.meta.url);

/** Every action that a method of the Store writes into the log, as its source names them. */
function actionsInSource(): readonly string[] {
  const sources = globSync('db/sqlite/**/*.ts', { cwd: ROOT }).map((path) => readFileSync(new URL(path, ROOT), 'utf8'));
  const named = sources.flatMap((source) => [
    ...source.matchAll(/\b(?:transact|look)(?:<[^(]*>)?\(\s*[\w.]+,\s*[\w.]+,\s*'(\w+)'/g),
    ...source.matchAll(/\baction: '(\w+)'/g),
    ...source.matchAll(/\bview\(access, '(\w+)'/g),
  ]);
  return [...new Set(named.map(([, action = '']) => action))];
}

test('every act that the log can name is said in words, in both languages', () => {
  const actions = actionsInSource();
  expect(actions.length).toBeGreaterThan(80);
  for (const language of LANGUAGES) {
    expect(actions.filter((action) => actionWords(action, language) === action)).toEqual([]);
  }
});

test('what an older release called an act, or meant it for, is shown as it was stored', () => {
  expect([actionWords('toString', 'nl'), purposeWords('long_gone', 'en')]).toEqual(['toString', 'long_gone']);
});
