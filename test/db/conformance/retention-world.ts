import type { NewHold } from '../../../db/contract/retention.ts';
import type { Store } from '../../../db/store.ts';
import type { Access } from '../../../src/domain/access.ts';
import { addDays, addMonths, type CalendarDate } from '../../../src/domain/calendar-date.ts';
import { asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../../src/domain/retention.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import { asAccount, MORNING, OPERATOR } from './bench.ts';
import { fillRegister } from './review-material.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld, SETTING_UP } from './review-world.ts';

const TODAY = '2026-11-23' as CalendarDate;

/** Nine in the morning in the Netherlands in winter, ten in summer. */
export const on = (day: string): EpochMs => asEpochMs(Date.parse(`${day}T09:00:00+01:00`));

/** The day on which a term is over that began at `MORNING`. */
export const plus = (term: { readonly days?: number; readonly months?: number }): EpochMs =>
  on(addDays(addMonths(TODAY, term.months ?? 0), term.days ?? 0));

export const ORDER: Omit<NewHold, 'taskId'> = { orderReference: 'Rb Den Haag 12-345', reason: 'beslag' };

/** How many of each kind; kinds of which there are none are left out. */
type Counts = Partial<Record<RetentionKind, number>>;

/** A world with three subjects, in which time passes by saying so. */
export interface RetentionWorld extends ReviewWorld {
  readonly subjects: readonly Subject[];
  readonly registrar: Access;
  dueOn(at: EpochMs): Promise<Counts>;
  /** One batch of every kind. */
  eraseAll(at: EpochMs): Promise<Counts>;
  /** Answers A of the gravest task, and B when there is an answer. */
  decide(
    verdict: 'same_person' | 'someone_else',
    relevance?: 'not_relevant' | 'propose_investigation',
  ): ReturnType<typeof decide>;
  states(): Promise<Awaited<ReturnType<Store['countTasks']>>['byState']>;
  balanced(): Promise<boolean>;
}

async function decide({ store, access }: ReviewWorld, ...[verdict, relevance]: Parameters<RetentionWorld['decide']>) {
  const anne = access('anne');
  const claimed = await store.claimNext(anne, MORNING);
  if (claimed?.kind !== 'done') throw new Error('nothing to claim');
  const { taskId, version } = claimed;
  const said = { reason: 'r', waitUntil: null };
  const told = await store.decideIdentity(anne, taskId, version, { ...said, verdict }, MORNING);
  if (told.kind !== 'done') throw new Error(told.refusal);
  if (relevance === undefined) return told;
  const answer = { ...said, verdict: relevance, overriddenRating: null };
  const done = await store.decideRelevance(anne, taskId, told.version, answer, MORNING);
  if (done.kind !== 'done') throw new Error(done.refusal);
  return done;
}

export async function openRetentionWorld(makeBench: MakeReviewBench): Promise<RetentionWorld> {
  const world = await openReviewWorld(makeBench);
  const { store } = world;
  await store.addAccounts(SETTING_UP, [
    { name: 'registrar', roles: ['registrar'], unit: '', personnelNumber: null, declaredConflicts: null },
  ]);
  const account = await store.accountByName(SETTING_UP, 'registrar');
  return {
    ...world,
    subjects: await fillRegister(store, 3),
    registrar: asAccount(account!.accountId, 'legal_administration'),
    async dueOn(at) {
      await store.withdrawUncovered(OPERATOR, at);
      const figures = await store.countDue(OPERATOR, at);
      return Object.fromEntries(figures.flatMap(({ kind, due }) => (due > 0 ? [[kind, due]] : [])));
    },
    async eraseAll(at) {
      await store.withdrawUncovered(OPERATOR, at);
      const erased: Counts = {};
      for (const kind of RETENTION_KINDS) {
        const done = await store.eraseDue(OPERATOR, kind, 100, at);
        if (done > 0) erased[kind] = done;
      }
      return erased;
    },
    decide: (...answers) => decide(world, ...answers),
    states: async () => (await store.countTasks(OPERATOR)).byState,
    balanced: async () => (await store.reconcile(OPERATOR, null)).every((proof) => proof.balanced),
  };
}
