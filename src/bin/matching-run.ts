import { performance } from 'node:perf_hooks';
import { type Model, parseModel } from '../../matching/model.ts';
import { createRegisterIndex, type RegisterIndex } from '../../matching/register-index.ts';
import { type Candidate, scoreCandidates } from '../../matching/screen.ts';
import { asId } from '../domain/ids.ts';
import { readModelTables } from '../runtime/tables.ts';
import { ENTRY_COLUMNS, personOf, REGISTER_COLUMNS, readCsv, subjectOf } from './benchmark-files.ts';
import type { Progress } from './progress.ts';

/** A register file in memory, and how long the index alone took to build. */
export interface LoadedRegister {
  readonly index: RegisterIndex;
  readonly indexSeconds: number;
}

/** Figures of one run of the matcher over a file. */
export interface RunFigures {
  readonly entries: number;
  readonly hits: number;
  /** Time spent matching, without reading and writing. */
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** @throws ScreeningError FILE_UNREADABLE, COLUMNS_MISSING, TABLE_INVALID */
export async function loadRegister(
  path: string,
  progress: Progress,
  model: Model = parseModel(readModelTables()),
): Promise<LoadedRegister> {
  const index = createRegisterIndex(model);
  let indexMs = 0;
  progress.begin('register');
  for await (const row of readCsv(path, REGISTER_COLUMNS)) {
    const identity = subjectOf(row);
    const started = performance.now();
    index.put({ subjectId: asId(row['officer_id'] ?? ''), version: 1, identity });
    indexMs += performance.now() - started;
    progress.step();
  }
  progress.end();
  return { index, indexSeconds: indexMs / 1000 };
}

/** Share `share` of the values lies at or below the result. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Matches every entry of a file and hands its candidates on.
 * @throws ScreeningError FILE_UNREADABLE, COLUMNS_MISSING
 */
export async function matchEntries(
  index: RegisterIndex,
  path: string,
  priorPerEntry: number,
  progress: Progress,
  take: (entryId: string, candidates: readonly Candidate[]) => void,
): Promise<RunFigures> {
  const times: number[] = [];
  let hits = 0;
  progress.begin('entries');
  for await (const row of readCsv(path, ENTRY_COLUMNS)) {
    const person = personOf(row);
    const started = performance.now();
    const candidates = scoreCandidates(index, person, { priorPerEntry });
    times.push(performance.now() - started);
    hits += candidates.filter(({ band }) => band !== 'below').length;
    take(row['entry_id'] ?? '', candidates);
    progress.step();
  }
  progress.end();
  const sorted = Float64Array.from(times).sort();
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  return { entries: times.length, hits, seconds, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) };
}
