import type { TaskIdentityView } from '../../../db/contract/tasks.ts';
import type { Store } from '../../../db/store.ts';
import type { MadeUpWeek } from '../../../fixtures/deliveries.ts';
import type { Access } from '../../domain/access.ts';
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts';
import { asEpochMs, type EpochMs, type TaskId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RatingLevel } from '../../domain/rating.ts';
import type { IdentityDecision, RelevanceDecision } from '../../domain/task.ts';
import { dutchDay, endOfDutchDay } from '../../review/calendar.ts';
import { demoText } from '../../texts/demo.ts';
import type { DemoClock } from './demo-clock.ts';

const MINUTE_MS = 60_000;
const BY_DEMO: Access = { actor: { kind: 'system', name: 'demo' }, purpose: 'operate' };

/** The moment of a time of day, some minutes after the midnight with which a day begins. */
export function timeOf(day: CalendarDate, minutes: number): EpochMs {
  return asEpochMs(endOfDutchDay(addDays(day, -1)) + 1 + minutes * MINUTE_MS);
}

/** What the made-up reviewers know: whom the made-up entries are really about. */
type Truth = (task: TaskIdentityView) => boolean;

function truthOf({ planted, concerns }: MadeUpWeek): Truth {
  const about = new Set([
    ...planted.map(({ berichtId, officerId }) => `${berichtId} ${officerId}`),
    ...concerns
      .filter(({ relation }) => relation === 'same_person')
      .map(({ berichtId, officerId }) => `${berichtId} ${officerId}`),
  ]);
  return ({ messageId, personnelNumber }) => about.has(`${messageId} ${personnelNumber}`);
}

/** The work that the demo accounts did before anybody looks. */
export interface WorkingWeek {
  /** A morning of the two reviewers, each of whom takes what is next. */
  work(day: CalendarDate): Promise<void>;
  /** What is in hand at this moment. */
  untilNow(): Promise<void>;
}

/** One task in so many that could be confirmed is asked about at the source instead. */
const ASKED_IN = 6;
/** Calendar days until the source should have answered. */
const ASKED_FOR_DAYS = 10;
const FIRST_MINUTE = 9 * 60 + 10;
const MINUTES_BETWEEN = 11;
/** Tasks taken on each morning: fewer and fewer, so that some are left that are late. */
const TAKEN: readonly number[] = [5, 4, 4, 2, 1, 1];
const TAKEN_BY = ['reviewer1', 'reviewer2'] as const;

interface Tools {
  readonly store: Store;
  readonly clock: DemoClock;
  readonly language: Language;
}

export function createWorkingWeek({ store, clock, language }: Tools, week: MadeUpWeek): WorkingWeek {
  const isSame = truthOf(week);
  const say = (sentence: Parameters<typeof demoText>[0]): string => demoText(sentence, language);
  let asked = 0;
  let mornings = 0;

  async function accessOf(name: string): Promise<Access> {
    const account = await store.accountByName(BY_DEMO, name);
    if (account === null) throw new Error('the embedded accounts are not there');
    return { actor: { kind: 'account', accountId: account.accountId }, purpose: 'review_task' };
  }

  function answerToA(task: TaskIdentityView): IdentityDecision {
    if (!isSame(task)) return { verdict: 'someone_else', reason: say('reasonSomeoneElse'), waitUntil: null };
    asked += 1;
    if (asked % ASKED_IN !== 0) return { verdict: 'same_person', reason: '', waitUntil: null };
    const waitUntil = addDays(dutchDay(clock.now()), ASKED_FOR_DAYS);
    return { verdict: 'cannot_tell', reason: say('reasonCannotTell'), waitUntil };
  }

  /** Depends on the case alone, so that whoever takes a second look agrees. */
  function answerToB(rating: RatingLevel, { caseNumber }: TaskIdentityView): RelevanceDecision {
    const none = { overriddenRating: null, waitUntil: null };
    const third = Number(caseNumber.replace(/\D/g, '')) % 3;
    if (rating === 'high' && third > 0)
      return { ...none, verdict: 'propose_investigation', reason: say('reasonPropose') };
    if (rating === 'medium' && third > 0) return { ...none, verdict: 'watch', reason: say('reasonWatch') };
    return { ...none, verdict: 'not_relevant', reason: say('reasonNotRelevant') };
  }

  async function decide(access: Access, taskId: TaskId): Promise<void> {
    const view = await store.viewTask(access, taskId, clock.now());
    if (!('identity' in view)) return;
    let { version } = view.identity;
    if (view.relevance === null) {
      const decision = answerToA(view.identity);
      const done = await store.decideIdentity(access, taskId, version, decision, clock.now());
      if (done.kind !== 'done' || done.state !== 'identity_decided') return;
      version = done.version;
    }
    const { relevance } = { relevance: null, ...(await store.viewTask(access, taskId, clock.now())) };
    if (relevance === null) return;
    await store.decideRelevance(access, taskId, version, answerToB(relevance.rating.level, view.identity), clock.now());
  }

  const work: WorkingWeek['work'] = async (day) => {
    const taken = TAKEN[mornings] ?? 0;
    mornings += 1;
    for (let turn = 0; turn < taken; turn++) {
      clock.moveTo(timeOf(day, FIRST_MINUTE + turn * MINUTES_BETWEEN));
      const access = await accessOf(TAKEN_BY[turn % TAKEN_BY.length] ?? 'reviewer1');
      const claimed = await store.claimNext(access, clock.now());
      if (claimed?.kind === 'done') await decide(access, claimed.taskId);
    }
  };

  return {
    work,
    async untilNow() {
      clock.catchUp();
      const access = await accessOf('reviewer2');
      const { tasks } = await store.listTasks(access, { states: ['open'], limit: 2 }, clock.now());
      const [, second] = tasks;
      // The first is left to whoever asks for the next task.
      if (second !== undefined) await store.claimTask(access, second.taskId, clock.now());
    },
  };
}
