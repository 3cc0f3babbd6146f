import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { entryPerson } from '../../../matching/attributes/entry-person.ts';
import { hashText } from '../../../matching/attributes/hash.ts';
import { parseWeightsFile } from '../../../matching/decision/weights.ts';
import { seededRandom } from '../../../matching/evaluation/resampling.ts';
import { truthRow } from '../../../matching/evaluation/truth.ts';
import { LevelCounter } from '../../../matching/training/counts.ts';
import { learnWeights } from '../../../matching/training/learn.ts';
import { asId } from '../../domain/ids.ts';
import { readModelTables } from '../../runtime/tables.ts';
import { ENTRY_COLUMNS, personOf, readCsv } from '../benchmark-files.ts';
import { loadRegister } from '../matching-run.ts';
import { createProgress } from '../progress.ts';

interface TrainOptions {
  readonly register: string;
  readonly entries: readonly string[];
  readonly truth: readonly string[];
  readonly out: string;
}

/** Pairs of strangers drawn per entry that is read. */
const STRANGERS_PER_ENTRY = 8;
const SEED = 1;

/** Half of the people, by their id and never by row, are kept out of training for checking what was learnt. */
function isHeldOut(officerId: string): boolean {
  return (hashText(officerId) & 1) === 1;
}

async function train(options: TrainOptions): Promise<void> {
  const progress = createProgress();
  const { index } = await loadRegister(options.register, progress);
  const same = new LevelCounter(index);
  const strangers = new LevelCounter(index);
  const random = seededRandom(SEED);
  let pairs = 0;
  for (const [at, entriesPath] of options.entries.entries()) {
    const officers = new Map<string, string | null>();
    for await (const row of readCsv(options.truth[at] ?? '', [])) {
      const truth = truthRow(row);
      officers.set(truth.entryId, truth.officerId);
    }
    progress.begin(entriesPath);
    for await (const row of readCsv(entriesPath, ENTRY_COLUMNS)) {
      progress.step();
      const entry = entryPerson(personOf(row), index.lexicon, index.model.places);
      const officer = officers.get(row['entry_id'] ?? '');
      const slot = officer === null || officer === undefined ? undefined : index.subjects.slotOf(asId(officer));
      const subject = slot === undefined ? null : index.subjects.people[slot];
      if (officer !== undefined && officer !== null && subject !== null && subject !== undefined) {
        if (isHeldOut(officer)) continue;
        same.add(entry, subject);
        pairs += 1;
        continue;
      }
      for (let draw = 0; draw < STRANGERS_PER_ENTRY; draw += 1) {
        const stranger = index.subjects.people[Math.floor(random() * index.subjects.capacity)];
        if (stranger !== null && stranger !== undefined) strangers.add(entry, stranger);
      }
    }
    progress.end();
  }
  const file = parseWeightsFile(readModelTables()['weights.json']);
  const learnt = learnWeights(file, same.counts, strangers.counts, `${pairs} labelled pairs, half of the people`);
  writeFileSync(options.out, `${JSON.stringify(learnt, null, 1)}\n`);
  process.stdout.write(`version ${learnt.version}: ${pairs} pairs\n`);
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
    .requiredOption('--out <file>', 'where to write the new weights.json')
    .action(train);
}
