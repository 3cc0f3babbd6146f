/** Kinds of data with a term of their own. */
export const RETENTION_KINDS = [
  'cleared_content',
  'unmatched_entry',
  'withdrawn_content',
  'cleared_shell',
  'tombstone',
  'quarantined_line',
  'false_match',
  'not_relevant',
  'task_content',
  'dismissed_pair',
  'subject_left',
  'basis_ended',
  'partner_data',
  'audit_mapping',
  'audit_row',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** From when a term counts. */
export type RetentionStart =
  | 'outcome'
  | 'window_end'
  | 'retraction'
  | 'disposition'
  | 'first_stored'
  | 'left_register'
  | 'basis_end'
  | 'inquiry_end'
  | 'written';

/** `erase` the content; `pseudonymise` by deleting the mapping of internal ids; `delete` the row itself. */
export type RetentionAction = 'erase' | 'pseudonymise' | 'delete';

/** One line of the schedule. */
export interface RetentionRule {
  readonly startsAt: RetentionStart;
  /** Whole months or days after the start; 0 days = at once. */
  readonly term: { readonly unit: 'day' | 'month'; readonly count: number };
  readonly action: RetentionAction;
  /** Whether a recorded legal order may keep it longer. */
  readonly mayBeHeld: boolean;
  /** Law, or the rule it was taken from. */
  readonly source: string;
  /** `law`: the text says so. `derived`: chosen within what the text allows. */
  readonly certainty: 'law' | 'derived';
}
