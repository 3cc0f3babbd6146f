import type { Access } from '../../../src/domain/access.ts';
import type { Account } from '../../../src/domain/account.ts';
import type { GateVerdict } from '../../../src/domain/gate.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import type { ShownFact } from '../../../src/domain/relevance.ts';
import { isPlanted } from '../../../src/domain/subject.ts';
import type { MoveRefusal } from '../../../src/domain/task.ts';
import { mayLookAgain } from '../../../src/review/claims.ts';
import { refusalToSee } from '../../../src/review/reviewers.ts';
import { actingAccount } from '../administration/account-rows.ts';
import { type LawToday, lawToday } from '../administration/law-today.ts';
import type { Engine } from '../engine.ts';
import type { PersonHit, StoredTask } from './read-tasks.ts';

/** An account, and what the law lets be shown to it on one day. */
export interface Onlooker {
  readonly account: Account;
  readonly law: LawToday;
  readonly at: EpochMs;
  /** Whether it is asked about a task in which an answer waits for this account to look too. */
  readonly looksAgain: boolean;
}

/**
 * Who is asking.
 * @throws ScreeningError ROLE_FORBIDS for a part of the system, ACCOUNT_UNKNOWN
 */
export function onlookerOf(engine: Engine, access: Access, at: EpochMs): Onlooker {
  return { account: actingAccount(engine, access.actor), law: lawToday(engine, at), at, looksAgain: false };
}

/** What the law says of showing somebody to the account: on a page without an offence, or with this one on it. */
export function gateOn(onlooker: Onlooker, { newest }: PersonHit, fact: ShownFact | null = null): GateVerdict {
  const { law, account, looksAgain } = onlooker;
  return law.gate({ ...law.ask(newest), permission: 'show', viewer: account.accountId, fact, looksAgain });
}

export function mayShow(onlooker: Onlooker, person: PersonHit, fact: ShownFact | null = null): boolean {
  return gateOn(onlooker, person, fact).kind === 'allowed';
}

/** The account before one task, where it may have to look again. Of rivals and other tasks that says nothing. */
export function before(onlooker: Onlooker, { review }: Pick<StoredTask, 'review'>): Onlooker {
  return { ...onlooker, looksAgain: mayLookAgain(review, onlooker.account, onlooker.at) };
}

/** Why a task may not be seen at all, and so neither taken nor answered; null when it may. */
export function refusalToShow(onlooker: Onlooker, task: StoredTask): MoveRefusal | null {
  const refusal = refusalToSee(onlooker.account, task.review);
  if (refusal !== null) return refusal;
  if (task.subject === null) return 'wrong_state';
  if (isPlanted(task.subject.newest)) return 'unknown_task';
  return mayShow(before(onlooker, task), task.subject) ? null : 'gate_refuses';
}
