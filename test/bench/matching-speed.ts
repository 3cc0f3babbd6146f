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
const WARMING_ENTRIES = 20_000;
/** Everything is measured in turn, a share of the entries each round, and the middle round counts: the machine's mood changes. */
const ROUNDS = 5;
const ENTRIES = 3_000;
const BRUTE_ENTRIES = 12;
const FUSE_ENTRIES = 1;
const SIZES = [10_000, REGISTER, 250_000, 1_000_000] as const;
/** Subjects that are made and then indexed; each of the sizes is a multiple. */
const AT_A_TIME = 1000;
const PRIOR = { priorPerEntry: 0.0005 };

/** Microseconds of this thread's processor time so far. */
function processorMicros(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Something that is measured, and what it took so far. */
class Contender<T> {
  readonly name: string;
  readonly #work: (item: T) => unknown;
  /** Mean processor time per item of each round, and the time by the clock of each item; in microseconds. */
  readonly #means: number[] = [];
  readonly #times: number[] = [];

  constructor(name: string, work: (item: T) => unknown) {
    this.name = name;
    this.#work = work;
  }

  warm(items: readonly T[]): void {
    for (const item of items) this.#work(item);
  }

  round(items: readonly T[]): void {
    const started = processorMicros();
    for (const item of items) {
      const begun = performance.now();
      this.#work(item);
      this.#times.push((performance.now() - begun) * 1000);
    }
    this.#means.push((processorMicros() - started) / items.length);
  }

  /** Processor time per item in the middle round, in microseconds. */
  get mean(): number {
    return quantile(this.#means, 0.5);
  }

  /** By the clock, in microseconds: share `share` of all items took no longer. */
  time(share: number): number {
    return quantile(this.#times, share);
  }
}

/** Share `share` of the values lies at or below the result. */
function quantile(values: readonly number[], share: number): number {
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) * share)] ?? 0;
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

const tables = readModelTables();
const model = parseModel(tables);

/** The matcher with a register of some size, and what filling its index took. */
interface Matcher {
  readonly size: number;
  readonly indexSeconds: number;
  readonly contender: Contender<PersonIdentity>;
}

/** People are made as they are needed: a million of them beside their index would be what is measured. */
function matcherOf(size: number): Matcher {
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
  const contender = new Contender<PersonIdentity>('this matcher', (person) => scoreCandidates(index, person, PRIOR));
  return { size, indexSeconds: micros / 1e6, contender };
}

function printRow(...cells: readonly (string | number)[]): void {
  const [first = '', ...rest] = cells.map(String);
  process.stdout.write(`${first.padEnd(32)}${rest.map((cell) => cell.padStart(14)).join('')}\n`);
}

const next = createPopulation(tables, 1);
const register = Array.from({ length: REGISTER }, next);
const stranger = createPopulation(tables, 2);
const warmingEntries = Array.from({ length: WARMING_ENTRIES }, (_, at) => asEntry(stranger(), at));
const entries = Array.from({ length: ROUNDS * ENTRIES }, (_, at) =>
  asEntry(at % 40 === 0 ? (register[at] ?? stranger()) : stranger(), at),
);

const fuse = new Fuse(register, { keys: ['surname', 'givenNames'] });
const matchers = SIZES.map(matcherOf);
const brute = new Contender('fast-levenshtein, brute force', bruteForce(register, levenshtein.get));
const fuzzy = new Contender('fuzzball ratio, brute force', bruteForce(register, ratio));
const fuseJs = new Contender<PersonIdentity>('fuse.js, surname', ({ surname }) => fuse.search(surname));
for (const { contender } of matchers) contender.warm(warmingEntries);
for (let round = 0; round < ROUNDS; round += 1) {
  const some = entries.slice(round * ENTRIES, (round + 1) * ENTRIES);
  for (const { contender } of matchers) contender.round(some);
  brute.round(some.slice(0, BRUTE_ENTRIES));
  for (const slow of [fuzzy, fuseJs]) slow.round(some.slice(0, FUSE_ENTRIES));
}

const ofRegister = matchers.find(({ size }) => size === REGISTER)?.contender ?? brute;
printRow(`register of ${REGISTER}`, 'entries/s', 'times');
for (const { name, mean } of [ofRegister, brute, fuzzy, fuseJs]) {
  printRow(name, (1e6 / mean).toFixed(1), (brute.mean / mean).toFixed(2));
}

process.stdout.write('\n');
printRow('subjects', 'index s', 'entries/s', 'cost', 'median µs', 'slowest 1 %');
for (const { size, indexSeconds, contender } of matchers) {
  const median = contender.time(0.5);
  const slowest = `${(contender.time(0.99) / median).toFixed(1)} x`;
  const cost = (contender.mean / ofRegister.mean).toFixed(2);
  printRow(size, indexSeconds.toFixed(2), (1e6 / contender.mean).toFixed(0), cost, median.toFixed(0), slowest);
}

const plot = process.argv[2];
if (plot !== undefined) {
  const speeds = matchers.map(({ size, contender }) => ({ size, entriesPerSecond: 1e6 / contender.mean }));
  writeFileSync(plot, growthPlot(speeds));
}
