import type { Command } from 'commander';
import { evaluate } from '../../../matching/evaluation/report.ts';
import { type ScoredPair, type TruthRow, truthRow } from '../../../matching/evaluation/truth.ts';
import { readCsv } from '../benchmark-files.ts';
import { loadRegister, matchEntries } from '../matching-run.ts';
import { parsePrior } from '../prior-option.ts';
import { createProgress } from '../progress.ts';

interface EvaluateOptions {
  readonly register: string;
  readonly entries: string;
  readonly truth: string;
  readonly prior: number;
  readonly json?: true;
}

const TRUTH_COLUMNS = ['entry_id', 'is_officer', 'officer_id', 'org', 'kinds', 'bsn_state', 'origin'] as const;

/** Prints nested figures one per line, `bands.strong.recall: 0.97`. */
function printFigures(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) printFigures(name === '' ? key : `${name}.${key}`, inner);
  } else process.stdout.write(`${name}: ${value}\n`);
}

async function runEvaluation(options: EvaluateOptions): Promise<void> {
  const progress = createProgress();
  const truth: TruthRow[] = [];
  for await (const row of readCsv(options.truth, TRUTH_COLUMNS)) truth.push(truthRow(row));
  const { index, indexSeconds } = await loadRegister(options.register, progress);
  const pairs: ScoredPair[] = [];
  const figures = await matchEntries(index, options.entries, options.prior, progress, (entryId, candidates) => {
    for (const { subjectId, probability, band } of candidates) {
      pairs.push({ entryId, officerId: subjectId, score: probability, band });
    }
  });
  // Before the scoring, which draws the outcomes anew some hundreds of times and is no part of the matcher.
  const peakMemoryMb = process.resourceUsage().maxRSS / 1024;
  const report = {
    ...evaluate(truth, pairs),
    seconds: figures.seconds,
    entriesPerSecond: figures.seconds > 0 ? figures.entries / figures.seconds : 0,
    p50Ms: figures.p50Ms,
    p99Ms: figures.p99Ms,
    peakMemoryMb,
    indexSeconds,
    modelVersion: index.model.version,
  };
  if (options.json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
  else printFigures('', report);
}

/** Adds `screening evaluate`: the matcher and its figures against a known truth. */
export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('the matcher and its scores against a file with the truth')
    .requiredOption('--register <file>', 'register CSV, may be .gz')
    .requiredOption('--entries <file>', 'entries CSV, may be .gz')
    .requiredOption('--truth <file>', 'truth CSV, may be .gz; read only for scoring')
    .option('--prior <number>', 'expected true pairs per entry', parsePrior, 0.0005)
    .option('--json', 'print the figures as one JSON object')
    .action(runEvaluation);
}
