import { passesElfproef } from '../../src/domain/bsn.ts';

/** A BSN as compared: its digits and whether it can be a BSN at all. */
export interface BsnAttribute {
  /** Digits only: nine of a valid number, otherwise as many as were given; empty = not given. */
  readonly digits: string;
  /** The number when it has eight or nine digits and passes the elfproef, otherwise 0. */
  readonly valid: number;
}

const ABSENT: BsnAttribute = { digits: '', valid: 0 };

/** What is typed where a number must stand and none is known; none of them passes the elfproef, so they are nobody's. */
const PLACEHOLDER = /^(?:(\d)\1*|0?1234567(?:89?)?|987654321)$/;

/** Points, spaces and letters are dropped; eight digits lost their leading zero (LO BRP). A placeholder is "not given". */
export function bsnAttribute(text: string | null): BsnAttribute {
  const digits = (text ?? '').replace(/\D/g, '');
  if (digits === '' || PLACEHOLDER.test(digits)) return ABSENT;
  const padded = digits.length === 8 ? `0${digits}` : digits;
  return passesElfproef(padded) ? { digits: padded, valid: Number(padded) } : { digits: digits.slice(0, 10), valid: 0 };
}
