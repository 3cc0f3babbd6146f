import type { EpochMs } from '../../../src/domain/ids.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../../src/domain/retention.ts';
import { whatIsDue } from '../../../src/legal/retention.ts';
import { calendarDay } from '../../../src/runtime/calendar-day.ts';
import type { DueFigures } from '../../contract/retention.ts';
import type { Engine } from '../engine.ts';
import type { Finder, Found } from './found.ts';
import { clearedContent, clearedShells, quarantinedLines, unmatchedEntries } from './lines.ts';
import { auditMapping, auditRows } from './log.ts';
import { dismissedPairs, tombstones } from './marks.ts';
import { partners, subjectsLeft, withoutBasis } from './subjects.ts';
import { falseMatches, notRelevant, taskContent, withdrawnContent } from './tasks.ts';

/** Who finds what. The compiler sees to it that no kind of the schedule is left out. */
const FINDERS: Readonly<Record<RetentionKind, Finder>> = {
  cleared_content: clearedContent,
  unmatched_entry: unmatchedEntries,
  withdrawn_content: withdrawnContent,
  cleared_shell: clearedShells,
  tombstone: tombstones,
  quarantined_line: quarantinedLines,
  false_match: falseMatches,
  not_relevant: notRelevant,
  task_content: taskContent,
  dismissed_pair: dismissedPairs,
  subject_left: subjectsLeft,
  basis_ended: withoutBasis,
  partner_data: partners,
  audit_mapping: auditMapping,
  audit_row: auditRows,
};

/** The judge is the schedule itself; finders only narrow down what it has to look at. */
function isDue(kind: RetentionKind, found: Found, at: EpochMs, held: boolean): boolean {
  const [startedOn, firstStoredOn] = [calendarDay(found.startedAt), calendarDay(found.firstStoredAt)];
  return whatIsDue([{ key: null, kind, startedOn, firstStoredOn, held }], calendarDay(at)).length > 0;
}

function countKind(engine: Engine, kind: RetentionKind, at: EpochMs): DueFigures {
  let due = 0;
  let held = 0;
  for (const found of FINDERS[kind](engine, at)) {
    if (isDue(kind, found, at, found.held)) due += 1;
    else if (isDue(kind, found, at, false)) held += 1;
  }
  return { kind, due, held };
}

export function countDue(engine: Engine, at: EpochMs): readonly DueFigures[] {
  return RETENTION_KINDS.map((kind) => countKind(engine, kind, at));
}

/** Finds first and erases then: nothing may be written while a statement is still reading. */
export function eraseDue(engine: Engine, kind: RetentionKind, limit: number, at: EpochMs): number {
  const due: Found[] = [];
  for (const found of FINDERS[kind](engine, at)) {
    if (isDue(kind, found, at, found.held)) due.push(found);
    if (due.length === limit) break;
  }
  for (const found of due) found.erase();
  return due.length;
}
