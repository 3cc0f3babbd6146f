import { ratingInput } from '../../../jobs/rating-input.ts';
import { comparePolicies } from '../../relevance/compare.ts';
import { relevanceOf } from '../../relevance/relevance.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { printJson, printLine } from '../output.ts';
import { policyNamed } from '../policy-texts.ts';
import type { Acting } from './acting.ts';

/** Tasks opened in one transaction. */
const PAGE_TASKS = 100;

/**
 * Prints which tasks would be rated otherwise: by their ids, for whoever prints this need not know whom they are about.
 * Both versions rate today's facts, so that what shows is the change of policy and nothing else.
 */
export async function runCompare(acting: Acting, before: string, after: string): Promise<void> {
  const { store, access, clock, json, language } = acting;
  const old = await policyNamed(acting, access, before);
  const changed = await policyNamed(acting, access, after);
  const today = calendarDay(clock.now());
  const counts = { changed: 0, unchanged: 0 };
  let cursor: string | null = null;
  do {
    const page = await store.listRatedTasks(access, [old.version, changed.version], cursor, PAGE_TASKS);
    const inputs = page.tasks.map(({ taskId, ...task }) => ({
      key: taskId,
      input: ratingInput(task, relevanceOf(old), today),
    }));
    const { changes, unchanged } = comparePolicies(old, changed, inputs);
    counts.changed += changes.length;
    counts.unchanged += unchanged;
    for (const { key: taskId, ...ratings } of changes) {
      const [from, to] = [ratings.before, ratings.after].map(({ level, ruleId }) => ({ rating: level, ruleId }));
      if (json) printJson({ taskId, before: from, after: to });
      else {
        const words = [ratings.before, ratings.after].map(
          ({ level, ruleId }) => `${RATING_WORDS[level][language]} (${ruleId})`,
        );
        printLine(`${taskId}  ${words.join(' → ')}`);
      }
    }
    cursor = page.next;
  } while (cursor !== null);
  const compared = { before: old.version, after: changed.version, ...counts };
  if (json) printJson(compared);
  else
    printLine(
      Object.entries(compared)
        .map((pair) => pair.join(' '))
        .join('  '),
    );
}
