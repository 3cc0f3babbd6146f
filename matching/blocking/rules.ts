/**
 * The blocking rules in their order: a pair that several rules find is said to be found by the first. The cheapest and
 * most telling come first; the last ones exist for entries in which several things went wrong at once.
 */
export const BLOCKING_RULES = [
  'bsn_equal',
  'bsn_near',
  'birth_date',
  'birth_date_swapped',
  'surname_and_date_part',
  'given_name_and_date_part',
  'surname_and_given_name',
  'place_and_date_part',
  'similar_surname',
  'rare_surname',
] as const;
export type BlockingRule = (typeof BLOCKING_RULES)[number];

/** What a key is made of; part of the key, so that a year never meets a day. */
export const KEY_KIND = {
  bsn: 1,
  bsnDeletion: 2,
  birthDate: 3,
  surname: 4,
  surnameYear: 5,
  surnameMonthDay: 6,
  givenNameYearMonth: 7,
  givenNameYearDay: 8,
  givenNameMonthDay: 9,
  surnameGivenName: 10,
  placeMonthDay: 11,
  placeYearInitial: 12,
  placeSurname: 13,
} as const;
