import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
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
 * machine, and how its cost grows with the register. Means are processor time of the one thread that works, so that other
 * programs of the machine count as little as can be; the median and the slowest are by the clock, because the processor's
 * time of a single entry is not told finely enough. Before it is measured each index screens other entries, as many as come
 * in a few days: a worker runs for months, and keeps what places and surnames came to from one entry to the next.
 */
const REGISTER = 62_000;
const ENTRIES = 5_000;
const WARMING_ENTRIES = 20_000;
const BRUTE_ENTRIES = 40;
const FUSE_ENTRIES = 5;
const SIZES = [10_000, REGISTER, 250_000, 1_000_000] as const;
/** Subjects that are made and then indexed; each of the sizes is a multiple. */
const AT_A_TIME = 1000;
const PRIOR = { priorPerEntry: 0.0005 };

/** Microseconds of this thread's processor time so far. */
function processorMicros(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** What a run over some items took. */
interface Run {
  /** Processor time per item, in microseconds. */
  readonly mean: number;
  /** By the clock, in microseconds, ascending. */
  readonly sorted: Float64Array;
}

function run<T>(items: readonly T[], work: (item: T) => unknown): Run {
  const started = processorMicros();
  const times = Float64Array.from(items, (item) => {
    const begun = performance.now();
    work(item);
    return (performance.now() - begun) * 1000;
  });
  return { mean: (processorMicros() - started) / items.length, sorted: times.sort() };
}

/** Share `share` of the times lies at or below the result. */
function quantile({ sorted }: Run, share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
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

interface Measured extends Run {
  readonly size: number;
  readonly indexSeconds: number;
}

const tables = readModelTables();
const model = parseModel(tables);

/** People are made as they are needed: a million of them beside their index would be what is measured. */
function measure(size: number): Measured {
  const next = createPopulation(tables, 1);
  const index: RegisterIndex = createRegisterIndex(model);
  let micros = 0;
  for (let at = 0; at < size; at += AT_A_TIME) {
    const identities = Array.from({ length: AT_A_TIME }, next);
    const started = processorMicros();
    for (const [more, identity] of identities.entries()) {
      index.put({ subjectId: asId(String(at + more)), version: 1, identity });
    }
    micros += processorMicros() - started;
  }
  const screen = (person: PersonIdentity) => scoreCandidates(index, person, PRIOR);
  run(warmingEntries, screen);
  return { size, indexSeconds: micros / 1e6, ...run(entries, screen) };
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

const warmingEntries = Array.from({ length: WARMING_ENTRIES }, (_, at) => asEntry(stranger(), at));

const growth = SIZES.map(measure);
const fuse = new Fuse(register, { keys: ['surname', 'givenNames'] });
const ordinary = [
  ['fast-levenshtein, brute force', run(entries.slice(0, BRUTE_ENTRIES), bruteForce(register, levenshtein.get))],
  ['fuzzball ratio, brute force', run(entries.slice(0, FUSE_ENTRIES), bruteForce(register, ratio))],
  ['fuse.js, surname', run(entries.slice(0, FUSE_ENTRIES), ({ surname }) => fuse.search(surname))],
] as const;
const reference = ordinary[0][1].mean;
const own = growth.find(({ size }) => size === REGISTER)?.mean ?? Number.NaN;

printRow(`register of ${REGISTER}`, 'entries/s', 'times');
for (const [name, { mean }] of [['this matcher', { mean: own }] as const, ...ordinary]) {
  printRow(name, (1e6 / mean).toFixed(1), (reference / mean).toFixed(2));
}

process.stdout.write('\n');
printRow('subjects', 'index s', 'entries/s', 'cost', 'median µs', 'slowest 1 %');
for (const measured of growth) {
  const { size, indexSeconds, mean } = measured;
  const median = quantile(measured, 0.5);
  const slowest = `${(quantile(measured, 0.99) / median).toFixed(1)} x`;
  const cost = (mean / own).toFixed(2);
  printRow(size, indexSeconds.toFixed(2), (1e6 / mean).toFixed(0), cost, median.toFixed(0), slowest);
}

const plot = process.argv[2];
if (plot !== undefined) {
  writeFileSync(plot, growthPlot(growth.map(({ size, mean }) => ({ size, entriesPerSecond: 1e6 / mean }))));
}
