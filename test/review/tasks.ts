import { asEpochMs, asId, type DispositionId, type EpochMs, type PersonnelNumber } from '../../src/domain/ids.ts';
import type { Disposition } from '../../src/domain/task.ts';
import type { ReviewTask } from '../../src/review/review-task.ts';
import type { TaskChange } from '../../src/review/task-change.ts';

/** Monday morning in Amsterdam. */
export const MONDAY = asEpochMs(Date.parse('2026-11-23T09:00:00+01:00'));
export const MINUTE_MS = 60_000;

/** A task that nobody has touched. */
export function freshTask(parts: Partial<ReviewTask> = {}): ReviewTask {
  return {
    state: 'open',
    version: 1,
    band: 'likely',
    bsnState: 'absent',
    rating: 'medium',
    evidenceHash: 'evidence-1',
    claim: null,
    waitUntil: null,
    secondLook: null,
    sampled: false,
    people: [{ personnelNumber: asId<PersonnelNumber>('P-subject'), unit: 'Basisteam', partnerOf: null }],
    dispositions: [],
    ...parts,
  };
}

/** What a Store makes of a change. */
export function applied(task: ReviewTask, change: TaskChange, at: EpochMs): ReviewTask {
  const kept = task.dispositions.map(
    (disposition): Disposition =>
      change.retired.includes(disposition.dispositionId) ? { ...disposition, retiredAt: at } : disposition,
  );
  const dispositionId = asId<DispositionId>(`disposition-${task.dispositions.length + 1}`);
  const added = change.added === null ? [] : [{ ...change.added, dispositionId, retiredAt: null }];
  const { state, claim, waitUntil, secondLook } = change;
  return { ...task, version: task.version + 1, state, claim, waitUntil, secondLook, dispositions: [...kept, ...added] };
}
