import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import levenshtein from 'fast-levenshtein';
import { parseModel } from '../../matching/model.ts';
import { createRegisterIndex } from '../../matching/register-index.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { asId } from '../../src/domain/ids.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { readModelTables } from '../../src/runtime/tables.ts';
import { growthPlot } from './growth-plot.ts';
import { asEntry, createPopulation } from './population.ts';

/**
 * `node test/bench/matching-speed.ts [plot.svg]`: the matcher beside brute-force comparison of surname and given names, in
 * one run on one machine, and how its cost grows with the register.
 */
const REGISTER = 62_000;
const ENTRIES = 5_000;
const BRUTE_ENTRIES = 40;
const SIZES = [10_000, 62_000, 250_000, 1_000_000] as const;

interface Compare {
  readonly name: string;
  readonly similarity: (a: string, b: string) => number;
}

/** Packages that are compared when somebody has installed them; the project itself needs none of them. */
async function otherMatchers(): Promise<readonly Compare[]> {
  const found: Compare[] = [{ name: 'fast-levenshtein, brute force', similarity: (a, b) => levenshtein.get(a, b) }];
  try {
    const name = 'fuzzball';
    const fuzzball = (await import(name)) as { ratio: (a: string, b: string) => number };
    found.push({ name: 'fuzzball ratio, brute force', similarity: fuzzball.ratio });
  } catch {
    process.stdout.write('fuzzball is not installed: left out\n');
  }
  return found;
}

async function fuseSpeed(
  subjects: readonly SubjectIdentity[],
  entries: readonly PersonIdentity[],
): Promise<number | null> {
  try {
    const name = 'fuse.js';
    const { default: Fuse } = (await import(name)) as {
      default: new (list: readonly unknown[], options: object) => { search: (text: string) => unknown };
    };
    const fuse = new Fuse(subjects, { keys: ['surname', 'givenNames'] });
    return perSecond(entries.slice(0, 5), (person) => fuse.search(person.surname));
  } catch {
    process.stdout.write('fuse.js is not installed: left out\n');
    return null;
  }
}

function perSecond<T>(items: readonly T[], work: (item: T) => unknown): number {
  const started = performance.now();
  for (const item of items) work(item);
  return items.length / ((performance.now() - started) / 1000);
}

function build(model: ReturnType<typeof parseModel>, subjects: readonly SubjectIdentity[]) {
  const index = createRegisterIndex(model);
  const started = performance.now();
  for (const [at, identity] of subjects.entries()) index.put({ subjectId: asId(String(at)), version: 1, identity });
  return { index, seconds: (performance.now() - started) / 1000 };
}

const tables = readModelTables();
const model = parseModel(tables);
const next = createPopulation(tables, 1);
const people = Array.from({ length: SIZES.at(-1) ?? 0 }, next);
const register = people.slice(0, REGISTER);
const stranger = createPopulation(tables, 2);
const entries = Array.from({ length: ENTRIES }, (_, at) =>
  asEntry(at % 40 === 0 ? (register[at] ?? stranger()) : stranger(), at),
);

process.stdout.write(`register ${REGISTER}\n`);
let reference = 0;
for (const { name, similarity } of await otherMatchers()) {
  const speed = perSecond(entries.slice(0, BRUTE_ENTRIES), (person) => {
    let nearest = 0;
    for (const subject of register) {
      nearest += similarity(person.surname, subject.surname) + similarity(person.givenNames, subject.givenNames);
    }
    return nearest;
  });
  reference ||= speed;
  process.stdout.write(`${name}: ${speed.toFixed(1)} entries/s\n`);
}
const fuse = await fuseSpeed(register, entries);
if (fuse !== null) process.stdout.write(`fuse.js: ${fuse.toFixed(1)} entries/s\n`);

const growth: { size: number; entriesPerSecond: number; indexSeconds: number }[] = [];
for (const size of SIZES) {
  const { index, seconds } = build(model, people.slice(0, size));
  const options = { priorPerEntry: 0.0005 };
  perSecond(entries.slice(0, 1000), (person) => scoreCandidates(index, person, options));
  const entriesPerSecond = perSecond(entries, (person) => scoreCandidates(index, person, options));
  growth.push({ size, entriesPerSecond, indexSeconds: seconds });
  const times = size === REGISTER ? `, ${(entriesPerSecond / reference).toFixed(0)} times brute force` : '';
  process.stdout.write(
    `${size} subjects: ${entriesPerSecond.toFixed(0)} entries/s, index ${seconds.toFixed(2)} s${times}\n`,
  );
}
const plot = process.argv[2];
if (plot !== undefined) writeFileSync(plot, growthPlot(growth));
