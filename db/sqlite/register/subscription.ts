import { and, asc, eq } from 'drizzle-orm';
import type { FeedMode } from '../../../src/domain/basis.ts';
import { usableBsn } from '../../../src/domain/bsn.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { isPlanted, type RegisterRow } from '../../../src/domain/subject.ts';
import type { SubscribedPerson, Subscription } from '../../contract/register.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { lawToday } from '../administration/law-today.ts';
import type { Engine } from '../engine.ts';
import { openJson } from '../payload.ts';
import { rowPlace } from './subject-rows.ts';

/** Row by row, so that of nobody more is in memory than what is handed out. */
export function subscription(engine: Engine, feedMode: FeedMode, at: EpochMs): Subscription {
  const { gate, ask } = lawToday(engine, at);
  const standing = { permission: 'match', feedMode, deliveryKey: null } as const;
  const { subjectId, version } = subjects;
  const rows = engine.queries
    .select({ subjectId, version, sealed: subjectVersions.row })
    .from(subjects)
    .innerJoin(subjectVersions, and(eq(subjectVersions.subjectId, subjectId), eq(subjectVersions.version, version)))
    .where(eq(subjects.present, true))
    .orderBy(asc(subjectId))
    .all();
  const persons: SubscribedPerson[] = [];
  let withoutBsn = 0;
  for (const row of rows) {
    const subject = openJson<RegisterRow>(engine.keyring, rowPlace(row.subjectId, row.version), row.sealed);
    if (isPlanted(subject) || gate({ ...ask(subject), ...standing }).kind === 'refused') continue;
    const { givenNames, particle, surname } = subject.identity;
    const bsn = usableBsn(subject.identity.bsn);
    if (bsn === null) withoutBsn += 1;
    else persons.push({ bsn, givenNames, particle, surname });
  }
  return { persons, withoutBsn };
}
