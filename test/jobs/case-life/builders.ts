import type { CaseHistory, PairKnowledge, TaskOfCase } from '../../../db/contract/chunks.ts';
import type { Pair } from '../../../jobs/case-life/state.ts';
import type { Fact } from '../../../src/domain/case.ts';
import type { RetractionEntry, SnapshotEntry } from '../../../src/domain/entry.ts';
import type { Hit } from '../../../src/domain/hit.ts';
import {
  asEpochMs,
  asId,
  type CaseNumber,
  type MessageId,
  type SubjectId,
  type TaskId,
} from '../../../src/domain/ids.ts';
import { UNKNOWN_DATE } from '../../../src/domain/partial-date.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import type { Rating, RatingLevel } from '../../../src/domain/rating.ts';

export const CASE = asId<CaseNumber>('16-000001-26');
export const ANNA = asId<SubjectId>('subject-anna');
export const BERT = asId<SubjectId>('subject-bert');

export function person(surname: string): PersonIdentity {
  return {
    bsn: null,
    givenNames: '',
    initials: '',
    particle: '',
    surname,
    birthDate: UNKNOWN_DATE,
    birthPlace: '',
    birthCountry: '',
    sex: null,
    aliases: [],
  };
}

export function fact(factNumber: number): Fact {
  return {
    factNumber,
    provisions: [],
    qualification: '',
    classification: null,
    actDate: null,
    actDateUntil: null,
    decisions: [],
    detention: [],
  };
}

export function snapshot(at: number, factNumbers: readonly number[] = [1], surname = 'Anders'): SnapshotEntry {
  return {
    kind: 'update',
    messageId: asId<MessageId>(`m${at}`),
    occurredAt: asEpochMs(at),
    person: person(surname),
    case: { caseNumber: CASE, facts: factNumbers.map(fact) },
  };
}

export function retraction(at: number, factNumbers: readonly number[] | null = null): RetractionEntry {
  return {
    kind: 'retraction',
    messageId: asId<MessageId>(`m${at}`),
    occurredAt: asEpochMs(at),
    caseNumber: CASE,
    factNumbers,
  };
}

export function rating(level: RatingLevel): Rating {
  return { level, ruleId: `RULE-${level}`, reasons: [], policyVersion: 'test' };
}

export function history(parts: Partial<CaseHistory> = {}): CaseHistory {
  return { caseNumber: CASE, version: '0', newestSnapshot: null, tombstones: [], content: null, tasks: [], ...parts };
}

export function task(parts: Partial<TaskOfCase> = {}): TaskOfCase {
  return {
    taskId: asId<TaskId>('task-1'),
    subjectId: ANNA,
    version: 1,
    state: 'open',
    rating: rating('medium'),
    identity: null,
    relevance: null,
    answeredRating: null,
    evidenceHash: 'evidence-1',
    ...parts,
  };
}

export function hit(subjectId: SubjectId): Hit {
  return {
    subjectId,
    subjectVersion: 1,
    probability: 0.99,
    band: 'strong',
    bsnState: 'equal',
    evidence: {
      modelVersion: 'test',
      priorMilliBits: 0,
      registerSize: 1,
      terms: [],
      blockingRule: 'bsn',
      expectedChancePer10k: 0,
    },
  };
}

export function pair(level: RatingLevel, known: Partial<PairKnowledge> = {}, isHit = true): Pair {
  const subjectId = known.subjectId ?? ANNA;
  return {
    subjectId,
    hit: isHit ? hit(subjectId) : null,
    compared: true,
    rating: rating(level),
    knowledge: {
      subjectId,
      pair: 0,
      evidenceHash: 'evidence-1',
      earlierVerdict: null,
      dispositionVersion: '0',
      confirmedFacts: [],
      birthDate: UNKNOWN_DATE,
      ...known,
    },
  };
}
