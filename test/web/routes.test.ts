import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webTools } from '../../src/bin/serve.ts';
import { ROLES } from '../../src/domain/account.ts';
import { API_ROUTES } from '../../src/web/api/routes.ts';
import { BOARD, ROUTES } from '../../src/web/routes.ts';
import { createServer } from '../../src/web/server.ts';
import { apiClient } from './api-client.ts';
import { type Site, startSite, type Visitor } from './site.ts';

/** What each account may open; everything else in the table is refused to it. Signing out has a test of its own. */
const OPEN_TO_ALL = [
  ...['GET /sign-in', 'POST /sign-in', 'GET /sign-in/start', 'GET /sign-in/callback'],
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
];
const ASSETS = ['tokens.css', 'components.css', 'screening.css', 'task.css', 'keys.js', 'icon.svg'].map(
  (name) => `GET /assets/${name}`,
);
const TASKS = [
  'GET /queue',
  'GET /keys',
  'POST /tasks/next',
  'GET /tasks/:taskId',
  'GET /tasks/:taskId/print',
  'POST /tasks/:taskId/claim',
  'POST /tasks/:taskId/release',
  'POST /tasks/:taskId/identity',
  'POST /tasks/:taskId/relevance',
  'GET /subjects/:subjectId',
];
const OPENS: Readonly<Record<string, readonly string[]>> = {
  nobody: [],
  reviewer1: ['GET /', ...TASKS, 'GET /dashboard'],
  senior: [
    'GET /',
    ...TASKS,
    'POST /tasks/release',
    'POST /tasks/assign',
    'GET /dashboard',
    'GET /deliveries',
    'GET /deliveries/:deliveryKey',
  ],
  operator: [
    'GET /',
    'GET /dashboard',
    'GET /deliveries',
    'GET /deliveries/:deliveryKey',
    'GET /alarms',
    'POST /alarms/:alarmId/acknowledge',
    'GET /ops/queues',
  ],
  auditor: ['GET /', 'GET /dashboard', 'GET /audit', 'POST /audit/verify'],
  registrar: ['GET /'],
  // The page at the address of a ledger cannot be asked for with a token.
  sender: ['POST /deliveries', 'GET /deliveries/:deliveryKey with a token', 'GET /deliveries/:deliveryKey'],
};

const TABLE = [
  ...ROUTES.map((route) => ({
    ...route,
    name: `${route.method} ${route.path}${route.kind === 'machine' && route.withToken ? ' with a token' : ''}`,
  })),
  { kind: 'page', method: 'GET', path: BOARD.path, name: `GET ${BOARD.path}` } as const,
];

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 30_000);
afterAll(() => site.close());

/** The delivery there is, and an alarm there is not. */
async function addressOf(path: string): Promise<string> {
  const access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' } as const;
  const [delivery] = await site.world.installation.store.listDeliveries(access, { limit: 1 });
  return path.replace(':deliveryKey', delivery?.deliveryKey ?? '').replace(':alarmId', 'none');
}

async function outcome(who: string, visitor: Visitor, { method, path, name }: (typeof TABLE)[number]): Promise<string> {
  const url = await addressOf(path);
  const isProgram = who === 'sender' || name.endsWith('with a token');
  if (isProgram) {
    const token = who === 'sender' ? site.token : 'x'.repeat(43);
    const { statusCode } = await site.server.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
    return statusCode === 401 || statusCode === 303 ? 'refused' : 'admitted';
  }
  // A form without its token is refused as well, but only after the door.
  const response =
    method === 'GET' ? await visitor.get(url) : await visitor.post(url, { reason: 'x', account: who }, '/');
  const sentAway = response.statusCode === 303 && String(response.headers.location).startsWith('/sign-in?next=');
  const atTheDoor = response.statusCode === 401 || /<h1[^>]*>Geen toegang</.test(response.body);
  return sentAway || atTheDoor || response.headers.location === '/sign-in' ? 'refused' : 'admitted';
}

/** Bull Board, and the doors of the API: each is one line of a table of its own, below. */
function belongsElsewhere(url: string): boolean {
  return url.startsWith(BOARD.path) || API_ROUTES.some(({ path }) => path === url);
}

describe('the table of routes', () => {
  test('is all there is', async () => {
    const server = createServer(webTools(site.world.installation, site.world.system));
    const found: string[] = [];
    server.addHook('onRoute', ({ method, url, constraints }) => {
      const token = constraints?.['credential'] === 'token' ? ' with a token' : '';
      if (!belongsElsewhere(url)) found.push(`${String(method)} ${url}${token}`);
    });
    await server.ready();
    expect(found.sort()).toEqual(TABLE.flatMap(({ path, name }) => (path === BOARD.path ? [] : [name])).sort());
    await server.close();
  });

  test('names every role there is, and no other', () => {
    const named = new Set(ROUTES.flatMap(({ audience }) => (typeof audience === 'string' ? [] : audience)));
    expect(ROLES.filter((role) => !named.has(role))).toEqual(['registrar']);
  });

  test.each(Object.keys(OPENS))('opens to %s what it should and nothing else', async (who) => {
    const admitted: string[] = [];
    for (const route of TABLE.filter(({ path }) => path !== '/sign-out')) {
      const visitor = who === 'nobody' || who === 'sender' ? site.visitor() : await site.signIn(who);
      if ((await outcome(who, visitor, route)) === 'admitted') admitted.push(route.name);
    }
    const expected = [...OPEN_TO_ALL, ...ASSETS, ...(OPENS[who] ?? [])];
    expect(admitted.sort()).toEqual(expected.sort());
  });

  test.each(['/assets/', '/assets/../server.ts', '/assets/package.json', '/queue/', '/ops', '/.env'])(
    'has nothing at %s',
    async (url) => {
      const operator = await site.signIn('operator');
      const { statusCode, body } = await operator.get(url);
      expect(statusCode).toBe(404);
      expect(body).toContain('Niet gevonden');
    },
  );
});

/** What a token of each account opens. */
const CALLS_OF_REVIEWERS = [
  'GET /api/tasks',
  'GET /api/tasks/:taskId',
  'POST /api/tasks/next',
  'POST /api/tasks/:taskId/claim',
  'POST /api/tasks/:taskId/release',
  'POST /api/tasks/:taskId/identity',
  'POST /api/tasks/:taskId/relevance',
  'GET /api/statistics',
];
const DELIVERIES = ['GET /api/deliveries', 'GET /api/deliveries/:deliveryKey'];
const CALLS: Readonly<Record<string, readonly string[]>> = {
  nobody: [],
  reviewer1: CALLS_OF_REVIEWERS,
  senior: [...CALLS_OF_REVIEWERS, ...DELIVERIES, 'GET /api/decisions'],
  operator: [...DELIVERIES, 'GET /api/alarms', 'POST /api/alarms/:alarmId/acknowledge', 'GET /api/statistics'],
  auditor: ['GET /api/statistics'],
  registrar: [],
  sender: [],
};

describe('the API', () => {
  test.each(Object.keys(CALLS))('opens to a token of %s what it should and nothing else', async (who) => {
    const isAccount = who !== 'nobody' && who !== 'sender';
    const token = isAccount ? (await apiClient(site, who)).token : who === 'sender' ? site.token : null;
    const admitted: string[] = [];
    for (const { method, path } of API_ROUTES) {
      const headers = { ...(token !== null && { authorization: `Bearer ${token}` }) };
      const { statusCode } = await site.server.inject({ method, url: path.replace(/:\w+/, 'none'), headers });
      expect(statusCode).not.toBe(500);
      if (![401, 403].includes(statusCode)) admitted.push(`${method} ${path}`);
    }
    expect(admitted.sort()).toEqual([...(CALLS[who] ?? [])].sort());
  });
});

describe('Bull Board', () => {
  test('is for operators in every part, and only to be read', async () => {
    const server = createServer(webTools(site.world.installation, site.world.system));
    const parts: { readonly method: string; readonly url: string }[] = [];
    server.addHook('onRoute', ({ method, url }) => {
      if (url.startsWith(BOARD.path)) for (const each of [method].flat()) parts.push({ method: each, url });
    });
    await server.ready();
    await server.close();
    expect(parts.length).toBeGreaterThan(20);
    for (const who of ['nobody', 'reviewer1', 'senior', 'auditor', 'registrar', 'operator']) {
      const visitor = who === 'nobody' ? site.visitor() : await site.signIn(who);
      for (const { method, url } of parts) {
        const address = url.replace(':queueName', 'screen').replace(/:\w+/g, '1').replace('*', 'x');
        const { statusCode } = await site.server.inject({
          ...{ method: method as 'GET', url: address },
          cookies: Object.fromEntries(visitor.cookies),
        });
        if (who !== 'operator')
          expect({ who, method, url, statusCode: [303, 403].includes(statusCode) }).toEqual({
            who,
            method,
            url,
            statusCode: true,
          });
        else if (method !== 'GET') expect({ method, url, statusCode }).toEqual({ method, url, statusCode: 405 });
      }
    }
  });
});
