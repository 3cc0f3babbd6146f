import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { ScreeningError } from '../../domain/errors.ts';
import { loadRegister, matchEntries } from '../matching-run.ts';
import { parsePrior } from '../prior-option.ts';
import { createProgress } from '../progress.ts';

interface MatchOptions {
  readonly register: string;
  readonly entries: string;
  readonly out: string;
  readonly prior: number;
  readonly json?: true;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function match(options: MatchOptions): Promise<void> {
  const progress = createProgress();
  const { index, indexSeconds } = await loadRegister(options.register, progress);
  const out = createWriteStream(options.out);
  const failed = new Promise<never>((_, reject) => {
    out.once('error', (cause) => reject(new ScreeningError('FILE_UNWRITABLE', { file: options.out }, { cause })));
  });
  out.write('entry_id,officer_id,score,band\n');
  const run = matchEntries(index, options.entries, options.prior, progress, (entryId, candidates) => {
    for (const { subjectId, probability, band } of candidates) {
      out.write(`${quoted(entryId)},${quoted(subjectId)},${probability.toPrecision(12)},${band}\n`);
    }
  });
  const figures = await Promise.race([run, failed]);
  out.end();
  await Promise.race([finished(out), failed]);
  const result = {
    entries: figures.entries,
    hits: figures.hits,
    seconds: figures.seconds,
    entriesPerSecond: figures.seconds > 0 ? figures.entries / figures.seconds : 0,
    p50Ms: figures.p50Ms,
    p99Ms: figures.p99Ms,
    peakMemoryMb: process.resourceUsage().maxRSS / 1024,
    indexSeconds,
    modelVersion: index.model.version,
  };
  if (options.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  else for (const [name, value] of Object.entries(result)) process.stdout.write(`${name}: ${value}\n`);
}

/** Adds `screening match`: the matcher alone, on benchmark files as in `fixtures/bench-mini`. */
export function addMatchCommand(program: Command): void {
  program
    .command('match')
    .description('match a file of entries against a register file, without queue or database')
    .requiredOption('--register <file>', 'register CSV, may be .gz')
    .requiredOption('--entries <file>', 'entries CSV, may be .gz')
    .requiredOption('--out <file>', 'where to write entry_id,officer_id,score,band')
    .option('--prior <number>', 'expected true pairs per entry', parsePrior, 0.0005)
    .option('--json', 'print the figures as one JSON object')
    .action(match);
}
