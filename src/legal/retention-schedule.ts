/*
 * How long what is kept, and why. For somebody from legal affairs: this table is the whole rule. A term starts on the
 * day in `startsAt`; on the day it is over the data are due. Nothing identifiable outlives five years from the day it
 * was first stored (Politiewet 48z lid 3), whatever a line would allow; only a recorded legal order holds it back, and
 * only where `mayBeHeld` says so. Audit rows stay readable for at least four years (Wjsg 19) and after five no longer
 * point at a person who was screened, nor at a reviewer who has done nothing since.
 */

import type { RetentionKind, RetentionRule } from '../domain/retention.ts';

const AT_ONCE = { unit: 'day', count: 0 } as const;

/** Politiewet 48z lid 3: at most five years identifiable. The law does not say from when; the day of storing is safest. */
export const HARD_LIMIT_MONTHS = 60;

/** The schedule, by kind of data. */
export const RETENTION_SCHEDULE: Readonly<Record<RetentionKind, RetentionRule>> = {
  cleared_content: {
    startsAt: 'outcome',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: false,
    source: 'Wjsg 3 lid 3, 7a: no more than the purpose needs',
    certainty: 'derived',
  },
  unmatched_entry: {
    startsAt: 'window_end',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: false,
    source:
      'Wjsg 3 lid 3: only for as long as a legal basis lets it be kept for who joins late, which none does by itself',
    certainty: 'derived',
  },
  withdrawn_content: {
    startsAt: 'retraction',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: false,
    source: 'Bjsg 7 lid 1 onder a; Aanwijzing gebruik sepotgronden § 6: what is removed at the source is removed here',
    certainty: 'derived',
  },
  cleared_shell: {
    startsAt: 'outcome',
    term: { unit: 'month', count: 12 },
    action: 'delete',
    mayBeHeld: false,
    source: 'Wjsg 3 lid 3: ids and hashes only, to keep the order of messages and to prove the count',
    certainty: 'derived',
  },
  tombstone: {
    startsAt: 'retraction',
    term: { unit: 'month', count: 12 },
    action: 'delete',
    mayBeHeld: false,
    source: 'Wjsg 3 lid 3: so that an older message does not raise what was retracted',
    certainty: 'derived',
  },
  quarantined_line: {
    startsAt: 'outcome',
    term: { unit: 'day', count: 30 },
    action: 'erase',
    mayBeHeld: false,
    source: 'Wjsg 3 lid 3: long enough to have it sent again',
    certainty: 'derived',
  },
  false_match: {
    startsAt: 'disposition',
    term: { unit: 'day', count: 30 },
    action: 'erase',
    mayBeHeld: true,
    source: 'Wjsg 3 lid 3, 7a: concerns somebody who is not the subject',
    certainty: 'derived',
  },
  not_relevant: {
    startsAt: 'disposition',
    term: { unit: 'month', count: 24 },
    action: 'erase',
    mayBeHeld: true,
    source: 'Regeling betrouwbaarheids- en geschiktheidsonderzoek politie 1999 art. 7: at most two years',
    certainty: 'derived',
  },
  task_content: {
    startsAt: 'first_stored',
    term: { unit: 'month', count: HARD_LIMIT_MONTHS },
    action: 'erase',
    mayBeHeld: true,
    source: 'Politiewet 2012 art. 48z lid 3; Besluit screening art. 10',
    certainty: 'law',
  },
  dismissed_pair: {
    startsAt: 'disposition',
    term: { unit: 'month', count: 24 },
    action: 'delete',
    mayBeHeld: false,
    source: 'Wjsg 3 lid 3: keyed hashes only, so that a pair once dismissed is not shown again',
    certainty: 'derived',
  },
  subject_left: {
    startsAt: 'left_register',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: true,
    source: 'Politiewet 2012 art. 48v: people in service only',
    certainty: 'law',
  },
  basis_ended: {
    startsAt: 'basis_end',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: true,
    source: 'AVG 5 lid 1 onder a, 17 lid 1 onder d: no ground left',
    certainty: 'derived',
  },
  partner_data: {
    startsAt: 'inquiry_end',
    term: AT_ONCE,
    action: 'erase',
    mayBeHeld: true,
    source: 'Politiewet 2012 art. 48s, 48z: inside the inquiry only',
    certainty: 'derived',
  },
  audit_mapping: {
    startsAt: 'written',
    term: { unit: 'month', count: HARD_LIMIT_MONTHS },
    action: 'pseudonymise',
    mayBeHeld: true,
    source: 'Politiewet 2012 art. 48z lid 3, with Wjsg 19: readable for four years at least',
    certainty: 'law',
  },
  audit_row: {
    startsAt: 'written',
    term: { unit: 'month', count: 120 },
    action: 'delete',
    mayBeHeld: true,
    source: 'Wjsg 19: four years at least; ten, without pointing at anybody, to prove the chain',
    certainty: 'derived',
  },
};
