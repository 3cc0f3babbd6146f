import type { Store } from '../store.ts';
import { accountStore } from './administration/accounts.ts';
import { alarmStore } from './administration/alarms.ts';
import { apiTokenStore } from './administration/api-tokens.ts';
import { auditStore } from './administration/audit-search.ts';
import { basisStore } from './administration/bases.ts';
import { figureStore } from './administration/figures.ts';
import { inquiryStore } from './administration/inquiries.ts';
import { proofStore } from './administration/proofs.ts';
import { watchStore } from './administration/watch.ts';
import { backupStore } from './backup/store.ts';
import { canaryStore } from './canaries/store.ts';
import { chunkStore } from './chunks/store.ts';
import { deliveryStore } from './deliveries/store.ts';
import { keyStore } from './keys/store.ts';
import { openEngine, type StoreOptions } from './open.ts';
import { pairStore } from './pairs/store.ts';
import { policyStore } from './policies/store.ts';
import { ratingStore } from './ratings/store.ts';
import { registerStore } from './register/store.ts';
import { subjectReportStore } from './reports/subject-report.ts';
import { retentionStore } from './retention/store.ts';
import { statisticsStore } from './statistics/store.ts';
import { decisionStore } from './tasks/list-decisions.ts';
import { taskStore } from './tasks/store.ts';
import { subjectHistoryStore } from './tasks/subject-history.ts';

/**
 * The embedded default of the Store: one SQLite file, which any number of processes may have open.
 * @throws ScreeningError DATABASE_UNREADABLE, DATABASE_BUSY, KEYS_WRONG
 */
export function openStore(options: StoreOptions): Store {
  const { engine, copyTo, close } = openEngine(options);
  return {
    ...deliveryStore(engine),
    ...chunkStore(engine),
    ...registerStore(engine),
    ...taskStore(engine),
    ...subjectHistoryStore(engine),
    ...decisionStore(engine),
    ...statisticsStore(engine),
    ...ratingStore(engine),
    ...pairStore(engine),
    ...accountStore(engine),
    ...apiTokenStore(engine),
    ...basisStore(engine),
    ...inquiryStore(engine),
    ...policyStore(engine),
    ...subjectReportStore(engine),
    ...alarmStore(engine),
    ...proofStore(engine),
    ...auditStore(engine),
    ...figureStore(engine),
    ...retentionStore(engine),
    ...backupStore(engine, copyTo),
    ...keyStore(engine),
    ...watchStore(engine),
    ...canaryStore(engine),
    close: async () => close(),
  };
}
