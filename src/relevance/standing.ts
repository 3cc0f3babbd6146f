import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Decision } from '../domain/case.ts';
import type { Disposal, FactStatus, RelevanceReason } from '../domain/relevance.ts';
import type { TextCode } from '../domain/text-code.ts';
import type { PolicyTable } from './policy-table.ts';
import { type Procedure, procedureOf, saysNothing } from './procedure.ts';

/** How a fact stands: its disposal in the policy's letters and its status in the law's words. */
export interface Standing {
  readonly disposal: Disposal;
  readonly status: FactStatus;
  readonly irrevocable: boolean;
  /** Two digits; only with status `dismissed`. */
  readonly dismissalCode: string | null;
  readonly reasons: readonly TextCode<RelevanceReason>[];
}

type Stand = Pick<Standing, 'disposal' | 'status'> & Partial<Standing>;

/** Pure. `today` decides only whether an announced irrevocable date has come. */
export function standingOf(decisions: readonly Decision[], policy: PolicyTable, today: CalendarDate): Standing {
  const procedure = procedureOf(decisions, policy, today);
  const stand = standOf(procedure, policy);
  const reasons: TextCode<RelevanceReason>[] = [...(stand.reasons ?? [])];
  if (procedure.appealed) reasons.push({ code: 'APPEAL_PENDING' });
  return { irrevocable: false, dismissalCode: null, ...stand, reasons };
}

function standOf(procedure: Procedure, policy: PolicyTable): Stand {
  const { leading } = procedure;
  if (leading === null) return { disposal: 'D1', status: 'suspect' };
  switch (leading.kind) {
    case 'dismissal':
      return dismissed(leading, policy);
    case 'transaction':
      return transacted(leading, policy);
    case 'penal_order':
      return penalised(leading, procedure, policy);
    case 'verdict':
      return tried(leading, procedure, policy);
    case 'annulment':
      return { disposal: 'D6', status: 'annulled' };
    default:
      return { disposal: 'D1', status: 'suspect' };
  }
}

function dismissed(decision: Decision, policy: PolicyTable): Stand {
  // Conditions that were not kept put the prosecution back where it was (Sv 167 lid 2).
  if (decision.compliedWith === false) return { disposal: 'D1', status: 'suspect' };
  const code = decision.dismissalCode;
  const known = (['D3', 'D4', 'D5', 'D6'] as const).find((disposal) =>
    policy.dismissalCodes[disposal].includes(code ?? ''),
  );
  const stand = { status: 'dismissed', dismissalCode: code } as const;
  if (known !== undefined) return { ...stand, disposal: known };
  return { ...stand, disposal: policy.unknownDismissalCode, reasons: [{ code: 'DISMISSAL_CODE_UNKNOWN' }] };
}

/** Sr 74: only a transaction that was complied with ends the case and counts as a conviction (Politiewet 48q lid 6). */
function transacted(decision: Decision, policy: PolicyTable): Stand {
  if (decision.compliedWith === false) return { disposal: 'D1', status: 'suspect' };
  if (decision.compliedWith === null) return { disposal: 'D3', status: 'transaction_offered' };
  return { disposal: isWeighty(decision, policy) ? 'D2' : 'D3', status: 'transaction_paid', irrevocable: true };
}

function penalised(decision: Decision, { irrevocable }: Procedure, policy: PolicyTable): Stand {
  const disposal = irrevocable && isWeighty(decision, policy) ? 'D2' : 'D3';
  return { disposal, status: irrevocable ? 'penalised' : 'penal_order_open', irrevocable };
}

function tried(verdict: Decision, procedure: Procedure, policy: PolicyTable): Stand {
  const { irrevocable } = procedure;
  if (saysNothing(verdict)) {
    return { disposal: 'D1', status: 'suspect', reasons: [{ code: 'VERDICT_OUTCOME_MISSING' }] };
  }
  switch (verdict.outcome) {
    case 'acquittal':
      return { disposal: notGuilty(procedure), status: irrevocable ? 'acquitted' : 'acquitted_not_final', irrevocable };
    case 'discharge':
      return {
        disposal: notGuilty(procedure),
        status: irrevocable ? 'discharged' : 'discharged_not_final',
        irrevocable,
      };
    case 'guilty_without_penalty':
      return {
        disposal: 'D3',
        status: irrevocable ? 'guilty_without_penalty' : 'guilty_without_penalty_not_final',
        irrevocable,
      };
    default: {
      const disposal = irrevocable && isWeighty(verdict, policy) ? 'D2' : 'D3';
      return { disposal, status: irrevocable ? 'convicted' : 'convicted_not_final', irrevocable };
    }
  }
}

/**
 * An acquittal weighs from the day it is given, not from the day it is final: the presumption of innocence asks no
 * less. Only while an appeal against it is pending is the case open again.
 */
function notGuilty({ appealed }: Procedure): Disposal {
  return appealed ? 'D1' : 'D5';
}

/** Custody or community service, suspended or not (Politiewet 48q lid 6; Besluit art. 5). */
function isWeighty(decision: Decision, policy: PolicyTable): boolean {
  return decision.penalties.some((penalty) => policy.weightyPenalties.includes(penalty.kind));
}
