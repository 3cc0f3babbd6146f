import Sqlite from 'better-sqlite3';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { ScreeningError } from '../../src/domain/errors.ts';

type Method = Exclude<keyof Store, 'close'>;

/**
 * What each method leaves in the audit log. `recorded`: a row, whoever calls it. `polled`: a row when a person calls
 * it, and none when the machine does, which asks every few seconds for ids and figures or tells what came of it in a
 * row of its own. A method that is missing here does not compile: decide which it is.
 */
export const AUDIT_ROWS: Readonly<Record<Method, 'recorded' | 'polled'>> = {
  openDelivery: 'recorded',
  appendLines: 'recorded',
  finaliseDelivery: 'recorded',
  refuseDelivery: 'recorded',
  settleDelivery: 'recorded',
  markDelivery: 'recorded',
  deliveryStatus: 'polled',
  findDelivery: 'polled',
  listDeliveries: 'polled',
  lineOutcomes: 'polled',
  listQuarantine: 'polled',
  beginChunk: 'recorded',
  readPairs: 'polled',
  commitChunk: 'recorded',
  uncountAttempt: 'recorded',
  splitChunk: 'recorded',
  quarantineChunk: 'recorded',
  listUnfinished: 'polled',
  applyRegister: 'recorded',
  registerVersion: 'polled',
  readRegister: 'recorded',
  readPrincipals: 'recorded',
  exportSubscription: 'recorded',
  countSubjects: 'polled',
  listTasks: 'recorded',
  viewTask: 'recorded',
  claimTask: 'recorded',
  claimNext: 'recorded',
  releaseTask: 'recorded',
  decideIdentity: 'recorded',
  decideRelevance: 'recorded',
  countTasks: 'polled',
  readStatistics: 'polled',
  listOutdatedRatings: 'polled',
  renewRatings: 'recorded',
  accountByName: 'polled',
  accountById: 'polled',
  addAccounts: 'recorded',
  signIn: 'recorded',
  signOut: 'recorded',
  importAccounts: 'recorded',
  withdrawRoles: 'recorded',
  issueToken: 'recorded',
  withdrawToken: 'recorded',
  callerByToken: 'polled',
  listTokens: 'polled',
  listBases: 'polled',
  recordBasis: 'recorded',
  confirmBasis: 'recorded',
  endBasis: 'recorded',
  withdrawUncovered: 'recorded',
  listInquiries: 'recorded',
  openInquiry: 'recorded',
  noteNoticeSent: 'recorded',
  closeInquiry: 'recorded',
  listPolicies: 'polled',
  readPolicy: 'polled',
  policyInForce: 'polled',
  adoptPolicy: 'recorded',
  proposePolicy: 'recorded',
  confirmPolicy: 'recorded',
  listRatedTasks: 'recorded',
  subjectReport: 'recorded',
  raiseAlarm: 'recorded',
  clearAlarm: 'recorded',
  acknowledgeAlarm: 'recorded',
  listAlarms: 'polled',
  reconcile: 'recorded',
  verifyAudit: 'recorded',
  listAudit: 'recorded',
  readFigures: 'polled',
  readWatchFigures: 'polled',
};

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
  return access.actor.kind === 'account' || AUDIT_ROWS[name] === 'recorded';
}

/** A Store that fails a test whenever a method does not leave the row that `AUDIT_ROWS` promises. */
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
