import { NOISE_KINDS } from '../../fixtures/noise/noise-kinds.ts';
import { evaluate } from '../../matching/evaluation/report.ts';
import { seededRandom } from '../../matching/evaluation/resampling.ts';
import type { ScoredPair, TruthRow } from '../../matching/evaluation/truth.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { personOf, readCsv, subjectOf } from '../../src/bin/benchmark-files.ts';
import { loadRegister } from '../../src/bin/matching-run.ts';
import { createProgress } from '../../src/bin/progress.ts';

/**
 * `node test/bench/held-out-noise.ts <register.csv> <entries.csv> <truth.csv>`: how the matcher takes noise that it was
 * never trained or tuned on. True entries are register rows with one to three kinds of noise; strangers are the
 * benchmark's untrue entries under the same noise, so that being damaged gives nothing away.
 */
const [registerPath = '', entriesPath = '', truthPath = ''] = process.argv.slice(2);
const TRUE_SHARE = 0.0231;
const STRANGERS = 20_000;
const SEED = 7;

const random = seededRandom(SEED);
const kinds = Object.keys(NOISE_KINDS);
const { index } = await loadRegister(registerPath, createProgress());
const truth: TruthRow[] = [];
const pairs: ScoredPair[] = [];

function screen(entryId: string, officerId: string | null, person: ReturnType<typeof personOf>): void {
  const chosen = new Set<string>();
  const count = 1 + Math.floor(random() * 3);
  while (chosen.size < count) chosen.add(kinds[Math.floor(random() * kinds.length)] ?? 'none');
  if (random() < 0.5) chosen.add('bsn_lost');
  const noisy = [...chosen].reduce((damaged, kind) => NOISE_KINDS[kind]?.(damaged, random) ?? damaged, person);
  const bsnUsable = !chosen.has('bsn_lost') && !chosen.has('bsn_two_digits');
  truth.push({ entryId, officerId, kinds: [...chosen], bsnUsable, origin: 'all' });
  for (const { subjectId, probability, band } of scoreCandidates(index, noisy, { priorPerEntry: TRUE_SHARE })) {
    pairs.push({ entryId, officerId: subjectId, score: probability, band });
  }
}

const untrue = new Set<string>();
for await (const row of readCsv(truthPath, [])) if (row['is_officer'] === '0') untrue.add(row['entry_id'] ?? '');
let strangers = 0;
for await (const row of readCsv(entriesPath, [])) {
  if (!untrue.has(row['entry_id'] ?? '') || strangers >= STRANGERS) continue;
  strangers += 1;
  screen(row['entry_id'] ?? '', null, personOf(row));
}
for await (const row of readCsv(registerPath, [])) {
  if (random() > (STRANGERS * TRUE_SHARE * 2) / 62_000) continue;
  screen(`T${row['officer_id']}`, row['officer_id'] ?? '', subjectOf(row));
}
const report = evaluate(truth, pairs);
const { recallByKindWithoutUsableBsn, withoutUsableBsn, averagePrecision, taskThreshold, calibration } = report;
process.stdout.write(
  `${JSON.stringify({ averagePrecision, withoutUsableBsn, taskThreshold, calibration }, null, 1)}\n`,
);
for (const [kind, { entries, recall }] of Object.entries(recallByKindWithoutUsableBsn)) {
  process.stdout.write(`${kind.padEnd(26)} ${String(entries).padStart(4)} ${recall.toFixed(3)}\n`);
}
