import { expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { createProgram } from '../../src/bin/program.ts';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/domain/errors.ts';
import { VARIABLES } from '../../src/runtime/variables.ts';
import { ERROR_SENTENCES } from '../../src/texts/error-sentences.ts';
import { REFUSAL_PHRASES } from '../../src/texts/refusal-reasons.ts';
import { read, sourceFiles, trackedFiles } from './repository.ts';

const README = read('README.md');

/** The rows of the table under a heading row, without that row and its rule. */
function tableUnder(document: string, heading: string): string[] {
  const lines = document.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`no table ${heading}`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end < 0 ? rest.length : end);
}

const firstCell = (row: string): string => /^\| `([^`]+)`/.exec(row)?.[1] ?? row;

/** Every command that does something, with the names of those it belongs to. */
function leaves(command: Command, path: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
}

test('the table of variables is that of the program', () => {
  const rows = Object.entries(VARIABLES).map(
    ([name, { fallback, expects, says }]) =>
      `| \`${name}\` | ${fallback === null ? 'none' : `\`${fallback}\``} | ${expects} | ${says} |`,
  );
  expect(tableUnder(README, '| variable | default | value | meaning |')).toEqual(rows);
});

test('the table of commands names every command, in the order of --help', async () => {
  expect(tableUnder(README, '| command | does |').map(firstCell)).toEqual(leaves(await createProgram()));
});

test('a command that is called loads itself and, but for its twin, no other', async () => {
  const all = (await createProgram()).commands.map((command) => command.name());
  for (const name of all) {
    const loaded = (await createProgram([name])).commands.map((command) => command.name());
    expect(loaded).toContain(name);
    expect(loaded.length).toBeLessThanOrEqual(2);
    expect((await createProgram(['--lang', 'nl', name])).commands.map((command) => command.name())).toEqual(loaded);
  }
});

test('every npm script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...README.matchAll(/npm (?:run ([\w-]+)|(start|test))/g)].map(([, run, direct]) => run ?? direct);
  expect(named).toContain('start');
  expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
});

test('the pipeline runs what a developer runs', () => {
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('exec npm test');
});

test('every linked file and every folder of the table exists', () => {
  const files = trackedFiles();
  const linked = [...README.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
  const folders = tableUnder(README, '| folder | holds |').flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, folder]) => `${folder}/`),
  );
  expect(linked).toContain('LICENSE');
  expect([...linked, ...folders].filter((path) => !files.some((file) => file.startsWith(path)))).toEqual([]);
});

test('the list of errors is the catalogue', () => {
  const rows = (Object.keys(ERROR_CATALOGUE) as ErrorCode[]).map((code) => {
    const { retry, exitCode } = ERROR_CATALOGUE[code];
    return `| \`${code}\` | ${exitCode} | ${retry === 'later' ? 'yes' : 'no'} | ${ERROR_SENTENCES[code].en} |`;
  });
  expect(tableUnder(read('src/texts/ERRORS.md'), '| code | exit | may pass by itself | says |')).toEqual(rows);
});

test('the list of causes is that of the refusals', () => {
  const rows = Object.entries(REFUSAL_PHRASES).flatMap(([code, phrases]) =>
    Object.entries(phrases).map(([reason, { en }]) => `| \`${code}\` | \`${reason}\` | ${en} |`),
  );
  expect(tableUnder(read('src/texts/ERRORS.md'), '| code | cause | says |')).toEqual(rows);
});

test('every promise that is named by its number is one of the README', () => {
  const made = tableUnder(README, '| | promise |').map((row) => /^\| (P\d+) \|/.exec(row)?.[1]);
  const named = sourceFiles().flatMap((path) =>
    [...read(path).matchAll(/promise (P\d+)/g)].map(([, promise]) => promise),
  );
  expect(named).toContain('P5');
  expect(named.filter((promise) => !made.includes(promise))).toEqual([]);
});
