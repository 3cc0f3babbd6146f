import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../domain/account.ts';
import { type Audience, admit, type RouteBase } from './access.ts';
import { OPENAPI_PATH, showOpenApi } from './api/openapi.ts';
import { ASSET_PATHS, assetAt } from './assets.ts';
import { KEYS_PATH } from './components/keys.ts';
import type { MachineTools } from './machine/figures.ts';
import { showMetrics } from './machine/figures.ts';
import { showHealth, showReadiness } from './machine/health.ts';
import { showLedger } from './machine/ledger.ts';
import { receiveDelivery } from './machine/receive-delivery.ts';
import { acknowledgeAlarm, showAlarms } from './pages/alarms.ts';
import { showAudit, verifyAudit } from './pages/audit.ts';
import { assignTicked, releaseTicked } from './pages/bulk-moves.ts';
import { showDashboard } from './pages/dashboard.ts';
import { showDeliveries } from './pages/deliveries.ts';
import { showDelivery } from './pages/delivery.ts';
import { showKeys } from './pages/keys.ts';
import { comeBack, SET_OUT_PATH, setOut, signOut } from './pages/provider-sign-in.ts';
import { showQueue } from './pages/queue.ts';
import { showSignIn, signIn } from './pages/sign-in.ts';
import { showStart } from './pages/start.ts';
import { showSubjectHistory } from './pages/subject-history.ts';
import { showTask } from './pages/task.ts';
import { answerIdentity, answerRelevance, giveBack, takeNext, takeTask } from './pages/task-moves.ts';
import { printTask } from './pages/task-print.ts';
import { CALLBACK_PATH } from './sign-in/provider.ts';
import type { AccountVisit, Answer, PageLink, Visit } from './visit.ts';

/** A page for people: a session says who asks, forms carry a token, refusals are pages. */
export interface PageRoute extends RouteBase {
  readonly kind: 'page';
  /** Stands in the menu as `start.<link>`, for whoever may use it. */
  readonly link?: 'queue' | 'dashboard' | 'audit' | 'deliveries' | 'alarms';
  readonly show: (visit: Visit) => Answer | Promise<Answer>;
}

/** A door for programs: no session counts here, refusals are problem documents. */
export interface MachineRoute extends RouteBase {
  readonly kind: 'machine';
  readonly audience: 'everyone' | 'senders';
  /** Only requests that carry a bearer token; those without find the page at the same address. */
  readonly withToken?: true;
  /** The body is passed on unread. */
  readonly streamed?: true;
  readonly answer: (tools: MachineTools, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}

/** Where Bull Board is; everything below it is for the same audience, and only to be read. */
export const BOARD = { path: '/ops/queues', audience: ['operator'], link: 'board' } as const;

function page(
  method: RouteBase['method'],
  path: string,
  audience: Exclude<Audience, 'everyone' | 'senders'>,
  show: (visit: AccountVisit) => Answer | Promise<Answer>,
  link?: PageRoute['link'],
): PageRoute {
  const shown = (visit: Visit): Answer | Promise<Answer> => {
    if (visit.account === null) throw new Error('the guard admitted a visitor without an account');
    return show({ ...visit, account: visit.account });
  };
  return { kind: 'page', method, path, audience, show: shown, ...(link !== undefined && { link }) };
}

function openPage(method: RouteBase['method'], path: string, show: PageRoute['show']): PageRoute {
  return { kind: 'page', method, path, audience: 'everyone', show };
}

function asset(path: string): MachineRoute {
  const { folder, path: file } = assetAt(path);
  const answer: MachineRoute['answer'] = async (_tools, _request, reply) => reply.sendFile(file, folder);
  return { kind: 'machine', method: 'GET', path, audience: 'everyone', answer };
}

/** Who works the queue. */
const REVIEWERS = ['reviewer', 'senior'] as const;

/** Every route there is, with who may use it. One that is not here, or below `BOARD`, does not exist. */
export const ROUTES: readonly (PageRoute | MachineRoute)[] = [
  page('GET', '/', 'signed_in', showStart),
  page('GET', '/queue', REVIEWERS, showQueue, 'queue'),
  page('GET', KEYS_PATH, REVIEWERS, showKeys),
  page('POST', '/tasks/next', REVIEWERS, takeNext),
  page('POST', '/tasks/release', ['senior'], releaseTicked),
  page('POST', '/tasks/assign', ['senior'], assignTicked),
  page('GET', '/tasks/:taskId', REVIEWERS, showTask),
  page('GET', '/tasks/:taskId/print', REVIEWERS, printTask),
  page('POST', '/tasks/:taskId/claim', REVIEWERS, takeTask),
  page('POST', '/tasks/:taskId/release', REVIEWERS, giveBack),
  page('POST', '/tasks/:taskId/identity', REVIEWERS, answerIdentity),
  page('POST', '/tasks/:taskId/relevance', REVIEWERS, answerRelevance),
  page('GET', '/subjects/:subjectId', REVIEWERS, showSubjectHistory),
  page('GET', '/dashboard', ['reviewer', 'senior', 'auditor', 'operator'], showDashboard, 'dashboard'),
  page('GET', '/deliveries', ['operator', 'senior'], showDeliveries, 'deliveries'),
  page('GET', '/deliveries/:deliveryKey', ['operator', 'senior'], showDelivery),
  page('GET', '/alarms', ['operator'], showAlarms, 'alarms'),
  page('POST', '/alarms/:alarmId/acknowledge', ['operator'], acknowledgeAlarm),
  page('GET', '/audit', ['auditor'], showAudit, 'audit'),
  page('POST', '/audit/verify', ['auditor'], verifyAudit),
  openPage('GET', '/sign-in', showSignIn),
  openPage('POST', '/sign-in', signIn),
  openPage('GET', SET_OUT_PATH, setOut),
  openPage('GET', CALLBACK_PATH, comeBack),
  page('POST', '/sign-out', 'signed_in', signOut),
  {
    kind: 'machine',
    method: 'POST',
    path: '/deliveries',
    audience: 'senders',
    streamed: true,
    answer: receiveDelivery,
  },
  {
    kind: 'machine',
    method: 'GET',
    path: '/deliveries/:deliveryKey',
    audience: 'senders',
    withToken: true,
    answer: showLedger,
  },
  { kind: 'machine', method: 'GET', path: OPENAPI_PATH, audience: 'everyone', answer: showOpenApi },
  { kind: 'machine', method: 'GET', path: '/healthz', audience: 'everyone', answer: showHealth },
  { kind: 'machine', method: 'GET', path: '/readyz', audience: 'everyone', answer: showReadiness },
  { kind: 'machine', method: 'GET', path: '/metrics', audience: 'everyone', answer: showMetrics },
  ...Object.values(ASSET_PATHS).map(asset),
];

/** The menu of an account, in the order of the table. */
export function linksFor(account: Account | null): readonly PageLink[] {
  const linked = [...ROUTES.flatMap((route) => (route.kind === 'page' && route.link ? [route] : [])), BOARD];
  return linked.flatMap(({ path, audience, link }) => {
    if (account === null || link === undefined) return [];
    if (admit(audience, { account, sender: null }) !== 'admitted') return [];
    return [{ path, name: `start.${link}`, about: `start.${link}.about` } as const];
  });
}
