/** Elfproef weights of the first eight digits; the ninth counts −1 (Logisch Ontwerp BRP, element 01.20). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** Nine digits as a number that passes the elfproef; the whole range of real and made-up numbers. */
export function passesElfproef(number: number): boolean {
  if (number <= 0 || number > 999_999_999) return false;
  let rest = number;
  let sum = 0;
  for (let position = 8; position >= 0; position -= 1) {
    sum += (rest % 10) * WEIGHTS[position]!;
    rest = Math.floor(rest / 10);
  }
  return sum % 11 === 0;
}

/** A BSN as compared: its digits and whether it can be a BSN at all. */
export interface BsnAttribute {
  /** Digits only, as many as were given; empty = not given. */
  readonly digits: string;
  /** The number when it has eight or nine digits and passes the elfproef, otherwise 0. */
  readonly valid: number;
}

const ABSENT: BsnAttribute = { digits: '', valid: 0 };

/** Points, spaces and letters are dropped; eight digits lost their leading zero (LO BRP). All zeros is "not given". */
export function bsnAttribute(text: string | null): BsnAttribute {
  const digits = (text ?? '').replace(/\D/g, '');
  if (digits === '' || /^0+$/.test(digits)) return ABSENT;
  const number = digits.length === 8 || digits.length === 9 ? Number(digits) : 0;
  return { digits: digits.length > 9 ? digits.slice(0, 10) : digits, valid: passesElfproef(number) ? number : 0 };
}
