import type { AccountStore, ApiTokenStore } from './contract/accounts.ts';
import type { AlarmStore, BasisStore, ProofStore } from './contract/administration.ts';
import type { AuditStore } from './contract/audit.ts';
import type { BackupStore } from './contract/backups.ts';
import type { CanaryStore } from './contract/canaries.ts';
import type { ChunkStore } from './contract/chunks.ts';
import type { DecisionStore } from './contract/decisions.ts';
import type { DeliveryStore } from './contract/deliveries.ts';
import type { FigureStore } from './contract/figures.ts';
import type { InquiryStore } from './contract/inquiries.ts';
import type { KeyStore } from './contract/keys.ts';
import type { PairStore } from './contract/pairs.ts';
import type { PolicyStore } from './contract/policies.ts';
import type { RatingStore } from './contract/ratings.ts';
import type { RegisterStore } from './contract/register.ts';
import type { RetentionStore } from './contract/retention.ts';
import type { StatisticsStore } from './contract/statistics.ts';
import type { SubjectHistoryStore } from './contract/subject-history.ts';
import type { SubjectReportStore } from './contract/subject-report.ts';
import type { TaskStore } from './contract/tasks.ts';
import type { WatchStore } from './contract/watch.ts';

/**
 * Every read and write the system makes. One method is one transaction with its audit row; callers never compose
 * them, so a second engine can implement the same interface and run the same conformance tests (`test/db/conformance`).
 * Seals, opens and hashes with the keyring it was given; nothing personal reaches the disk in the clear.
 *
 * Every write leaves an audit row, and so does every look of a person and every opening of something personal. What
 * the machine polls of ids and figures leaves none: it would drown the log.
 *
 * Throws `ScreeningError` DATABASE_BUSY (try later) and KEYS_WRONG (a payload was sealed with a key that is not here).
 */
export interface Store
  extends DeliveryStore,
    ChunkStore,
    RegisterStore,
    TaskStore,
    DecisionStore,
    StatisticsStore,
    RatingStore,
    PairStore,
    AccountStore,
    ApiTokenStore,
    BasisStore,
    InquiryStore,
    PolicyStore,
    SubjectReportStore,
    SubjectHistoryStore,
    AlarmStore,
    ProofStore,
    AuditStore,
    FigureStore,
    RetentionStore,
    BackupStore,
    KeyStore,
    WatchStore,
    CanaryStore {
  /** Closes the database; nothing may be called afterwards. */
  close(): Promise<void>;
}
