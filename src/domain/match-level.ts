/**
 * Every attribute that is compared and its named levels, in the order in which they are shown. `matching` reaches
 * them, `src/texts` has a sentence for each; a level that lacks its sentence does not compile.
 */
export const MATCH_LEVELS = {
  bsn: ['equal', 'one_digit', 'two_digits', 'different', 'unusable', 'missing'],
  birth_date: [
    'exact',
    'exact_assigned',
    'day_unknown',
    'year_only',
    'day_month_swapped',
    'day_one_digit',
    'day_differs',
    'month_one_digit',
    'month_differs',
    'year_adjacent',
    'year_one_digit',
    'year_differs',
    'two_slips',
    'near',
    'year_agrees',
    'different',
    'missing',
  ],
  surname: [
    'exact',
    'spelling',
    'one_edit',
    'two_edits',
    'part',
    'part_similar',
    'truncated',
    'similar',
    'in_given_names',
    'different',
    'missing',
  ],
  particle: ['equal', 'absent', 'different'],
  given_names: [
    'exact',
    'call_name',
    'nickname',
    'spelling',
    'one_edit',
    'two_edits',
    'other_name',
    'truncated',
    'in_surname',
    'initials_equal',
    'initials_partly',
    'initial_only',
    'same_initial',
    'initials_differ',
    'different',
    'missing',
  ],
  further_names: ['equal', 'partly', 'initials', 'omitted', 'different'],
  name_form: ['birth_name', 'partner_name', 'double_name', 'alias', 'entry_alias', 'fields_swapped'],
  birth_place: ['equal', 'spelling', 'same_municipality', 'same_country', 'different', 'different_country', 'missing'],
  sex: ['equal', 'different', 'missing'],
  relative: ['none', 'twin', 'sibling', 'same_name_parent'],
  known_pair: ['confirmed', 'dismissed'],
  calibration: ['applied'],
} as const;

export type MatchAttribute = keyof typeof MATCH_LEVELS;
export type MatchLevel<A extends MatchAttribute = MatchAttribute> = (typeof MATCH_LEVELS)[A][number];

/** `surname.one_edit`: names one level of one attribute. */
export type MatchLevelKey = { [A in MatchAttribute]: `${A}.${MatchLevel<A>}` }[MatchAttribute];
