import type { RefusalCode, RefusalReason } from '../../../src/domain/refusals.ts';

/** What a refusal looks like. Not an error itself: two of those are equal to jest when their messages are. */
export function refused<Code extends RefusalCode>(code: Code, reason: RefusalReason<Code>) {
  return { code, params: { reason } };
}
