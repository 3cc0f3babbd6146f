import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { CandidateCollector } from '../../matching/blocking/candidates.ts';
import { BLOCKING_RULES } from '../../matching/blocking/rules.ts';
import { PairComparer, PairVector } from '../../matching/comparison/pair-comparer.ts';
import { TASK_THRESHOLD } from '../../matching/decision/bands.ts';
import { makeEvidence } from '../../matching/decision/evidence.ts';
import { wilson } from '../../matching/evaluation/resampling.ts';
import { truthRow } from '../../matching/evaluation/truth.ts';
import { priorMilliBits } from '../../matching/screen.ts';
import { personOf, readCsv } from '../../src/bin/benchmark-files.ts';
import { loadRegister } from '../../src/bin/matching-run.ts';
import { createProgress } from '../../src/bin/progress.ts';
import { probabilityOf } from '../../src/domain/hit.ts';

/**
 * `node test/bench/blocking-report.ts <register.csv> <prior> <entries.csv> <truth.csv> [<entries> <truth> …]`: every pair
 * at or above the task threshold, by comparing each true entry and 2,000 others with the whole register, and how many of
 * these pairs blocking proposes; and what each rule contributes.
 */
const [registerPath = '', prior = '0.0005', ...files] = process.argv.slice(2);
const OTHERS = 2000;

const { index } = await loadRegister(registerPath, createProgress());
const { model, subjects } = index;
const collector = new CandidateCollector();
const comparer = new PairComparer(model.weights, index.lexicon);
const vector = new PairVector();
const context = {
  model,
  priorMilliBits: priorMilliBits(Number(prior), index.size),
  registerSize: index.size,
  blockingRule: '',
  knownPair: null,
};
/** Totals below this cannot reach the threshold whatever calibration adds. */
const FLOOR_MILLIBITS = 8_000;
let [pairs, proposed, candidates, entries] = [0, 0, 0, 0];
const byRule = new Float64Array(BLOCKING_RULES.length);
const foundByRule = new Float64Array(BLOCKING_RULES.length);

async function report(entriesPath: string, truthPath: string): Promise<void> {
  const officers = new Map<string, string | null>();
  for await (const row of readCsv(truthPath, [])) officers.set(row['entry_id'] ?? '', truthRow(row).officerId);
  let others = 0;
  for await (const row of readCsv(entriesPath, [])) {
    if (officers.get(row['entry_id'] ?? '') === null && others++ >= OTHERS) continue;
    const entry = entryPerson(personOf(row), index.lexicon, model.places);
    collector.collect(index, entry);
    comparer.begin(entry);
    entries += 1;
    candidates += collector.count;
    const ruleOf = new Map<number, number>();
    for (let at = 0; at < collector.count; at += 1) {
      ruleOf.set(collector.slots[at] ?? -1, collector.rules[at] ?? 0);
      byRule[collector.rules[at] ?? 0]! += 1;
    }
    subjects.people.forEach((subject, slot) => {
      if (subject === null || comparer.total(subjects, slot, FLOOR_MILLIBITS) < FLOOR_MILLIBITS) return;
      comparer.describe(subject, vector);
      if (probabilityOf(makeEvidence(vector, context)) < TASK_THRESHOLD) return;
      pairs += 1;
      const rule = ruleOf.get(slot);
      if (rule === undefined) return;
      proposed += 1;
      foundByRule[rule]! += 1;
    });
  }
}

for (let at = 0; at + 1 < files.length; at += 2) await report(files[at] ?? '', files[at + 1] ?? '');
const { low } = wilson(proposed, pairs);
process.stdout.write(`${entries} entries, ${(candidates / entries).toFixed(1)} candidates each\n`);
process.stdout.write(
  `${proposed} of ${pairs} pairs at the threshold proposed; at least ${(low * 100).toFixed(2)} % (95 %)\n`,
);
BLOCKING_RULES.forEach((rule, at) => {
  process.stdout.write(
    `${rule.padEnd(26)} ${((byRule[at] ?? 0) / entries).toFixed(2)} an entry, first for ${foundByRule[at]} pairs\n`,
  );
});
