/**
 * Names, families and places go together: among people with one rare surname, a given name is far commoner than in the
 * country. However rare a given name is, no fewer than this share of those who bear the surname are taken to bear it,
 * unless the surname is so common that the full name would then be commoner than `LEAST_FULL_NAME`. Counted over pairs
 * of made-up subjects with one surname: 1 % share the given name where the country's share says 0.002 %, and 0.05 % of
 * the bearers of the fifty commonest surnames. The same for every name; nothing is concluded about a person.
 */
const LEAST_AMONG_NAMESAKES = 0.008;
const LEAST_FULL_NAME = 3e-6;

/**
 * log2, in milli-bits, of the least share of a surname's bearers who bear any one given name.
 * @param surnamePpb share of everybody who bears the surname, in parts per billion.
 */
export function leastGivenNameShare(surnamePpb: number): number {
  const share = Math.min(LEAST_AMONG_NAMESAKES, LEAST_FULL_NAME / (Math.max(surnamePpb, 1) * 1e-9));
  return Math.round(1000 * Math.log2(share));
}
