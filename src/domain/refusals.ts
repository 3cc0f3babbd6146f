import { ScreeningError } from './errors.ts';

/** Codes that have more than one cause, with every one; `src/texts` has words for each. */
export const REFUSAL_REASONS = {
  BASIS_REFUSED: ['unknown', 'own_record', 'confirmed_before', 'ended_before'],
  INQUIRY_REFUSED: ['subject_unknown', 'investigator_no_reviewer', 'unknown', 'notice_sent_before', 'closed_before'],
  POLICY_REFUSED: ['unknown', 'proposed_before', 'own_proposal', 'confirmed_before'],
  HOLD_REFUSED: ['order_missing', 'reason_missing', 'nothing_to_keep', 'held_before', 'unknown', 'released_before'],
  USAGE: [
    'not_embedded',
    'reason_missing',
    'answer_missing',
    'roles_apart',
    'ends_in_past',
    'notice_in_future',
    'ends_before_begin',
    'truth_for_each',
  ],
} as const;

export type RefusalCode = keyof typeof REFUSAL_REASONS;
export type RefusalReason<Code extends RefusalCode> = (typeof REFUSAL_REASONS)[Code][number];

/** A refusal that says which of its causes applies. */
export function refusal<Code extends RefusalCode>(code: Code, reason: RefusalReason<Code>): ScreeningError {
  return new ScreeningError(code, { reason });
}
