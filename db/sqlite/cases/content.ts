import type { CaseContent } from '../../../src/domain/case.ts';
import type { Hit } from '../../../src/domain/hit.ts';
import type { CaseId, CaseNumber, SubjectId, TaskId } from '../../../src/domain/ids.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import { ERASED_RULE, RATING_LEVELS, type Rating } from '../../../src/domain/rating.ts';
import type { Keyring } from '../../../src/privacy/keyring.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';

/** What is sealed in `cases.content`. */
export interface StoredContent {
  readonly person: PersonIdentity;
  readonly case: CaseContent;
}

const contentPlace = (caseId: CaseId): string => placeOf('cases', [caseId], 'content');
const numberPlace = (caseId: CaseId): string => placeOf('cases', [caseId], 'case_number');
const ratingPlace = (taskId: TaskId): string => placeOf('tasks', [taskId], 'rating');
const hitPlace = (caseId: CaseId, subjectId: SubjectId): string => placeOf('hits', [caseId, subjectId], 'evidence');

export const sealContent = (keyring: Keyring, caseId: CaseId, content: StoredContent): Uint8Array =>
  sealJson(keyring, contentPlace(caseId), content);

export const openContent = (keyring: Keyring, caseId: CaseId, sealed: Uint8Array): StoredContent =>
  openJson(keyring, contentPlace(caseId), sealed);

export const sealCaseNumber = (keyring: Keyring, caseId: CaseId, caseNumber: CaseNumber): Uint8Array =>
  sealJson(keyring, numberPlace(caseId), caseNumber);

export const openCaseNumber = (keyring: Keyring, caseId: CaseId, sealed: Uint8Array): CaseNumber =>
  openJson(keyring, numberPlace(caseId), sealed);

export const sealHit = (keyring: Keyring, caseId: CaseId, hit: Hit): Uint8Array =>
  sealJson(keyring, hitPlace(caseId, hit.subjectId), hit);

export const openHit = (keyring: Keyring, caseId: CaseId, subjectId: SubjectId, sealed: Uint8Array): Hit =>
  openJson(keyring, hitPlace(caseId, subjectId), sealed);

const sealRating = (keyring: Keyring, taskId: TaskId, rating: Rating): Uint8Array =>
  sealJson(keyring, ratingPlace(taskId), rating);

/** The columns in which a rating stands. */
export function ratingColumns(keyring: Keyring, taskId: TaskId, rating: Rating) {
  const ratingRank = RATING_LEVELS.indexOf(rating.level);
  return { rating: sealRating(keyring, taskId, rating), ratingLevel: rating.level, ratingRank, ruleId: rating.ruleId };
}

/** What a task is rated when its case was erased: there is nothing left to rate. */
export const ERASED_RATING: Rating = { level: 'none', ruleId: ERASED_RULE, reasons: [], policyVersion: '' };

/** `ERASED_RATING` for the empty shell of a withdrawn task. */
export const openRating = (keyring: Keyring, taskId: TaskId, sealed: Uint8Array | null): Rating =>
  sealed === null ? ERASED_RATING : openJson(keyring, ratingPlace(taskId), sealed);
