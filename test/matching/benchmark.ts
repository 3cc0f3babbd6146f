import { truthRow } from '../../matching/evaluation/truth.ts';
import { personOf, readCsv, subjectOf } from '../../src/bin/benchmark-files.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';

const FOLDER = new URL('../../fixtures/bench-mini/', import.meta.url).pathname;

async function rows(file: string) {
  const all: Readonly<Record<string, string>>[] = [];
  for await (const row of readCsv(`${FOLDER}${file}`, [])) all.push(row);
  return all;
}

/** The small benchmark: made-up people with known truth. */
export async function miniBenchmark() {
  const entries = (await rows('entries.csv')).map((row): [string, PersonIdentity] => [
    row['entry_id'] ?? '',
    personOf(row),
  ]);
  const subjects = (await rows('register.csv')).map((row): [string, SubjectIdentity] => [
    row['officer_id'] ?? '',
    subjectOf(row),
  ]);
  const truth = (await rows('truth.csv')).map(truthRow);
  return { entries, subjects, truth };
}
