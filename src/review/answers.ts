import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Disposition } from '../domain/task.ts';
import { agree, secondLookNeeded } from './four-eyes.ts';
import { currentDispositions, type ReviewTask } from './review-task.ts';
import { idsOf, type Moved, moved, type NewDisposition } from './task-change.ts';

/**
 * What follows from an answer that may be given. A first answer stands alone or calls for a second look; a second one
 * confirms the first or calls for a senior; a senior's is the end of it.
 *
 * @param waitUntil only read when the verdict is to wait
 */
export function consequenceOf(task: ReviewTask, answer: NewDisposition, waitUntil: CalendarDate | null): Moved {
  if (task.secondLook?.why === 'disagreement') return arbitrated(task, answer, waitUntil);
  if (task.state === 'second_look') return lookedAgain(task, answer, waitUntil);
  // Answering A anew makes every earlier answer to B moot; answering B leaves A.
  const replaced = answer.question === 'identity' ? currentDispositions(task) : standingOn(task, 'relevance');
  const parts = { added: answer, retired: idsOf(replaced) };
  const secondLook = secondLookNeeded(task, answer);
  return secondLook === null ? effective(answer, waitUntil, parts) : moved('second_look', { ...parts, secondLook });
}

function lookedAgain(task: ReviewTask, answer: NewDisposition, waitUntil: CalendarDate | null): Moved {
  const standing = standingOn(task, answer.question);
  const first = standing.find((disposition) => !disposition.secondLook);
  // Somebody else's second answer, given before they gave the task back: this one takes its place.
  const parts = { added: answer, retired: idsOf(standing.filter((disposition) => disposition.secondLook)) };
  if (first === undefined || !agree(first, answer)) {
    return moved('second_look', { ...parts, secondLook: { why: 'disagreement', blind: false } });
  }
  if (answer.verdict !== 'same_person') return effective(answer, waitUntil, parts);
  const claim = { by: answer.accountId, at: answer.decidedAt };
  return moved('second_look', { ...parts, claim, secondLook: task.secondLook });
}

/** Answers that agree with the senior's stand beside it. Where A was in dispute, B is asked anew. */
function arbitrated(task: ReviewTask, answer: NewDisposition, waitUntil: CalendarDate | null): Moved {
  const overruled = standingOn(task, answer.question).filter((disposition) => !agree(disposition, answer));
  const moot = answer.question === 'identity' ? standingOn(task, 'relevance') : [];
  return effective(answer, waitUntil, { added: answer, retired: idsOf([...overruled, ...moot]) });
}

/** Where an answer leads that nobody else needs to look at. */
function effective(answer: NewDisposition, waitUntil: CalendarDate | null, parts: Parameters<typeof moved>[1]): Moved {
  if (answer.verdict === 'same_person') {
    return moved('identity_decided', { ...parts, claim: { by: answer.accountId, at: answer.decidedAt } });
  }
  const waits = answer.verdict === 'cannot_tell' || answer.verdict === 'watch';
  return waits ? moved('waiting', { ...parts, waitUntil }) : moved('closed', parts);
}

function standingOn(task: ReviewTask, question: Disposition['question']): readonly Disposition[] {
  return currentDispositions(task).filter((disposition) => disposition.question === question);
}
