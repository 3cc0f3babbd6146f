import { levelNumbers } from './outcome.ts';

const LEVEL = levelNumbers('particle');

export const EQUAL_PARTICLE = LEVEL.equal;

/** `vander` and `vd`: the particle's consonants stand for it in a shortened form. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length > 3 || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Level of two particles once the surnames agree, or −1 when neither side has one. */
export function compareParticle(entry: string, subject: string): number {
  if (entry === '' && subject === '') return -1;
  if (entry === '' || subject === '') return LEVEL.absent;
  if (entry === subject || isAbbreviation(entry, subject) || isAbbreviation(subject, entry)) return LEVEL.equal;
  return LEVEL.different;
}
