import type { z } from 'zod';
import type { DecidedTask, DecisionPage } from '../../../db/contract/decisions.ts';
import type { TaskLine, TaskView } from '../../../db/contract/tasks.ts';
import type { Decision, Fact } from '../../domain/case.ts';
import type { AccountId } from '../../domain/ids.ts';
import { formatPartialDate, type PartialDate } from '../../domain/partial-date.ts';
import type { PersonIdentity, SubjectIdentity } from '../../domain/person.ts';
import type { Disposition } from '../../domain/task.ts';
import { iso, isoOrNull } from '../iso.ts';
import type { decisionPage, disposition, taskLine, taskView } from './task-schemas.ts';

type LineJson = z.input<typeof taskLine>;
type ViewJson = z.input<typeof taskView>;
type DispositionJson = z.input<typeof disposition>;
type Names = Readonly<Record<AccountId, string>>;

const dateOrNull = (date: PartialDate | null): string | null => (date === null ? null : formatPartialDate(date));

/** A line of the queue as programs read it, also in `tasks list --json`; what the source names keeps its Dutch name. */
export function lineJson(shown: Omit<TaskLine, 'mayTake'>): LineJson {
  const { revealed, caseNumber, messageId, personnelNumber, claimedBy, ...line } = shown;
  const { taskId, version, band, probability, state, createdAt } = line;
  return {
    ...{ taskId, version, parketnummer: caseNumber, berichtId: messageId, officerId: personnelNumber },
    ...{ band, probability, state, claimed: claimedBy !== null, createdAt: iso(createdAt) },
    ...(revealed !== null && { rating: revealed.rating, ruleId: revealed.ruleId, dueAt: iso(revealed.dueAt) }),
  };
}

function personJson({ birthDate, aliases, ...person }: PersonIdentity) {
  return { ...person, aliases: [...aliases], birthDate: formatPartialDate(birthDate) };
}

function subjectJson({ birthDate, aliases, ...subject }: SubjectIdentity) {
  return { ...subject, aliases: [...aliases], birthDate: formatPartialDate(birthDate) };
}

function dispositionJson(names: Names): (given: Disposition) => DispositionJson {
  return ({ accountId, decidedAt, retiredAt, ...given }) => ({
    ...given,
    by: names[accountId] ?? '',
    decidedAt: iso(decidedAt),
    retiredAt: isoOrNull(retiredAt),
  });
}

function decisionJson({ date, irrevocableDate, penalties, ...decision }: Decision) {
  return {
    ...decision,
    date: dateOrNull(date),
    irrevocableDate: dateOrNull(irrevocableDate),
    penalties: [...penalties],
  };
}

function factJson({ provisions, actDate, actDateUntil, decisions, ...fact }: Fact) {
  return {
    ...fact,
    provisions: [...provisions],
    actDate: dateOrNull(actDate),
    actDateUntil: dateOrNull(actDateUntil),
    decisions: decisions.map(decisionJson),
  };
}

function identityJson({ identity, names }: TaskView): ViewJson['identity'] {
  const { person, subject, hit, rivals, identityDispositions, earlierVerdict, waitUntil } = identity;
  return {
    entry: personJson(person),
    subject: subjectJson(subject.identity),
    bsnState: hit.bsnState,
    evidence: { ...hit.evidence, terms: [...hit.evidence.terms] },
    rivals: rivals.map((rival) => ({
      ...{ officerId: rival.personnelNumber, band: rival.hit.band, probability: rival.hit.probability },
      subject: subjectJson(rival.subject.identity),
    })),
    earlierVerdict: earlierVerdict && { ...earlierVerdict, decidedAt: iso(earlierVerdict.decidedAt) },
    dispositions: identityDispositions.map(dispositionJson(names)),
    waitUntil,
  };
}

/** A task as far as the account may see it; nothing of question B is there until A is answered for it. */
export function viewJson(view: TaskView): ViewJson {
  const { identity, relevance, turn, names } = view;
  const revealed =
    relevance === null
      ? null
      : { rating: relevance.rating.level, ruleId: relevance.rating.ruleId, dueAt: relevance.dueAt };
  return {
    ...lineJson({ ...identity, revealed }),
    turn: { question: turn.question, heldUntil: isoOrNull(turn.heldUntil) },
    identity: identityJson(view),
    ...(relevance !== null && {
      relevance: {
        facts: relevance.case.facts.map(factJson),
        rating: {
          ...relevance.rating,
          reasons: relevance.rating.reasons.map(({ code, params }) => ({
            code,
            ...(params && { params: { ...params } }),
          })),
        },
        dueAt: iso(relevance.dueAt),
        dispositions: relevance.dispositions.map(dispositionJson(names)),
      },
    }),
  };
}

function decidedJson(names: Names): (task: DecidedTask) => z.input<typeof decisionPage>['decisions'][number] {
  return ({ taskId, caseNumber, personnelNumber, closedAt, revealed, dispositions }) => ({
    ...{ taskId, parketnummer: caseNumber, officerId: personnelNumber, closedAt: iso(closedAt) },
    ...{ rating: revealed?.rating ?? 'none', ruleId: revealed?.ruleId ?? '' },
    dispositions: dispositions.map(dispositionJson(names)),
  });
}

export function decisionsJson({ tasks, next, names }: DecisionPage): z.input<typeof decisionPage> {
  return { decisions: tasks.map(decidedJson(names)), next };
}
