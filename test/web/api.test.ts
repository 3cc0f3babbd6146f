import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { webTools } from '../../src/bin/serve.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createServer } from '../../src/web/server.ts';
import { TESTING } from '../support/own-installation.ts';
import { type ApiClient, apiClient, DESCRIBED } from './api-client.ts';
import { type Site, startSite } from './site.ts';

const OF_B = /rating|ruleId|dueAt|T1-D1-F0|ambtsgeheim|272|facts/;

let site: Site;
let reviewer: ApiClient;
let colleague: ApiClient;
let senior: ApiClient;
let operator: ApiClient;
let auditor: ApiClient;
beforeAll(async () => {
  site = await startSite(6);
  [reviewer, colleague, senior, operator, auditor] = await Promise.all([
    apiClient(site, 'reviewer1'),
    apiClient(site, 'reviewer2'),
    apiClient(site, 'senior'),
    apiClient(site, 'operator'),
    apiClient(site, 'auditor'),
  ]);
}, 30_000);
afterAll(() => site.close());

async function next(client: ApiClient): Promise<{ readonly taskId: string; readonly version: number }> {
  return (await client.post('/api/tasks/next')).json().task;
}

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1 and at a fixed address', async () => {
    const { statusCode, body } = await site.server.inject('/api/openapi.json');
    expect(statusCode).toBe(200);
    const document = JSON.parse(body);
    expect(await new Validator().validate(document)).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toEqual(JSON.parse(JSON.stringify(DESCRIBED.paths)));
  });

  test('describes every door there is and no other', async () => {
    const server = createServer({ ...webTools(site.world.installation, site.world.system), metrics: createMetrics() });
    const found: string[] = [];
    server.addHook('onRoute', ({ method, url }) => {
      if (url.startsWith('/api/') && url !== '/api/openapi.json') found.push(`${String(method)} ${url}`);
    });
    await server.ready();
    await server.close();
    const described = Object.entries(DESCRIBED.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(found.sort()).toEqual(described.sort());
  });
});

describe('a task', () => {
  test('goes from the queue to its end by API, with each question in its turn', async () => {
    const list = await reviewer.get('/api/tasks?state=open&limit=3');
    expect(list.json().tasks).toHaveLength(3);
    expect(list.body).not.toMatch(OF_B);
    expect(list.json().next).toEqual(expect.any(String));

    const { taskId, version } = await next(reviewer);
    const path = `/api/tasks/${taskId}`;
    expect((await reviewer.get('/api/tasks?mine=true')).json().tasks).toMatchObject([{ taskId, claimed: true }]);
    const a = await reviewer.get(path);
    expect(a.body).not.toMatch(OF_B);
    expect(a.json()).toMatchObject({ turn: { question: 'identity' }, identity: { bsnState: 'equal' } });

    const early = await reviewer.post(`${path}/relevance`, { version, verdict: 'not_relevant' });
    expect([early.statusCode, early.json().code]).toEqual([409, 'WRONG_STATE']);
    const same = await reviewer.post(`${path}/identity`, { version, verdict: 'same_person' });
    expect(same.json()).toEqual({ taskId, version: version + 1, state: 'identity_decided' });
    expect((await reviewer.get(path)).json()).toMatchObject({
      ...{ rating: 'high', ruleId: 'T1-D1-F0' },
      relevance: { facts: [{ qualification: 'schending van het ambtsgeheim' }], rating: { level: 'high' } },
    });
    const stale = await reviewer.post(`${path}/relevance`, { version, verdict: 'propose_investigation' });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'VERSION_CHANGED']);
    const proposed = await reviewer.post(`${path}/relevance`, {
      version: version + 1,
      verdict: 'propose_investigation',
    });
    expect(proposed.json().state).toMatch(/closed|second_look/);
  });

  test('is given back, and cannot be worked by whoever does not have it', async () => {
    const { taskId, version } = await next(reviewer);
    const taken = await colleague.post(`/api/tasks/${taskId}/claim`);
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'CLAIMED_BY_ANOTHER']);
    const answered = await colleague.post(`/api/tasks/${taskId}/identity`, { version, verdict: 'same_person' });
    expect([answered.statusCode, answered.json().code]).toEqual([409, 'CLAIMED_BY_ANOTHER']);
    expect((await reviewer.post(`/api/tasks/${taskId}/release`)).json().state).toBe('open');
    expect((await colleague.post(`/api/tasks/${taskId}/claim`)).json().state).toBe('claimed');
    expect((await colleague.post(`/api/tasks/${taskId}/release`)).statusCode).toBe(200);
  });

  test('wants a reason and a date where the rules do', async () => {
    const { taskId, version } = await next(reviewer);
    const path = `/api/tasks/${taskId}/identity`;
    const unreasoned = await reviewer.post(path, { version, verdict: 'someone_else' });
    expect([unreasoned.statusCode, unreasoned.json().code]).toEqual([422, 'REASON_REQUIRED']);
    const undated = await reviewer.post(path, { version, verdict: 'cannot_tell', reason: 'Foto opgevraagd' });
    expect([undated.statusCode, undated.json().code]).toEqual([422, 'DATE_REQUIRED']);
    await reviewer.post(`/api/tasks/${taskId}/release`);
  });

  test('is put before a senior with its rating, who may not give the first answer', async () => {
    const [task] = (await senior.get('/api/tasks?state=open&limit=1')).json().tasks;
    expect(task).toMatchObject({ rating: 'high', ruleId: 'T1-D1-F0' });
    const refused = await senior.post(`/api/tasks/${task.taskId}/claim`);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'ROLE_FORBIDS']);
  });
});

describe('decisions', () => {
  test('are taken out by seniors, first closed first, and from where one left off', async () => {
    const before = (await senior.get('/api/decisions?limit=100')).json();
    for (const _ of [1, 2]) {
      const { taskId, version } = await next(reviewer);
      await reviewer.post(`/api/tasks/${taskId}/identity`, { version, verdict: 'same_person' });
      const proposed = { version: version + 1, verdict: 'propose_investigation', reason: 'Lopende zaak' };
      const { state } = (await reviewer.post(`/api/tasks/${taskId}/relevance`, proposed)).json();
      // One in twenty goes to a second reviewer, who does not know what the first said.
      if (state !== 'second_look') continue;
      const { version: later } = (await colleague.post(`/api/tasks/${taskId}/claim`)).json();
      const own = await colleague.post(`/api/tasks/${taskId}/identity`, { version: later, verdict: 'same_person' });
      await colleague.post(`/api/tasks/${taskId}/relevance`, { ...proposed, version: own.json().version });
    }
    const address = `/api/decisions?limit=1${before.next === null ? '' : `&after=${before.next}`}`;
    const first = (await senior.get(address)).json();
    const second = (await senior.get(`/api/decisions?limit=1&after=${first.next}`)).json();
    expect([...first.decisions, ...second.decisions]).toMatchObject(
      [1, 2].map(() => ({
        ...{ parketnummer: expect.stringMatching(/^16-/), officerId: expect.stringMatching(/^K/), rating: 'high' },
        dispositions: expect.arrayContaining([
          expect.objectContaining({ verdict: 'propose_investigation', by: 'reviewer1', reason: 'Lopende zaak' }),
        ]),
      })),
    );
    const rest = (await senior.get(`/api/decisions?after=${second.next}`)).json();
    expect(rest).toEqual({ decisions: [], next: second.next });
    const { store } = site.world.installation;
    const shown = (await store.listAudit(TESTING, 0, 100_000)).findLast(({ action }) => action === 'list_decisions');
    expect(shown?.details).toEqual({ shown: 0, taskIds: '' });
  });
});

describe('what is not about a person', () => {
  test('is for operators: deliveries with their ledger, and alarms', async () => {
    const [delivery] = (await operator.get('/api/deliveries?limit=1')).json().deliveries;
    expect(delivery).toMatchObject({ deliveryId: 'W-1', status: 'settled', tasked: 6, cleared: 2, quarantined: 1 });
    expect((await operator.get(`/api/deliveries/${delivery.deliveryKey}`)).json()).toEqual(delivery);
    expect((await operator.get('/api/deliveries/none')).statusCode).toBe(404);
    const alarm = { code: 'SUBJECT_SCOPE_LOST', about: 'officer', params: {} } as const;
    const { store, clock } = site.world.installation;
    const alarmId = await store.raiseAlarm(TESTING, alarm, clock.now());
    expect((await operator.get('/api/alarms')).json().alarms).toContainEqual(expect.objectContaining({ alarmId }));
    const path = `/api/alarms/${alarmId}/acknowledge`;
    expect((await operator.post(path, { reason: ' ' })).statusCode).toBe(400);
    expect((await operator.post(path, { reason: 'Bron gebeld' })).json()).toEqual({ alarmId, acknowledged: true });
    expect((await operator.post(path, { reason: 'Bron gebeld' })).statusCode).toBe(404);
  });

  test.each([
    ['auditor', 'object'],
    ['operator', 'null'],
  ])('is counted: the statistics show the %s of the rules %s', async (who, rules) => {
    const client = who === 'auditor' ? auditor : operator;
    const statistics = (await client.get('/api/statistics?days=7')).json();
    expect(statistics.inflow).toHaveLength(7);
    expect(statistics.rules === null ? 'null' : typeof statistics.rules).toBe(rules);
  });
});

describe('a token', () => {
  test('opens no page, and a session no door of the API', async () => {
    const headers = { authorization: `Bearer ${reviewer.token}` };
    expect((await site.server.inject({ url: '/queue', headers })).statusCode).toBe(303);
    const visitor = await site.signIn('reviewer1');
    expect((await visitor.get('/api/tasks')).statusCode).toBe(401);
    expect(
      (await site.server.inject({ url: '/api/tasks', headers: { authorization: `Bearer ${site.token}` } })).statusCode,
    ).toBe(401);
  });

  test('gives no more than both it and its account have', async () => {
    const less = await apiClient(site, 'senior', ['reviewer']);
    expect((await less.get('/api/tasks')).statusCode).toBe(403);
    const more = await apiClient(site, 'operator', ['operator', 'senior']);
    expect((await more.get('/api/tasks')).statusCode).toBe(403);
    expect((await more.get('/api/alarms')).statusCode).toBe(200);
  });

  test('is refused with a problem that says how to get one', async () => {
    const { statusCode, headers, body } = await site.server.inject({ url: '/api/tasks?lang=en' });
    expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer realm="screening"']);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      code: 'API_TOKEN_MISSING',
      detail: expect.stringContaining('tokens issue'),
    });
  });
});
