import { and, eq } from 'drizzle-orm';
import type { Fact } from '../../../src/domain/case.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { requirePolicy } from '../../../src/relevance/policy.ts';
import { relevanceOf } from '../../../src/relevance/relevance.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import { isIdentityAnswered, visibleDispositions } from '../../../src/review/visibility.ts';
import type { EarlierVerdict, Rival, TaskIdentityView, TaskRelevanceView, TaskView } from '../../contract/tasks.ts';
import { cases } from '../../schema/cases.ts';
import { knownPairs } from '../../schema/tasks.ts';
import { openContent, openRating, type StoredContent } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import { personHash } from '../hashes.ts';
import { tablesOf, versionInForce } from '../policies/records.ts';
import type { LineWriter, ShownTask } from './lines.ts';
import { mayShow, type Onlooker } from './onlooker.ts';
import type { PersonHit } from './read-tasks.ts';

function contentOf({ queries, keyring }: Engine, { row }: ShownTask): StoredContent {
  const found = queries.select({ sealed: cases.content }).from(cases).where(eq(cases.caseId, row.caseId)).get();
  if (!found?.sealed) throw new Error('a task stands on an erased case');
  return openContent(keyring, row.caseId, found.sealed);
}

/** What was said of this pair under another case. A verdict on this very task is no earlier one, and may be hidden. */
function earlierVerdict(
  { queries, keyring }: Engine,
  { row, review }: ShownTask,
  { person }: StoredContent,
): EarlierVerdict | null {
  const pair = and(eq(knownPairs.personHash, personHash(keyring, person)), eq(knownPairs.subjectId, row.subjectId));
  const known = queries.select().from(knownPairs).where(pair).get();
  if (known === undefined) return null;
  const { verdict, decidedAt, evidenceHash } = known;
  if (review.dispositions.some((own) => own.decidedAt === decidedAt && own.verdict === verdict)) return null;
  return { verdict, decidedAt, sameEvidence: evidenceHash === row.evidenceHash };
}

function rivalOf({ subject, hit }: PersonHit): Rival {
  return { subjectId: subject.subjectId, personnelNumber: subject.personnelNumber, subject, hit };
}

/**
 * Of a partner inside an inquiry only crimes that still count are shown (G9), whatever else stands in the case. What
 * counts the policy in force says; without one nothing is shown.
 */
function factsShown(
  { queries }: Engine,
  onlooker: Onlooker,
  subject: PersonHit,
  facts: readonly Fact[],
  at: EpochMs,
): readonly Fact[] {
  if (subject.newest.kind !== 'partner') return facts;
  const today = dutchDay(at);
  const version = versionInForce(queries, today);
  const tables = version === null ? null : tablesOf(queries, version);
  if (tables === null) return [];
  const { shownFact } = relevanceOf(requirePolicy(tables));
  return facts.filter((fact) => mayShow(onlooker, subject, shownFact(fact, today)));
}

/** What an account may see of a task; question B is not read for one to whom A is not answered. */
export function viewOf(engine: Engine, lines: LineWriter, onlooker: Onlooker, task: ShownTask, at: EpochMs): TaskView {
  const { row, review, subject } = task;
  const content = contentOf(engine, task);
  const dispositions = visibleDispositions(review, onlooker.account);
  const identity: TaskIdentityView = {
    ...lines.open(task, at),
    version: row.version,
    person: content.person,
    subject: subject.subject,
    hit: subject.hit,
    rivals: task.rivals.filter((rival) => mayShow(onlooker, rival)).map(rivalOf),
    identityDispositions: dispositions.filter(({ question }) => question === 'identity'),
    earlierVerdict: earlierVerdict(engine, task, content),
  };
  if (!isIdentityAnswered(review, onlooker.account) || row.dueAt === null) return { identity, relevance: null };
  const relevance: TaskRelevanceView = {
    case: { ...content.case, facts: factsShown(engine, onlooker, subject, content.case.facts, at) },
    rating: openRating(engine.keyring, row.taskId, row.rating),
    dueAt: row.dueAt,
    dispositions: dispositions.filter(({ question }) => question === 'relevance'),
  };
  return { identity, relevance };
}
