import type { TaskLine, TaskView } from '../../db/contract/tasks.ts';
import type { EpochMs } from '../domain/ids.ts';
import { formatPartialDate } from '../domain/partial-date.ts';
import type { PersonIdentity } from '../domain/person.ts';

const iso = (at: EpochMs): string => new Date(at).toISOString();

/** A line of the queue in the words of contract §4. */
export function lineJson(line: Omit<TaskLine, 'revealed'> & Partial<Pick<TaskLine, 'revealed'>>): object {
  const { taskId, band, probability, state, createdAt, revealed = null } = line;
  return {
    ...{ taskId, parketnummer: line.caseNumber, berichtId: line.messageId, officerId: line.personnelNumber },
    ...{ band, probability, state, claimed: line.claimedBy !== null, createdAt: iso(createdAt) },
    ...(revealed !== null && { rating: revealed.rating, ruleId: revealed.ruleId, dueAt: iso(revealed.dueAt) }),
  };
}

function identityJson<T extends PersonIdentity>(person: T): object {
  return { ...person, birthDate: formatPartialDate(person.birthDate) };
}

/** A task as far as the account may see it; `relevance` is absent until A is answered for it. */
export function viewJson({ identity, relevance }: TaskView): object {
  const { person, subject, hit, rivals, identityDispositions, earlierVerdict, version, ...line } = identity;
  const revealed = relevance && {
    rating: relevance.rating.level,
    ruleId: relevance.rating.ruleId,
    dueAt: relevance.dueAt,
  };
  return {
    ...lineJson({ ...line, version, revealed }),
    version,
    identity: {
      ...{ entry: identityJson(person), subject: identityJson(subject.identity) },
      ...{ bsnState: hit.bsnState, evidence: hit.evidence, earlierVerdict, dispositions: identityDispositions },
      rivals: rivals.map((rival) => {
        const { band, probability } = rival.hit;
        return { officerId: rival.personnelNumber, band, probability, subject: identityJson(rival.subject.identity) };
      }),
    },
    ...(relevance !== null && { relevance: { ...relevance, dueAt: iso(relevance.dueAt) } }),
  };
}
