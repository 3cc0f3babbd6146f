import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { hashText } from '../../matching/attributes/hash.ts';
import { seededRandom } from '../../matching/evaluation/resampling.ts';
import { truthRow } from '../../matching/evaluation/truth.ts';
import { parseModel } from '../../matching/model.ts';
import type { RegisterIndex } from '../../matching/register-index.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import type { CalibrationPair } from '../../matching/training/calibrate.ts';
import { LevelCounter, type LevelCounts } from '../../matching/training/counts.ts';
import { asId } from '../domain/ids.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { ENTRY_COLUMNS, personOf, readCsv } from './benchmark-files.ts';
import type { Progress } from './progress.ts';

/** A file of entries with the file that says whom they concern. */
export interface LabelledFile {
  readonly entries: string;
  readonly truth: string;
}

/** One entry to learn from. */
interface Example {
  readonly person: PersonIdentity;
  /** Null for a stranger. */
  readonly officerId: string | null;
}

/** Pairs of strangers drawn per entry that is read. */
const STRANGERS_PER_ENTRY = 8;
const SEED = 1;

/** Half of the people, by their id and never by row, are kept out of training for checking what was learnt. */
function isHeldOut(id: string): boolean {
  return (hashText(id) & 1) === 1;
}

/** @throws ScreeningError FILE_UNREADABLE, COLUMNS_MISSING */
async function* examples({ entries, truth }: LabelledFile, progress: Progress): AsyncGenerator<Example> {
  const officers = new Map<string, string | null>();
  for await (const row of readCsv(truth, ['entry_id', 'is_officer', 'officer_id'])) {
    const { entryId, officerId } = truthRow(row);
    officers.set(entryId, officerId);
  }
  progress.begin(entries);
  for await (const row of readCsv(entries, ENTRY_COLUMNS)) {
    progress.step();
    const entryId = row['entry_id'] ?? '';
    const officerId = officers.get(entryId) ?? null;
    if (!isHeldOut(officerId ?? entryId)) yield { person: personOf(row), officerId };
  }
  progress.end();
}

/** Levels of true pairs and of pairs of strangers drawn at random. */
export async function countLevels(
  index: RegisterIndex,
  files: readonly LabelledFile[],
  progress: Progress,
): Promise<{ same: LevelCounts; strangers: LevelCounts; truePairs: number }> {
  const same = new LevelCounter(index);
  const strangers = new LevelCounter(index);
  const random = seededRandom(SEED);
  let truePairs = 0;
  for (const file of files) {
    for await (const { person, officerId } of examples(file, progress)) {
      const entry = entryPerson(person, index.lexicon, index.model.places);
      const slot = officerId === null ? undefined : index.subjects.slotOf(asId(officerId));
      const subject = slot === undefined ? null : index.subjects.people[slot];
      if (subject !== null && subject !== undefined) {
        same.add(entry, subject);
        truePairs += 1;
        continue;
      }
      for (let draw = 0; draw < STRANGERS_PER_ENTRY; draw += 1) {
        const stranger = index.subjects.people[Math.floor(random() * index.subjects.ids.length)];
        if (stranger !== null && stranger !== undefined) strangers.add(entry, stranger);
      }
    }
  }
  return { same: same.counts, strangers: strangers.counts, truePairs };
}

/** Scored pairs of one file, for the calibration; the file's own share of true pairs is the prior. */
export async function scorePairs(
  index: RegisterIndex,
  file: LabelledFile,
  priorPerEntry: number,
  progress: Progress,
): Promise<readonly CalibrationPair[]> {
  const pairs: CalibrationPair[] = [];
  for await (const { person, officerId } of examples(file, progress)) {
    for (const { subjectId, evidence } of scoreCandidates(index, person, { priorPerEntry })) {
      let [weight, offset] = [0, evidence.priorMilliBits];
      for (const { attribute, weightMilliBits } of evidence.terms) {
        if (attribute === 'relative') offset += weightMilliBits;
        else if (attribute !== 'calibration') weight += weightMilliBits;
      }
      pairs.push({ weight: weight / 1000, offset: offset / 1000, isTrue: subjectId === officerId });
    }
  }
  return pairs;
}

/** Reads a model with other weights than the ones on disk. */
export function modelWith(tables: Readonly<Record<string, string>>, weights: object): ReturnType<typeof parseModel> {
  return parseModel({ ...tables, 'weights.json': JSON.stringify(weights) });
}
