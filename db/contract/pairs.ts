import type { Access } from '../../src/domain/access.ts';
import type { Hit } from '../../src/domain/hit.ts';
import type { EpochMs, HitId, RegisterVersion, SubjectId } from '../../src/domain/ids.ts';
import type { CaseHistory, PairKnowledge, TaskWrite } from './chunks.ts';

/** A case and somebody whom its person hit, and whose identity data the register changed since. */
export interface OutdatedPair {
  readonly hitId: HitId;
  readonly subjectId: SubjectId;
  /** What the register says of the subject now. */
  readonly subjectVersion: number;
  /** With content; its only task, if any, is the one about this subject. */
  readonly history: CaseHistory;
  readonly knowledge: Omit<PairKnowledge, 'pair'>;
}

/** What comparing anew made of a pair. */
export interface RenewedPair extends Pick<OutdatedPair, 'hitId' | 'subjectId' | 'subjectVersion'> {
  /** Versions read; the pair is left to the next time when one has changed. */
  readonly expected: Pick<CaseHistory, 'caseNumber' | 'version'> & Pick<PairKnowledge, 'dispositionVersion'>;
  /** Takes the place of the old one; null: there is none any more. */
  readonly hit: Hit | 'as_it_was' | null;
  /** Null: there is none, or it stays as it is. */
  readonly task: TaskWrite | null;
}

/** How hits follow the register: a subject whose name, birth date or number changed is compared again. */
export interface PairStore {
  /**
   * Pairs of cases that still have content and subjects under control, in the order of their random ids after a
   * cursor. Covered by the audit row of `renewPairs`.
   */
  listOutdatedPairs(access: Access, after: HitId | null, limit: number): Promise<readonly OutdatedPair[]>;
  /**
   * Gives every pair the hit and the task that it has under the register version it was compared with; nothing when
   * the register has moved since. Content that no task needs any more is erased. Answers how many pairs were renewed.
   */
  renewPairs(
    access: Access,
    registerVersion: RegisterVersion,
    renewed: readonly RenewedPair[],
    at: EpochMs,
  ): Promise<number>;
}
