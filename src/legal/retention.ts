import { addDays, addMonths, type CalendarDate } from '../domain/calendar-date.ts';
import type { RetentionAction, RetentionKind } from '../domain/retention.ts';
import { HARD_LIMIT_MONTHS, RETENTION_SCHEDULE } from './retention-schedule.ts';

/** Something that is kept. */
export interface KeptItem<Key> {
  readonly key: Key;
  readonly kind: RetentionKind;
  /** The day of the rule's `startsAt`. */
  readonly startedOn: CalendarDate;
  /** The day it, or what it was made from, was first stored. */
  readonly firstStoredOn: CalendarDate;
  /** A legal order to keep it stands on record. */
  readonly held: boolean;
}

export interface DueItem<Key> {
  readonly key: Key;
  readonly kind: RetentionKind;
  readonly action: RetentionAction;
  /** The first day on which it must be done. */
  readonly dueOn: CalendarDate;
}

/** The first day on which an item of this kind must go; holds are not looked at. */
export function dueDate(item: Pick<KeptItem<unknown>, 'kind' | 'startedOn' | 'firstStoredOn'>): CalendarDate {
  const { term, action } = RETENTION_SCHEDULE[item.kind];
  const ends = term.unit === 'day' ? addDays(item.startedOn, term.count) : addMonths(item.startedOn, term.count);
  const limit = addMonths(item.firstStoredOn, HARD_LIMIT_MONTHS);
  // A row that is deleted rather than erased holds nothing that identifies anybody, so the limit does not touch it.
  return action !== 'delete' && limit < ends ? limit : ends;
}

/** The last day on which a term of this kind can have begun that is over today. For whoever looks for what is due. */
export function lastStartDue(kind: RetentionKind, today: CalendarDate): CalendarDate {
  const { term } = RETENTION_SCHEDULE[kind];
  if (term.unit === 'day') return addDays(today, -term.count);
  // Where a month lacks the day a term ends on its last one: then terms of up to three days later are over too.
  let day = addDays(addMonths(today, -term.count), 3);
  while (addMonths(day, term.count) > today) day = addDays(day, -1);
  return day;
}

/** What must be erased, pseudonymised or deleted on this day or should have been before, oldest first. Pure. */
export function whatIsDue<Key>(items: readonly KeptItem<Key>[], today: CalendarDate): readonly DueItem<Key>[] {
  return items
    .filter((item) => !(item.held && RETENTION_SCHEDULE[item.kind].mayBeHeld))
    .map((item) => ({
      key: item.key,
      kind: item.kind,
      action: RETENTION_SCHEDULE[item.kind].action,
      dueOn: dueDate(item),
    }))
    .filter(({ dueOn }) => dueOn <= today)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
