import type { Access } from '../../src/domain/access.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { PolicyRecord } from '../../src/domain/policy-record.ts';
import type { RelevanceTables } from '../../src/domain/relevance.ts';
import type { OutdatedRating } from './ratings.ts';

/** What two policies are held against: a task that is neither closed nor withdrawn. */
export type RatedTask = Omit<OutdatedRating, 'ratedOn'>;

export interface RatedTaskPage {
  readonly tasks: readonly RatedTask[];
  /** Give to the next call; null when this was the last page. */
  readonly next: string | null;
}

/**
 * By which catalogue and policy relevance is rated. The texts are kept here, so that a file that changed on disk
 * changes nothing: what counts is the version that two people put in force.
 *
 * Changes throw `ScreeningError` ROLE_FORBIDS for a part of the system and for an account that is no registrar.
 */
export interface PolicyStore {
  /** Every version that was ever proposed, oldest first. */
  listPolicies(access: Access): Promise<readonly PolicyRecord[]>;
  /** The texts of a version; null when it is unknown. */
  readPolicy(access: Access, version: string): Promise<RelevanceTables | null>;
  /**
   * The version that counts on a day: of those confirmed and begun, the one that began last. The first version of the
   * installation counts from ever. Null when there is none yet.
   */
  policyInForce(access: Access, today: CalendarDate): Promise<string | null>;
  /** Puts the first version in force, without a second person. False when any is there. @throws TABLE_INVALID */
  adoptPolicy(access: Access, tables: RelevanceTables, at: EpochMs): Promise<boolean>;
  /** Writes a version down; it counts for nothing yet. Throws TABLE_INVALID, POLICY_REFUSED when it is known. */
  proposePolicy(access: Access, tables: RelevanceTables, at: EpochMs): Promise<PolicyRecord>;
  /**
   * Puts a version in force. Throws POLICY_REFUSED when it is unknown, was confirmed before, or was proposed by this
   * account itself.
   */
  confirmPolicy(access: Access, version: string, at: EpochMs): Promise<PolicyRecord>;
  /**
   * Every task that a change of policy would reach, page by page, as far as relevance may know it. Throws ROLE_FORBIDS
   * for an account that is no registrar or senior, and for a reviewer, who may not know a rating before question A.
   *
   * @param compared the two versions that are held against each other; they stand in the audit row
   */
  listRatedTasks(
    access: Access,
    compared: readonly [before: string, after: string],
    cursor: string | null,
    limit: number,
  ): Promise<RatedTaskPage>;
}
