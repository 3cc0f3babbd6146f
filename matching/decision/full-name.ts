/**
 * Names, families and places go together: among people with one surname, a given name is far commoner than in the country
 * (`amongNamesakesPpb`). That share holds whole for a surname no commoner than this; of a commoner one the bearers
 * have fewer forebears in common. Counted over pairs of made-up subjects: 0.05 % of the bearers of the fifty commonest
 * surnames share the given name. The same for every name; nothing is concluded about a person.
 */
const COMMON_SURNAME_PPB = 375_000;

/**
 * What is left of a given name's share among namesakes for a surname as common as this: log2, in milli-bits, 0 or less.
 * @param surnamePpb share of everybody who bears the surname, in parts per billion.
 */
export function namesakesKinship(surnamePpb: number): number {
  return Math.round(1000 * Math.log2(Math.min(1, COMMON_SURNAME_PPB / Math.max(surnamePpb, 1))));
}
