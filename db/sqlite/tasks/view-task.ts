import { eq } from 'drizzle-orm';
import type { Fact } from '../../../src/domain/case.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { requirePolicy } from '../../../src/relevance/policy.ts';
import { relevanceOf } from '../../../src/relevance/relevance.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import { turnOf } from '../../../src/review/turn.ts';
import { isIdentityAnswered, visibleDispositions } from '../../../src/review/visibility.ts';
import type {
  EarlierVerdict,
  Rival,
  ShownUnder,
  TaskIdentityView,
  TaskRelevanceView,
  TaskView,
} from '../../contract/tasks.ts';
import { cases } from '../../schema/cases.ts';
import { allBases } from '../administration/stored-bases.ts';
import { openContent, openRating, type StoredContent } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import { isSameIdentity } from '../hashes.ts';
import { tablesOf, versionInForce } from '../policies/records.ts';
import { knownPair } from './known-pairs.ts';
import type { LineWriter, ShownTask } from './lines.ts';
import { messagesOf } from './messages.ts';
import { namesOf } from './names.ts';
import { before, gateOn, mayShow, type Onlooker } from './onlooker.ts';
import { otherTasks } from './other-tasks.ts';
import type { PersonHit, TaskReader } from './read-tasks.ts';

function contentOf({ queries, keyring }: Engine, { row }: ShownTask): StoredContent {
  const found = queries.select({ sealed: cases.content }).from(cases).where(eq(cases.caseId, row.caseId)).get();
  if (!found?.sealed) throw new Error('a task stands on an erased case');
  return openContent(keyring, row.caseId, found.sealed);
}

/** What was said of this pair under another case. A verdict on this very task is no earlier one, and may be hidden. */
function earlierVerdict(engine: Engine, { row, review }: ShownTask, { person }: StoredContent): EarlierVerdict | null {
  const known = knownPair(engine, person, row.subjectId);
  if (known === null) return null;
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

/** The basis that lets the subject be shown; it is there, because a task that none covers is not shown. */
function shownUnder(engine: Engine, onlooker: Onlooker, { subject }: ShownTask): ShownUnder {
  const verdict = gateOn(onlooker, subject);
  const basis = verdict.kind === 'allowed' ? allBases(engine).find(({ basisId }) => basisId === verdict.basisId) : null;
  return { dpiaReference: basis?.dpiaReference ?? '', fictitious: basis?.fictitious ?? false };
}

/** What a view is made with. */
interface Viewing {
  readonly engine: Engine;
  readonly reader: TaskReader;
  readonly lines: LineWriter;
}

/** What an account may see of a task; question B is not read for one to whom A is not answered. */
export function viewOf(viewing: Viewing, onlooker: Onlooker, task: ShownTask, at: EpochMs): TaskView {
  const { engine, lines } = viewing;
  const { row, review, subject } = task;
  const content = contentOf(engine, task);
  const dispositions = visibleDispositions(review, onlooker.account);
  const identity: TaskIdentityView = {
    ...lines.open(task, at),
    person: content.person,
    subject: subject.subject,
    hit: subject.hit,
    registerNow: isSameIdentity(subject.subject.identity, subject.newest.identity) ? null : subject.newest.identity,
    rivals: task.rivals.filter((rival) => mayShow(onlooker, rival)).map(rivalOf),
    identityDispositions: dispositions.filter(({ question }) => question === 'identity'),
    earlierVerdict: earlierVerdict(engine, task, content),
    waitUntil: row.waitingUntil,
  };
  const around = {
    turn: turnOf(review, onlooker.account, at),
    names: namesOf(engine, [identity.claimedBy, ...dispositions.map(({ accountId }) => accountId)]),
    shownUnder: shownUnder(engine, before(onlooker, task), task),
  };
  if (!isIdentityAnswered(review, onlooker.account) || row.dueAt === null) {
    return { identity, relevance: null, ...around };
  }
  const relevance: TaskRelevanceView = {
    case: { ...content.case, facts: factsShown(engine, before(onlooker, task), subject, content.case.facts, at) },
    rating: openRating(engine.keyring, row.taskId, row.rating),
    dueAt: row.dueAt,
    dispositions: dispositions.filter(({ question }) => question === 'relevance'),
    messages: messagesOf(engine, content.case.caseNumber),
    otherTasks: otherTasks(viewing, onlooker, task, at),
  };
  return { identity, relevance, ...around };
}
