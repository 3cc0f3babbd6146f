import { evaluate } from '../../matching/evaluation/report.ts';
import { type ScoredPair, type TruthRow, truthRow } from '../../matching/evaluation/truth.ts';
import { parseModel } from '../../matching/model.ts';
import { createRegisterIndex } from '../../matching/register-index.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { personOf, readCsv, subjectOf } from '../../src/bin/benchmark-files.ts';
import { asId } from '../../src/domain/ids.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { readModelTables } from '../../src/runtime/tables.ts';
import { type NoiseHalf, type NoisyPopulation, noisyPopulation, POPULATIONS } from './noisy-populations.ts';

/**
 * `node test/bench/held-out-noise.ts <register.csv> <entries.csv> <truth.csv> [<half> [<population>]]`: how the matcher
 * takes noise that the benchmark does not have, in several populations. Of the kinds of noise one half is `open`, to be
 * looked at while tuning; the other is `sealed`: only its figures are looked at, never its misses.
 */
const [registerPath = '', entriesPath = '', truthPath = '', half = 'sealed', only] = process.argv.slice(2);
const SEED = 11;
const model = parseModel(readModelTables());

/** All rows of the three files. */
async function readPeople() {
  const subjects: [string, SubjectIdentity][] = [];
  for await (const row of readCsv(registerPath, [])) subjects.push([row['officer_id'] ?? '', subjectOf(row)]);
  const truth = new Map<string, TruthRow>();
  for await (const row of readCsv(truthPath, [])) truth.set(row['entry_id'] ?? '', truthRow(row));
  const entries: [TruthRow, PersonIdentity][] = [];
  for await (const row of readCsv(entriesPath, [])) {
    const known = truth.get(row['entry_id'] ?? '');
    if (known !== undefined) entries.push([known, personOf(row)]);
  }
  return { subjects, entries };
}

function measure({ subjects, entries }: NoisyPopulation) {
  const index = createRegisterIndex(model);
  for (const [id, identity] of subjects) index.put({ subjectId: asId(id), version: 1, identity });
  const truth = entries.map(([row]) => row);
  const priorPerEntry = truth.filter(({ officerId }) => officerId !== null).length / truth.length;
  const pairs: ScoredPair[] = [];
  for (const [{ entryId }, person] of entries) {
    for (const { subjectId, probability, band } of scoreCandidates(index, person, { priorPerEntry })) {
      pairs.push({ entryId, officerId: subjectId, score: probability, band });
    }
  }
  return evaluate(truth, pairs);
}

if (half !== 'open' && half !== 'sealed') throw new Error('half: open or sealed');
const people = await readPeople();
const chosen: NoiseHalf = half;
process.stdout.write('population  true/entries   AP      R@.95   R@.99   AP no BSN   R@20/10k   calibration error\n');
for (const name of only === undefined ? Object.keys(POPULATIONS) : [only]) {
  const report = measure(noisyPopulation(name, people, chosen, SEED));
  const figures = [
    report.averagePrecision,
    report.recallAtPrecision95,
    report.recallAtPrecision99,
    report.withoutUsableBsn.averagePrecision,
    report.recallAt20FalsePer10k,
    report.calibration.expectedCalibrationError,
  ];
  const size = `${report.truePairs}/${report.entries}`;
  process.stdout.write(
    `${name.padEnd(11)} ${size.padEnd(12)} ${figures.map((figure) => figure.toFixed(4)).join('  ')}\n`,
  );
}
