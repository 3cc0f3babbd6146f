import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRegisterIndex, type RegisterIndex } from '../../matching/register-index.ts';
import { replayHit } from '../../matching/replay.ts';
import { type Candidate, scoreCandidates, screenPerson } from '../../matching/screen.ts';
import { asId, type SubjectId } from '../../src/domain/ids.ts';
import type { SubjectIdentity } from '../../src/domain/person.ts';
import { miniBenchmark } from './benchmark.ts';
import { indexOf, model, subject } from './model.ts';

const { entries, subjects, truth } = await miniBenchmark();
const PRIOR = { priorPerEntry: 0.14 };

/** Few enough to build an index of them many times, many enough that some share names, dates and places. */
const SOME = subjects.slice(0, 250);
const ids = new Set(SOME.map(([id]) => id));
const aboutThem = new Set(truth.flatMap(({ entryId, officerId }) => (ids.has(officerId ?? '') ? [entryId] : [])));
const someEntries = entries.filter(([entryId], at) => aboutThem.has(entryId) || at % 20 === 0);

function answers(index: RegisterIndex): readonly (readonly Candidate[])[] {
  return someEntries.map(([, person]) => scoreCandidates(index, person, PRIOR));
}

function fill(rows: readonly (readonly [string, SubjectIdentity])[]): RegisterIndex {
  const index = createRegisterIndex(model);
  for (const [id, identity] of rows) index.put({ subjectId: asId(id), version: 1, identity });
  return index;
}

describe('an index answers by what is in it', () => {
  const expected = answers(fill(SOME));

  test('which is enough to tell', () => {
    expect(expected.filter((candidates) => candidates.length > 0).length).toBeGreaterThanOrEqual(15);
  });

  test('and not by the order in which it came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SOME, { minLength: SOME.length }), (rows) => {
        expect(answers(fill(rows))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('and not by what was changed, removed and put back on the way', () => {
    const act = fc.record({
      at: fc.nat(SOME.length - 1),
      from: fc.nat(SOME.length - 1),
      kind: fc.constantFrom(...'cr'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
        const index = fill(SOME);
        for (const { at, from, kind } of acts) {
          const subjectId = asId<SubjectId>(SOME[at]![0]);
          if (kind === 'r') index.remove(subjectId);
          else index.put({ subjectId, version: 1, identity: SOME[from]![1] });
        }
        for (const [id, identity] of SOME) index.put({ subjectId: asId(id), version: 1, identity });
        expect(answers(index)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('and somebody unrelated changes nothing of the others but the prior', () => {
    const index = fill(SOME);
    index.put({
      subjectId: asId('unrelated'),
      version: 1,
      identity: subject({ surname: 'Qwxzyq', born: '1901-02-28' }),
    });
    // The same prior per pair in a register of one more.
    const options = { priorPerEntry: (PRIOR.priorPerEntry * (SOME.length + 1)) / SOME.length };
    someEntries.forEach(([, person], at) => {
      const others = scoreCandidates(index, person, options).filter(({ subjectId }) => subjectId !== 'unrelated');
      const without = ({ evidence, ...rest }: Candidate) => {
        const { registerSize: _, expectedChancePer10k: __, ...same } = evidence;
        return { ...rest, evidence: same };
      };
      expect(others.map(without)).toEqual((expected[at] ?? []).map(without));
    });
  });
});

test('every hit, stored and read again, replays from its content to the identical vector (P7)', () => {
  const index = indexOf(Object.fromEntries(subjects));
  const identities = new Map(subjects);
  let replayed = 0;
  for (const [, person] of entries) {
    for (const { subjectId, evidence, probability } of screenPerson(index, person, PRIOR)) {
      const stored = JSON.parse(JSON.stringify(evidence));
      const replay = replayHit(model, stored, { person, subject: identities.get(subjectId)! });
      expect(replay).toMatchObject({ kind: 'from_content', identical: true, probability });
      replayed += 1;
    }
  }
  expect(replayed).toBeGreaterThan(50);
});
