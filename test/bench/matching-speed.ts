import { writeFileSync } from 'node:fs';
import levenshtein from 'fast-levenshtein';
import Fuse from 'fuse.js';
import { ratio } from 'fuzzball';
import { parseModel } from '../../matching/model.ts';
import { createRegisterIndex, type RegisterIndex } from '../../matching/register-index.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { asId } from '../../src/domain/ids.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { readModelTables } from '../../src/runtime/tables.ts';
import { growthPlot } from './growth-plot.ts';
import { asEntry, createPopulation } from './population.ts';

/**
 * `npm run bench [-- plot.svg]`: the matcher beside brute-force comparison of surname and given names, in one run on one
 * machine, and how its cost grows with the register. Times are processor time of the one thread that works, so that
 * other programs of the machine count as little as can be.
 */
const REGISTER = 62_000;
const ENTRIES = 5_000;
const BRUTE_ENTRIES = 40;
const FUSE_ENTRIES = 5;
const SIZES = [10_000, REGISTER, 250_000, 1_000_000] as const;
const PRIOR = { priorPerEntry: 0.0005 };

/** Microseconds of this thread's processor time so far. */
function processorMicros(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Microseconds that each item took. */
function timesOf<T>(items: readonly T[], work: (item: T) => unknown): Float64Array {
  return Float64Array.from(items, (item) => {
    const started = processorMicros();
    work(item);
    return processorMicros() - started;
  });
}

function mean(times: Float64Array): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

/** Share `share` of the times lies at or below the result. */
function quantile(times: Float64Array, share: number): number {
  return times.toSorted()[Math.floor((times.length - 1) * share)] ?? 0;
}

/** An entry against every subject of the register, by surname and given names. */
function bruteForce(register: readonly SubjectIdentity[], similarity: (a: string, b: string) => number) {
  return ({ surname, givenNames }: PersonIdentity): number => {
    let all = 0;
    for (const subject of register) {
      all += similarity(surname, subject.surname) + similarity(givenNames, subject.givenNames);
    }
    return all;
  };
}

interface Measured {
  readonly size: number;
  readonly indexSeconds: number;
  /** Of each entry, in microseconds. */
  readonly times: Float64Array;
}

const tables = readModelTables();
const model = parseModel(tables);

/** People are made one by one: a million of them beside their index would be what is measured. */
function measure(size: number, entries: readonly PersonIdentity[]): Measured {
  const next = createPopulation(tables, 1);
  const index: RegisterIndex = createRegisterIndex(model);
  let micros = 0;
  for (let at = 0; at < size; at += 1) {
    const identity = next();
    const started = processorMicros();
    index.put({ subjectId: asId(String(at)), version: 1, identity });
    micros += processorMicros() - started;
  }
  const screen = (person: PersonIdentity) => scoreCandidates(index, person, PRIOR);
  timesOf(entries.slice(0, 1000), screen);
  return { size, indexSeconds: micros / 1e6, times: timesOf(entries, screen) };
}

function printRow(...cells: readonly (string | number)[]): void {
  const [first = '', ...rest] = cells.map(String);
  process.stdout.write(`${first.padEnd(32)}${rest.map((cell) => cell.padStart(14)).join('')}\n`);
}

const next = createPopulation(tables, 1);
const register = Array.from({ length: REGISTER }, next);
const stranger = createPopulation(tables, 2);
const entries = Array.from({ length: ENTRIES }, (_, at) =>
  asEntry(at % 40 === 0 ? (register[at] ?? stranger()) : stranger(), at),
);

const growth = SIZES.map((size) => measure(size, entries));
const own = growth.find(({ size }) => size === REGISTER)?.times ?? new Float64Array();
const fuse = new Fuse(register, { keys: ['surname', 'givenNames'] });
const reference = mean(timesOf(entries.slice(0, BRUTE_ENTRIES), bruteForce(register, levenshtein.get)));

printRow(`register of ${REGISTER}`, 'entries/s', 'times');
for (const [name, times] of [
  ['this matcher', own],
  ['fast-levenshtein, brute force', Float64Array.of(reference)],
  ['fuzzball ratio, brute force', timesOf(entries.slice(0, FUSE_ENTRIES), bruteForce(register, ratio))],
  ['fuse.js, surname', timesOf(entries.slice(0, FUSE_ENTRIES), ({ surname }) => fuse.search(surname))],
] as const) {
  printRow(name, (1e6 / mean(times)).toFixed(1), (reference / mean(times)).toFixed(2));
}

process.stdout.write('\n');
printRow('subjects', 'index s', 'entries/s', 'cost', 'median µs', '99 % below µs');
for (const { size, indexSeconds, times } of growth) {
  const cost = (mean(times) / mean(own)).toFixed(2);
  const [median, slow] = [quantile(times, 0.5), quantile(times, 0.99)].map((time) => time.toFixed(0));
  printRow(size, indexSeconds.toFixed(2), (1e6 / mean(times)).toFixed(0), cost, median ?? '', slow ?? '');
}

const plot = process.argv[2];
if (plot !== undefined) {
  const points = growth.map(({ size, times }) => ({ size, entriesPerSecond: 1e6 / mean(times) }));
  writeFileSync(plot, growthPlot(points));
}
