import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_ROUTES } from '../../src/web/api/routes.ts';
import { MOST_PER_MINUTE } from '../../src/web/rate-limits.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { type Site, startSite, type Visitor } from './site.ts';

let site: Site;
let operator: Visitor;
let reviewer: Visitor;
let program: ApiClient;
beforeAll(async () => {
  site = await startSite(3);
  operator = await site.signIn('operator');
  reviewer = await site.signIn('reviewer1');
  program = await apiClient(site, 'reviewer1');
}, 30_000);
afterAll(() => site.close());

const PAGES = ROUTES.filter(({ kind, method, path }) => kind === 'page' && method === 'GET' && !path.includes(':'));
const cookiesOf = (visitor: Visitor) => ({ cookies: Object.fromEntries(visitor.cookies) });
const asProgram = () => ({ authorization: `Bearer ${program.token}` });

describe('whatever is answered', () => {
  test.each(PAGES.map(({ path }) => path))('%s is kept nowhere and lets nothing else in', async (url) => {
    for (const visitor of [operator, reviewer, site.visitor()]) {
      const { headers } = await visitor.get(url);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['content-security-policy']).toContain("form-action 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('no page holds a script or a style of its own', async () => {
    for (const { path } of PAGES) {
      for (const visitor of [operator, reviewer, site.visitor()]) {
        const { body } = await visitor.get(path);
        expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\son[a-z]+="|javascript:/i);
      }
    }
  });

  test('answers of the API are kept nowhere either, refusals too', async () => {
    for (const headers of [asProgram(), {}]) {
      const answer = await site.server.inject({ url: '/api/tasks', headers });
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
  });
});

describe('another method', () => {
  const everything = [...new Set([...ROUTES, ...API_ROUTES].map(({ path }) => path.replace(/:\w+/, 'none')))];

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const)(
    '%s finds nothing at any address',
    async (method) => {
      for (const url of everything) {
        const { statusCode } = await site.server.inject({ method, url, ...cookiesOf(operator), headers: asProgram() });
        expect({ url, statusCode }).toEqual({ url, statusCode: 404 });
      }
    },
  );

  test('named in a field or header is no method', async () => {
    const visitor = await site.signIn('reviewer1');
    const answer = await site.server.inject({
      ...{ method: 'GET', url: '/tasks/next?_method=POST', ...cookiesOf(visitor) },
      headers: { 'x-http-method-override': 'POST' },
    });
    expect(answer.statusCode).toBe(404);
  });
});

describe('a body', () => {
  const send = (url: string, contentType: string, payload: string) =>
    site.server.inject({
      method: 'POST',
      url,
      ...cookiesOf(reviewer),
      headers: { 'content-type': contentType },
      payload,
    });

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])(
    'of type "%s" is no form',
    async (contentType) => {
      const { statusCode, body } = await send('/tasks/next', contentType, '{"token":"x"}');
      expect(statusCode).toBe(400);
      expect(body).toContain('Er is niets gewijzigd');
    },
  );

  test('that is larger than any form is not read', async () => {
    const payload = `reason=${'x'.repeat(70_000)}`;
    expect((await send('/tasks/next', 'application/x-www-form-urlencoded', payload)).statusCode).toBe(400);
  });

  test.each([
    ['application/x-www-form-urlencoded', 'version=1&verdict=same_person', 415],
    ['text/plain', '{}', 415],
    ['application/json', '{"version":1,', 400],
    ['application/json', '[]', 400],
    ['application/json', 'null', 400],
    ['application/json', '{"__proto__":{"verdict":"same_person"},"version":1}', 400],
    ['application/json', '{"constructor":{"prototype":{"x":1}},"version":1,"verdict":"same_person"}', 400],
    ['application/json', '{"version":"1","verdict":"same_person"}', 400],
    ['application/json', '{"version":1.5,"verdict":"same_person"}', 400],
    ['application/json', '{"version":1,"verdict":"high"}', 400],
    ['application/json', '{"version":1,"verdict":"same_person","accountId":"somebody else"}', 400],
    ['application/json', `{"version":1,"verdict":"same_person","reason":"${'x'.repeat(5_000)}"}`, 400],
    ['application/json', `{"reason":"${'x'.repeat(70_000)}"}`, 413],
  ])('of type %s that reads %j is refused with %i before a task is looked at', async (contentType, payload, status) => {
    const headers = { ...asProgram(), 'content-type': contentType };
    const answer = await site.server.inject({ method: 'POST', url: '/api/tasks/none/identity', headers, payload });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body).not.toMatch(/x{10}|somebody else|constructor|__proto__/);
  });
});

describe('an address', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/screening.css%00.html',
    '/assets//etc/passwd',
    '//evil.example/queue',
    '/queue%2f..%2falarms',
    '/QUEUE',
  ])('%s leads nowhere', async (url) => {
    expect([400, 401, 404]).toContain((await reviewer.get(url)).statusCode);
  });

  test.each(['/%', '/%zz', '/queue/%E0%A4%A', `/tasks/${'x'.repeat(300)}`])(
    '%s is answered without a fault',
    async (url) => {
      expect((await reviewer.get(url)).statusCode).toBeLessThan(500);
    },
  );

  test.each([
    '/queue?band=strong&band=possible',
    '/queue?band[]=strong',
    '/queue?after=%00&state=__proto__',
    '/queue?lang=nl&lang=en',
    "/queue?after=' or 1=1 --",
    '/tasks/%00',
    "/tasks/' or '1'='1",
  ])('%s names a thing twice, or one that is none, and breaks nothing', async (url) => {
    expect([200, 404]).toContain((await reviewer.get(url)).statusCode);
  });

  test.each([
    'band=strong&band=possible',
    'limit=0',
    'limit=101',
    'limit=1e3',
    'state=any',
    'account=somebody',
    'after='.padEnd(200, 'x'),
  ])('/api/tasks?%s is refused and names the parameter alone', async (query) => {
    const answer = await program.get(`/api/tasks?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().faults).toHaveLength(1);
    expect(answer.body).not.toMatch(/somebody|x{10}/);
  });
});

describe('a header', () => {
  test('cannot be put into an answer', async () => {
    for (const url of [
      '/queue?lang=nl%0d%0aset-cookie:%20x=y',
      '/sign-in?next=%2Fqueue%0d%0ax-evil:%201',
      '/nothing%0d%0ax-evil:1',
    ]) {
      const { headers, statusCode } = await site.visitor().get(url);
      expect(statusCode).toBeLessThan(500);
      expect(headers).not.toHaveProperty('x-evil');
      expect(String(headers['set-cookie'])).not.toContain('x=y');
    }
  });

  test('does not say who somebody is', async () => {
    const headers = {
      'x-forwarded-user': 'senior',
      'remote-user': 'senior',
      'x-account': 'senior',
      cookie: 'account=senior',
    };
    expect((await site.server.inject({ url: '/queue', headers })).statusCode).toBe(303);
  });

  test('X-Forwarded-Host does not say where the pages are', async () => {
    const headers = { host: 'localhost', 'x-forwarded-host': 'evil.example' };
    const { body } = await site.server.inject({ url: '/sign-in', headers });
    expect(body).not.toContain('evil.example');
  });
});

describe('a cookie', () => {
  test.each([
    ['of another length', 'x'],
    ['with a letter changed', null],
    ['that looks like an id', 'A'.repeat(43)],
    ['that is no text', '%00%ff'],
  ])('%s is nobody’s', async (_, value) => {
    const thief = site.visitor();
    const own = reviewer.cookies.get('visit') ?? '';
    const changed = `${own.slice(0, -2)}${own.at(-2) === 'A' ? 'B' : 'A'}${own.at(-1)}`;
    thief.cookies.set('visit', value ?? changed);
    expect((await thief.get('/queue')).statusCode).toBe(303);
  });

  test('sent twice does not make two people', async () => {
    const cookie = `visit=${operator.cookies.get('visit')}; visit=${reviewer.cookies.get('visit')}`;
    const answers = await Promise.all(
      ['/queue', '/alarms'].map((url) => site.server.inject({ url, headers: { cookie } })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
  });
});

describe('a form of somebody else', () => {
  test('is not taken: its token belongs to another visit', async () => {
    const token = /name="token" value="([^"]+)"/.exec((await operator.get('/')).body)?.[1] ?? '';
    expect((await reviewer.post('/tasks/next', { token }, '/queue')).statusCode).toBe(403);
  });

  test('is not taken after sign-out, with the cookie that was', async () => {
    const visitor = await site.signIn('reviewer2');
    const kept = visitor.cookies.get('visit') ?? '';
    const token = /name="token" value="([^"]+)"/.exec((await visitor.get('/queue')).body)?.[1] ?? '';
    await visitor.post('/sign-out', {}, '/');
    visitor.cookies.set('visit', kept);
    const replayed = await visitor.post('/tasks/next', { token }, '/sign-in');
    expect([replayed.statusCode, replayed.headers.location]).toEqual([303, '/sign-in']);
  });
});

describe('too many requests', () => {
  test('with a wrong token are told to wait, in the manner of programs', async () => {
    const ask = () =>
      site.server.inject({
        url: '/api/tasks',
        headers: { authorization: `Bearer ${'y'.repeat(43)}` },
        remoteAddress: '192.0.2.7',
      });
    const statuses: number[] = [];
    for (let asked = 0; asked < MOST_PER_MINUTE.wrong_token; asked += 1) statuses.push((await ask()).statusCode);
    expect(new Set(statuses)).toEqual(new Set([401]));
    const flooded = await ask();
    expect([flooded.statusCode, flooded.json().code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(flooded.headers['retry-after'])).toBeGreaterThan(0);
    expect((await program.get('/api/tasks')).statusCode).toBe(200);
  });

  test('of one account hold up no other', async () => {
    const busy = await apiClient(site, 'auditor');
    for (let asked = 0; asked < MOST_PER_MINUTE.call; asked += 1)
      await site.server.inject({ url: '/api/alarms', headers: { authorization: `Bearer ${busy.token}` } });
    expect((await busy.get('/api/statistics')).statusCode).toBe(429);
    expect((await program.get('/api/tasks')).statusCode).toBe(200);
  }, 20_000);
});
