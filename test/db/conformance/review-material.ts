import type { LineResult } from '../../../db/contract/chunks.ts';
import type { Store } from '../../../db/store.ts';
import type { Band, BsnState } from '../../../src/domain/hit.ts';
import type { EpochMs, SubjectId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { RegisterRow, Subject } from '../../../src/domain/subject.ts';
import { MORNING, WORKER } from './bench.ts';
import { entry, hit, person, rating, registerRow } from './people.ts';
import { begin, deliver, importRows, resultOf } from './steps.ts';

/** What no response may hold before A is answered: what `fact` and `rating` say. */
export const OFFENCE = 'schending van het ambtsgeheim';
export const RULE = 'T1-D1-F0';

/** A task to be made: one case that hit one subject of the register, and perhaps rivals. */
export interface TaskToMake {
  readonly about: string;
  /** Who it is about; somebody of their own for every case when left out. */
  readonly person?: string;
  readonly bsn?: string | null;
  /** Number in the register: 1 is P-1. */
  readonly subject: number;
  readonly rivals?: readonly number[];
  readonly rating?: RatingLevel;
  readonly band?: Band;
  readonly bsnState?: BsnState;
}

/** Subjects P-1 … P-count, all of "Basisteam Zuid" unless told otherwise. */
export async function fillRegister(
  store: Store,
  count: number,
  overrides: Partial<RegisterRow> = {},
): Promise<readonly Subject[]> {
  const numbers = Array.from({ length: count }, (_, index) => `P-${index + 1}`);
  await importRows(
    store,
    numbers.map((number) => registerRow(number, { unit: 'Basisteam Zuid', ...overrides })),
  );
  const { subjects } = await store.readRegister(WORKER, 0 as never, null, count);
  return numbers.map((number) => subjects.find(({ personnelNumber }) => personnelNumber === number)!);
}

const entryFor = ({ about, person: who = about, bsn = null }: TaskToMake, delivery: string) =>
  entry(`${delivery}-${about}`, about, 0, { person: person(`Verdachte${who}`, { bsn }) });

/** Makes tasks as a worker would: a delivery with one entry for each, screened in one chunk. */
export async function makeTasks(
  store: Store,
  register: readonly Subject[],
  toMake: readonly TaskToMake[],
  { delivery = 'D1', at = MORNING as EpochMs } = {},
): Promise<void> {
  const idOf = (number: number): SubjectId => register[number - 1]!.subjectId;
  const entries = toMake.map((task) => entryFor(task, delivery));
  const begun = await begin(store, (await deliver(store, delivery, entries)).chunkIds[0]);
  const pairs = entries.map(({ person: who, case: { caseNumber } }, index) => {
    return { person: who, caseNumber, subjectId: idOf(toMake[index]!.subject) };
  });
  const known = await store.readPairs(WORKER, pairs);
  const cases = toMake.map(({ rivals = [], rating: level = 'medium', ...task }, index) => {
    const { person: who, case: content, occurredAt, messageId } = entries[index]!;
    const { band = 'likely', bsnState = 'absent' } = task;
    const { subjectId, evidenceHash } = known[index]!;
    return {
      caseNumber: content.caseNumber,
      content: { order: { occurredAt, messageId }, person: who, case: content },
      hits: [task.subject, ...rivals].map((number) => hit(idOf(number), { band, bsnState })),
      tasks: [{ kind: 'create' as const, subjectId, rating: rating(level), evidenceHash }],
      retractedUpTo: null,
    };
  });
  const lines: readonly LineResult[] = toMake.map((_, index) => {
    return { line: index + 1, outcome: 'tasked', reason: 'new_task' };
  });
  const committed = await store.commitChunk(WORKER, resultOf(begun, { lines, cases }), at);
  if (committed.kind !== 'committed') throw new Error(`expected to commit ${delivery}, was ${committed.kind}`);
}
