import Sqlite from 'better-sqlite3';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { ScreeningError } from '../../src/domain/errors.ts';

type Method = Exclude<keyof Store, 'close'>;

/**
 * Methods that leave a row when a person calls them, and none when the machine does, which asks every few seconds for
 * ids and figures or tells what came of it in a row of its own. Every other method leaves a row, whoever calls it.
 */
const POLLED: readonly Method[] = [
  'deliveryStatus',
  'findDelivery',
  'listDeliveries',
  'lineOutcomes',
  'listQuarantine',
  'readPairs',
  'listUnfinished',
  'registerVersion',
  'countSubjects',
  'countTasks',
  'readStatistics',
  'listOutdatedRatings',
  'listOutdatedPairs',
  'accountByName',
  'accountById',
  'callerByToken',
  'listTokens',
  'listBases',
  'listPolicies',
  'readPolicy',
  'policyInForce',
  'listAlarms',
  'readFigures',
  'readWatchFigures',
  'countDue',
  'canaryRun',
  'listReviewers',
];

/** That a method did something that its row does not tell; fails the test that called it. */
class MissingRow extends Error {}

function actorOf({ actor }: Access): string {
  return actor.kind === 'system' ? `system:${actor.name}` : `account:${actor.accountId}`;
}

/** Rows of one actor, counted on the file itself. */
function counter(path: string): { rowsOf(access: Access): number; close(): void } {
  const client = new Sqlite(path, { readonly: true });
  const statement = client.prepare('select count(*) as rows from audit where actor = ?');
  return {
    rowsOf: (access) => (statement.get(actorOf(access)) as { readonly rows: number }).rows,
    close: () => client.close(),
  };
}

function mustLeaveRow(name: Method, access: Access, failure: unknown): boolean {
  // What fails otherwise than by a role was never done, and is a fault of the installation or of the caller.
  const forbidden = failure instanceof ScreeningError && failure.code === 'ROLE_FORBIDS';
  if (failure !== null) return forbidden && access.actor.kind === 'account';
  return access.actor.kind === 'account' || !POLLED.includes(name);
}

/** A Store that fails a test whenever a method does not leave its row in the audit log. */
export function watched(store: Store, path: string): Store {
  const { rowsOf, close } = counter(path);
  const methods = Object.entries(store).map(([name, method]) => {
    const called = async (access: Access, ...rest: readonly unknown[]): Promise<unknown> => {
      const before = rowsOf(access);
      const [answered] = await Promise.allSettled([method(access, ...rest)]);
      const failure = answered.status === 'rejected' ? answered.reason : null;
      if (mustLeaveRow(name as Method, access, failure) && rowsOf(access) <= before) throw new MissingRow(name);
      if (answered.status === 'rejected') throw failure;
      return answered.value;
    };
    return [name, called];
  });
  return {
    ...(Object.fromEntries(methods) as Store),
    close: () => {
      close();
      return store.close();
    },
  };
}
