import { describe, expect, test } from '@jest/globals';
import { asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import { conflictOf, type PersonAtStake } from '../../src/review/conflicts.ts';

const number = (text: string) => asId<PersonnelNumber>(text);

interface Row {
  readonly why: string;
  readonly own: string | null;
  readonly unit: string;
  readonly declared: readonly string[] | null;
  /** `number/unit`, and `number/unit/officer` for a partner; the first is the subject, the others are rivals. */
  readonly people: readonly string[];
  readonly conflict: string | null;
}

const nobody = { own: 'P1', unit: 'Screening', declared: [] };

const TABLE: readonly Row[] = [
  { why: 'a stranger', ...nobody, people: ['P9/Basisteam'], conflict: null },
  { why: 'oneself', ...nobody, people: ['P1/Basisteam'], conflict: 'conflict_of_interest' },
  { why: 'oneself as a rival', ...nobody, people: ['P9/Basisteam', 'P1/'], conflict: 'conflict_of_interest' },
  { why: 'somebody declared', ...nobody, declared: ['P9'], people: ['P9/'], conflict: 'conflict_of_interest' },
  { why: 'a declared rival', ...nobody, declared: ['P7'], people: ['P9/', 'P7/'], conflict: 'conflict_of_interest' },
  { why: 'a colleague of the unit', ...nobody, people: ['P9/Screening'], conflict: 'conflict_of_interest' },
  { why: 'the unit written otherwise', ...nobody, people: ['P9/ SCREENING '], conflict: 'conflict_of_interest' },
  { why: 'two blank units', ...nobody, unit: ' ', people: ['P9/'], conflict: null },
  { why: "a stranger's partner", ...nobody, people: ['Q4//P9'], conflict: null },
  { why: "one's own partner", ...nobody, people: ['Q4//P1'], conflict: 'conflict_of_interest' },
  {
    why: "a declared officer's partner",
    ...nobody,
    declared: ['P9'],
    people: ['Q4//P9'],
    conflict: 'conflict_of_interest',
  },
  { why: 'no personnel number', ...nobody, own: null, people: ['P9/'], conflict: 'conflicts_not_declared' },
  { why: 'nothing declared, not even none', ...nobody, declared: null, people: [], conflict: 'conflicts_not_declared' },
];

function person(text: string): PersonAtStake {
  const [personnelNumber = '', unit = '', partnerOf] = text.split('/');
  return {
    personnelNumber: number(personnelNumber),
    unit,
    partnerOf: partnerOf === undefined ? null : number(partnerOf),
  };
}

describe('conflicts of interest', () => {
  test.each(TABLE)('$why: $conflict', ({ own, unit, declared, people, conflict }) => {
    const account = {
      personnelNumber: own === null ? null : number(own),
      unit,
      declaredConflicts: declared === null ? null : declared.map(number),
    };
    expect(conflictOf(account, people.map(person))).toBe(conflict);
  });
});
