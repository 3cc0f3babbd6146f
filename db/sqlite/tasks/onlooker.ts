import type { Access } from '../../../src/domain/access.ts';
import type { Account } from '../../../src/domain/account.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import type { MoveRefusal } from '../../../src/domain/task.ts';
import { compileGate, type Gate } from '../../../src/legal/gate.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import { refusalToSee } from '../../../src/review/reviewers.ts';
import { actingAccount } from '../administration/account-rows.ts';
import { allBases } from '../administration/bases.ts';
import type { Engine } from '../engine.ts';
import type { PersonHit, StoredTask } from './read-tasks.ts';

/** An account, and what the law lets be shown to it on one day. */
export interface Onlooker {
  readonly account: Account;
  readonly gate: Gate;
}

/**
 * Who is asking.
 * @throws ScreeningError ROLE_FORBIDS for a part of the system, ACCOUNT_UNKNOWN
 */
export function onlookerOf(engine: Engine, access: Access, at: EpochMs): Onlooker {
  return { account: actingAccount(engine, access.actor), gate: compileGate(allBases(engine), dutchDay(at)) };
}

/** Whether the law lets somebody be shown. Partners are not: nothing here knows of their inquiry, so the gate refuses. */
export function mayShow({ gate, account }: Onlooker, { newest }: PersonHit): boolean {
  const asked = { permission: 'show', partner: null, inquiry: null, fact: null } as const;
  return gate({ ...asked, subject: newest, viewer: account.accountId }).kind === 'allowed';
}

/** Why a task may not be seen at all, and so neither taken nor answered; null when it may. */
export function refusalToShow(onlooker: Onlooker, task: StoredTask): MoveRefusal | null {
  const refusal = refusalToSee(onlooker.account, task.review);
  if (refusal !== null) return refusal;
  if (task.subject === null) return 'wrong_state';
  return mayShow(onlooker, task.subject) ? null : 'gate_refuses';
}
