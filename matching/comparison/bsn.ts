import type { BsnState } from '../../src/domain/hit.ts';
import type { BsnAttribute } from '../attributes/bsn.ts';
import { boundedAlignment } from './edit-distance.ts';
import { levelNumbers } from './outcome.ts';

const LEVEL = levelNumbers('bsn');

/**
 * Level of two BSNs. One wrong digit or two that changed places never pass the elfproef, so a valid number that differs
 * from another valid one is another person's, unless exactly two digits were misread.
 */
export function compareBsn(entry: BsnAttribute, entryPattern: Int32Array, subject: BsnAttribute): number {
  if (entry.digits === '' || subject.digits === '') return LEVEL.missing;
  if (entry.valid !== 0 && entry.valid === subject.valid) return LEVEL.equal;
  const errors = boundedAlignment(entryPattern, entry.digits.length, subject.digits, 2);
  if (errors <= 1) return LEVEL.one_digit;
  if (errors === 2) return LEVEL.two_digits;
  return entry.valid !== 0 && subject.valid !== 0 ? LEVEL.different : LEVEL.unusable;
}

/** What a reviewer is told about the two numbers. */
export function bsnState(entry: BsnAttribute, subject: BsnAttribute): BsnState {
  if (entry.digits === '' || subject.digits === '') return 'absent';
  if (entry.valid === 0 || subject.valid === 0) return 'unusable';
  return entry.valid === subject.valid ? 'equal' : 'different';
}
