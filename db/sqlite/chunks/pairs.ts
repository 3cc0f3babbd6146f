import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Fact } from '../../../src/domain/case.ts';
import type { CaseNumber, SubjectId } from '../../../src/domain/ids.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import type { ChunkStore, PairKnowledge } from '../../contract/chunks.ts';
import { cases } from '../../schema/cases.ts';
import { tasks } from '../../schema/tasks.ts';
import { openContent } from '../cases/content.ts';
import { currentVerdicts } from '../cases/verdicts.ts';
import type { Engine } from '../engine.ts';
import { caseHash, evidenceHash } from '../hashes.ts';
import { presentSubject } from '../register/subject-rows.ts';
import { knownPair } from '../tasks/known-pairs.ts';

type Pair = Parameters<ChunkStore['readPairs']>[1][number];

/** Facts of the other cases that reviewers found to be this subject's. */
export function confirmedFacts(
  { queries, keyring }: Engine,
  subjectId: SubjectId,
  except: CaseNumber,
): readonly Fact[] {
  const others = queries
    .select({ taskId: tasks.taskId, caseId: cases.caseId, content: cases.content })
    .from(tasks)
    .innerJoin(cases, eq(cases.caseId, tasks.caseId))
    .where(
      and(
        eq(tasks.subjectId, subjectId),
        ne(tasks.state, 'withdrawn'),
        ne(cases.caseHash, caseHash(keyring, except)),
        isNotNull(cases.content),
      ),
    )
    .all();
  return others.flatMap(({ taskId, caseId, content }) =>
    content !== null && currentVerdicts(queries, taskId).identity === 'same_person'
      ? openContent(keyring, caseId, content).case.facts
      : [],
  );
}

function earlierVerdict(
  engine: Engine,
  person: PersonIdentity,
  subjectId: SubjectId,
  evidence: string,
): PairKnowledge['earlierVerdict'] {
  const known = knownPair(engine, person, subjectId);
  return known === null ? null : { verdict: known.verdict, sameEvidence: known.evidenceHash === evidence };
}

export function readPairs(engine: Engine, pairs: readonly Pair[]): readonly PairKnowledge[] {
  return pairs.flatMap(({ person, caseNumber, subjectId }, pair): PairKnowledge[] => {
    const subject = presentSubject(engine, subjectId);
    if (subject === null) return [];
    const { identity } = subject.row;
    const evidence = evidenceHash(engine.keyring, person, identity);
    return [
      {
        ...{ subjectId, pair, evidenceHash: evidence, dispositionVersion: subject.dispositionVersion },
        earlierVerdict: earlierVerdict(engine, person, subjectId, evidence),
        confirmedFacts: confirmedFacts(engine, subjectId, caseNumber),
        birthDate: identity.birthDate,
      },
    ];
  });
}
