import type { Access } from '../../../src/domain/access.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { AccountId } from '../../../src/domain/ids.ts';
import { refusal } from '../../../src/domain/refusals.ts';
import { requirePolicy } from '../../../src/relevance/policy.ts';
import { calendarDay } from '../../../src/runtime/calendar-day.ts';
import type { PolicyStore } from '../../contract/policies.ts';
import { accountById } from '../administration/account-rows.ts';
import { requireRole } from '../administration/require-role.ts';
import type { Engine } from '../engine.ts';
import { orThrow } from '../refusals.ts';
import { look, transact } from '../transact.ts';
import { listRatedTasks } from './rated-tasks.ts';
import { allPolicies, confirmProposed, insertPolicy, tablesOf, versionInForce } from './records.ts';

/** @returns the account that acts @throws ScreeningError ROLE_FORBIDS, ACCOUNT_UNKNOWN */
function requireRegistrar(engine: Engine, access: Access): AccountId {
  if (access.actor.kind === 'system') throw new ScreeningError('ROLE_FORBIDS');
  requireRole(engine, access, ['registrar']);
  return access.actor.accountId;
}

/** A rating is no secret to seniors and registrars; to whoever still has to answer question A it is. */
function requireMayCompare(engine: Engine, access: Access): void {
  requireRole(engine, access, ['registrar', 'senior']);
  const roles = access.actor.kind === 'account' ? (accountById(engine, access.actor.accountId)?.roles ?? []) : [];
  if (roles.includes('reviewer') && !roles.includes('senior')) throw new ScreeningError('ROLE_FORBIDS');
}

export function policyStore(engine: Engine): PolicyStore {
  const { queries } = engine;
  return {
    listPolicies: (access) => look(engine, access, 'list_policies', () => allPolicies(queries)),
    readPolicy: (access, known) => look(engine, access, 'read_policy', () => tablesOf(queries, known)),
    policyInForce: (access, today) => look(engine, access, 'policy_in_force', () => versionInForce(queries, today)),
    adoptPolicy: (access, tables, at) =>
      transact(engine, access, 'adopt_policy', (tx) => {
        if (access.actor.kind === 'account') throw new ScreeningError('ROLE_FORBIDS');
        const setUp = { proposedBy: 'set-up', proposedAt: at, confirmedBy: 'set-up', confirmedAt: at } as const;
        const adopted = allPolicies(queries).length === 0 ? insertPolicy(engine, tables, setUp) : null;
        if (adopted !== null) tx.note({ policyVersion: adopted.version });
        return adopted !== null;
      }),
    proposePolicy: (access, tables, at) =>
      orThrow(
        transact(engine, access, 'propose_policy', (tx) => {
          const account = requireRegistrar(engine, access);
          const proposed = { proposedBy: account, proposedAt: at, confirmedBy: null, confirmedAt: null };
          const record = insertPolicy(engine, tables, proposed);
          tx.note({ policyVersion: requirePolicy(tables).version, proposed: Number(record !== null) });
          tx.note({ inForce: versionInForce(queries, calendarDay(at)) ?? '' });
          return record ?? refusal('POLICY_REFUSED', 'proposed_before');
        }),
      ),
    confirmPolicy: (access, known, at) =>
      orThrow(
        transact(engine, access, 'confirm_policy', (tx) => {
          const account = requireRegistrar(engine, access);
          tx.note({ before: versionInForce(queries, calendarDay(at)) ?? '' });
          const record = confirmProposed(engine, known, account, at);
          // What was asked for and is unknown may be anything that somebody typed.
          if (record instanceof ScreeningError) tx.note({ refused: 1 });
          else tx.note({ policyVersion: record.version, after: versionInForce(queries, calendarDay(at)) ?? '' });
          return record;
        }),
      ),
    listRatedTasks: (access, [before, after], cursor, limit) =>
      transact(engine, access, 'compare_policies', (tx) => {
        requireMayCompare(engine, access);
        const page = listRatedTasks(engine, cursor, limit);
        tx.note({ before, after, tasks: page.tasks.length });
        return page;
      }),
  };
}
