import type { CaseHistory, ChunkLine, ChunkStore, PairKnowledge } from '../../db/contract/chunks.ts';
import type { Access } from '../../src/domain/access.ts';
import type { CaseNumber, SubjectId } from '../../src/domain/ids.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { Compared } from './comparison.ts';
import { caseNumberOf } from './placements.ts';

/** What is known of the pairs of each line, by line number and subject. */
export type Knowledge = ReadonlyMap<number, ReadonlyMap<SubjectId, PairKnowledge>>;

interface PairAsked {
  readonly line: number;
  readonly person: PersonIdentity;
  readonly caseNumber: CaseNumber;
  readonly subjectId: SubjectId;
}

/** Every pair a line may need: who its person hit, and whoever has a task in its case or was hit earlier in the chunk. */
function pairsAsked(
  lines: readonly ChunkLine[],
  histories: ReadonlyMap<CaseNumber, CaseHistory>,
  compared: ReadonlyMap<number, Compared>,
): readonly PairAsked[] {
  const involved = new Map<CaseNumber, Set<SubjectId>>();
  const persons = new Map<CaseNumber, PersonIdentity>();
  const asked: PairAsked[] = [];
  for (const line of lines) {
    const caseNumber = caseNumberOf(line);
    const history = histories.get(caseNumber);
    const subjects = involved.get(caseNumber) ?? new Set(history?.tasks.map((task) => task.subjectId));
    involved.set(caseNumber, subjects);
    for (const hit of compared.get(line.line)?.hits ?? []) subjects.add(hit.subjectId);
    if (compared.has(line.line) && line.entry.kind !== 'retraction') persons.set(caseNumber, line.entry.person);
    const person = persons.get(caseNumber) ?? history?.content?.person;
    if (person === undefined) continue;
    for (const subjectId of subjects) asked.push({ line: line.line, person, caseNumber, subjectId });
  }
  return asked;
}

/** Reads what reviewers said before about the pairs of a chunk; most chunks have none and ask nothing. */
export async function readKnowledge(
  store: ChunkStore,
  access: Access,
  lines: readonly ChunkLine[],
  histories: ReadonlyMap<CaseNumber, CaseHistory>,
  compared: ReadonlyMap<number, Compared>,
): Promise<Knowledge> {
  const asked = pairsAsked(lines, histories, compared);
  const knowledge = new Map<number, Map<SubjectId, PairKnowledge>>();
  if (asked.length === 0) return knowledge;
  for (const known of await store.readPairs(access, asked)) {
    const line = asked[known.pair]?.line ?? -1;
    const ofLine = knowledge.get(line) ?? new Map<SubjectId, PairKnowledge>();
    knowledge.set(line, ofLine.set(known.subjectId, known));
  }
  return knowledge;
}
