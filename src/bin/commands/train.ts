import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parseWeightsFile } from '../../../matching/decision/weights.ts';
import { fitCalibration } from '../../../matching/training/calibrate.ts';
import { learnWeights } from '../../../matching/training/learn.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { refusal } from '../../domain/refusals.ts';
import { readModelTables } from '../../runtime/tables.ts';
import { loadRegister } from '../matching-run.ts';
import { parsePrior } from '../prior-option.ts';
import { createProgress } from '../progress.ts';
import { countLevels, modelWith, scorePairs } from '../training-run.ts';

interface TrainOptions {
  readonly register: string;
  readonly entries: readonly string[];
  readonly truth: readonly string[];
  readonly out: string;
  readonly prior: number;
}

async function train(options: TrainOptions): Promise<void> {
  const progress = createProgress();
  const files = options.entries.map((entries, at) => ({ entries, truth: options.truth[at] ?? '' }));
  const [first] = files;
  if (first === undefined || options.truth.length !== files.length) throw refusal('USAGE', 'truth_for_each');
  const tables = readModelTables();
  const { index } = await loadRegister(options.register, progress);
  const { same, strangers, truePairs } = await countLevels(index, files, progress);
  const learnt = learnWeights(
    parseWeightsFile(tables['weights.json']),
    same,
    strangers,
    `${truePairs} labelled pairs, half of the people`,
  );
  const plain = { ...learnt, calibration: { points: [[0, 0] as const, [1, 1] as const] } };
  const trial = await loadRegister(options.register, progress, modelWith(tables, plain));
  const pairs = await scorePairs(trial.index, first, options.prior, progress);
  const file = { ...learnt, calibration: { points: fitCalibration(pairs) } };
  try {
    writeFileSync(options.out, `${JSON.stringify(file, null, 1)}\n`);
  } catch (cause) {
    throw new ScreeningError('FILE_UNWRITABLE', { file: options.out }, { cause });
  }
  process.stdout.write(`version ${file.version}: ${truePairs} true pairs, calibration on ${pairs.length} pairs\n`);
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** Adds `screening train`: learns the weights from labelled pairs into a new file, to be reviewed before it is used. */
export function addTrainCommand(program: Command): void {
  program
    .command('train')
    .description('learn the weights of the levels from labelled entries')
    .requiredOption('--register <file>', 'register CSV, may be .gz')
    .requiredOption('--entries <file>', 'entries CSV; may be repeated', collect, [])
    .requiredOption('--truth <file>', 'truth CSV, in the order of --entries', collect, [])
    .requiredOption('--prior <number>', 'true pairs per entry in the first file, for the calibration', parsePrior)
    .requiredOption('--out <file>', 'where to write the new weights.json')
    .action(train);
}
