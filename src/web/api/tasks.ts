import type { MoveResult, TaskFilter } from '../../../db/contract/tasks.ts';
import { asId, type TaskId } from '../../domain/ids.ts';
import { toldRefusal } from '../../review/visibility.ts';
import { type ApiCall, type ApiOutcome, apiRoute } from './definition.ts';
import { decisionsJson, lineJson, viewJson } from './task-json.ts';
import {
  decisionPage,
  decisionQuery,
  identityDecision,
  moved,
  relevanceDecision,
  taken,
  taskPage,
  taskQuery,
  taskView,
} from './task-schemas.ts';

const REVIEWERS = ['reviewer', 'senior'] as const;

type Call = ApiCall<unknown, unknown>;
type Moved = {
  readonly taskId: string;
  readonly version: number;
  readonly state: Extract<MoveResult, { kind: 'done' }>['state'];
};

const taskIdOf = (call: Call): TaskId => asId<TaskId>(call.param('taskId'));
const access = (call: Call) => call.accessFor('review_task');

/** What whoever may not see a task learns of it is the same as of a task that is not there. */
function refusedAs(refusal: Extract<MoveResult, { kind: 'refused' }>['refusal']): ApiOutcome<never> {
  const told = toldRefusal(refusal);
  return told === 'unknown_task' ? { kind: 'unknown' } : { kind: 'refused', refusal: told };
}

/**
 * Whoever has declared no conflicts is told so whatever they ask for, so that it says nothing of a task.
 */
function undeclared({ account }: Call): ApiOutcome<never> | null {
  const isDeclared = account.personnelNumber !== null && account.declaredConflicts !== null;
  return isDeclared ? null : { kind: 'refused', refusal: 'conflicts_not_declared' };
}

async function answerOf(call: Call, move: () => Promise<MoveResult>): Promise<ApiOutcome<Moved>> {
  const barred = undeclared(call);
  if (barred !== null) return barred;
  const result = await move();
  if (result.kind === 'refused') return refusedAs(result.refusal);
  const { taskId, version, state } = result;
  return { kind: 'answered', answer: { taskId, version, state } };
}

function move(path: string, summary: string, make: (call: Call) => Promise<MoveResult>) {
  return apiRoute('POST', `/api/tasks/:taskId/${path}`, REVIEWERS, summary, {
    answer: moved,
    moves: true,
    run: (call) => answerOf(call, () => make(call)),
  });
}

const listRoute = apiRoute('GET', '/api/tasks', REVIEWERS, 'The review queue, in the order in which it is worked', {
  query: taskQuery,
  answer: taskPage,
  async run(call) {
    const { band, state, mine, after, limit } = call.query;
    const filter: TaskFilter = {
      limit,
      ...(band !== undefined && { bands: [band] }),
      ...(state !== undefined && { states: [state] }),
      ...(mine === 'true' && { claimedBy: call.account.accountId }),
      ...(after !== undefined && { cursor: after }),
    };
    const page = await call.store.listTasks(access(call), filter, call.now);
    return { kind: 'answered', answer: { tasks: page.tasks.map(lineJson), next: page.next } };
  },
});

const viewRoute = apiRoute(
  'GET',
  '/api/tasks/:taskId',
  REVIEWERS,
  'Question A of a task; question B once A is answered',
  {
    answer: taskView,
    moves: true,
    async run(call) {
      const barred = undeclared(call);
      if (barred !== null) return barred;
      const view = await call.store.viewTask(access(call), taskIdOf(call), call.now);
      return 'refusal' in view ? refusedAs(view.refusal) : { kind: 'answered', answer: viewJson(view) };
    },
  },
);

const nextRoute = apiRoute(
  'POST',
  '/api/tasks/next',
  REVIEWERS,
  'Takes the highest-ranked task in hand for half an hour',
  {
    answer: taken,
    moves: true,
    async run(call) {
      const result = await call.store.claimNext(access(call), call.now);
      if (result === null) return { kind: 'answered', answer: { task: null } };
      const outcome = await answerOf(call, async () => result);
      return outcome.kind === 'answered' ? { kind: 'answered', answer: { task: outcome.answer } } : outcome;
    },
  },
);

const identityRoute = apiRoute(
  'POST',
  '/api/tasks/:taskId/identity',
  REVIEWERS,
  'Answers question A of a task in hand',
  {
    body: identityDecision,
    answer: moved,
    moves: true,
    run: (call) => {
      const { version, ...decision } = call.body;
      return answerOf(call, () => call.store.decideIdentity(access(call), taskIdOf(call), version, decision, call.now));
    },
  },
);

const relevanceRoute = apiRoute(
  'POST',
  '/api/tasks/:taskId/relevance',
  REVIEWERS,
  'Answers question B of a task in hand',
  {
    body: relevanceDecision,
    answer: moved,
    moves: true,
    run: (call) => {
      const { version, ...decision } = call.body;
      return answerOf(call, () =>
        call.store.decideRelevance(access(call), taskIdOf(call), version, decision, call.now),
      );
    },
  },
);

const decisionsRoute = apiRoute(
  'GET',
  '/api/decisions',
  ['senior'],
  'Closed tasks with the verdicts that stand, first closed first',
  {
    query: decisionQuery,
    answer: decisionPage,
    async run(call) {
      const { limit, after } = call.query;
      const filter = { limit, ...(after !== undefined && { cursor: after }) };
      return {
        kind: 'answered',
        answer: decisionsJson(await call.store.listDecisions(access(call), filter, call.now)),
      };
    },
  },
);

/** What programs may do with tasks: the same as people, under the same rules. */
export const TASK_ROUTES = [
  listRoute,
  viewRoute,
  nextRoute,
  move('claim', 'Takes a task in hand for half an hour', (call) =>
    call.store.claimTask(access(call), taskIdOf(call), call.now),
  ),
  move('release', 'Gives a task back to the queue', (call) =>
    call.store.releaseTask(access(call), taskIdOf(call), call.now),
  ),
  identityRoute,
  relevanceRoute,
  decisionsRoute,
] as const;
