import { describe, expect, test } from '@jest/globals';
import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { CandidateCollector } from '../../matching/blocking/candidates.ts';
import { createRegisterIndex } from '../../matching/register-index.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { asId } from '../../src/domain/ids.ts';
import { miniBenchmark } from './benchmark.ts';
import { indexOf, model } from './model.ts';

const { entries, subjects, truth } = await miniBenchmark();
const PRIOR = { priorPerEntry: 0.14 };

describe('the register index', () => {
  test('an index that was updated answers as one that was built anew', () => {
    const updated = createRegisterIndex(model);
    const changed = subjects.map(([id, identity], at) => [id, { ...identity, surname: `Vroeger${at}` }] as const);
    for (const [id, identity] of changed) updated.put({ subjectId: asId(id), version: 1, identity });
    for (const [id] of subjects.slice(0, 300)) expect(updated.remove(asId(id))).toBe(true);
    for (const [id, identity] of subjects) updated.put({ subjectId: asId(id), version: 1, identity });
    const rebuilt = indexOf(Object.fromEntries(subjects));
    expect(updated.size).toBe(rebuilt.size);
    for (const [, person] of entries.slice(0, 200)) {
      expect(scoreCandidates(updated, person, PRIOR)).toEqual(scoreCandidates(rebuilt, person, PRIOR));
    }
  });

  test('a subject that left is never found again', () => {
    const index = indexOf(Object.fromEntries(subjects));
    for (const [id] of subjects) index.remove(asId(id));
    expect(index.size).toBe(0);
    expect(index.remove(asId('nobody'))).toBe(false);
    for (const [, person] of entries) expect(scoreCandidates(index, person, PRIOR)).toEqual([]);
  });

  test('blocking finds every true pair', () => {
    const index = indexOf(Object.fromEntries(subjects));
    const officerOf = new Map(truth.map(({ entryId, officerId }) => [entryId, officerId] as const));
    const collector = new CandidateCollector();
    for (const [entryId, person] of entries) {
      const officer = officerOf.get(entryId);
      if (officer === null || officer === undefined) continue;
      collector.collect(index, entryPerson(person, index.lexicon, model.places));
      expect(collector.slots.subarray(0, collector.count)).toContain(index.subjects.slotOf(asId(officer)));
    }
  });
});
