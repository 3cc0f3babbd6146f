import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ownPath } from '../../src/web/sign-in/own-path.ts';
import { type Site, startSite } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 30_000);
afterAll(() => site.close());

describe('sign-in of the embedded default', () => {
  test('asks whom to be, says that there is no password, and goes where the visitor wanted to go', async () => {
    const visitor = site.visitor();
    const asked = await visitor.get('/queue?band=strong');
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/sign-in?next=%2Fqueue%3Fband%3Dstrong']);
    const page = await visitor.get(String(asked.headers.location));
    expect(page.body).toContain('geen wachtwoord');
    const signedIn = await visitor.post('/sign-in', { account: 'reviewer1', next: '/queue?band=strong' });
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/queue?band=strong']);
    expect((await visitor.get('/queue')).body).toContain('<strong>reviewer1</strong>');
  });

  test('gives a new id in a cookie that scripts and other sites cannot use', async () => {
    const visitor = site.visitor();
    await visitor.get('/sign-in');
    const planted = visitor.cookies.get('visit') ?? '';
    const { headers } = await visitor.post('/sign-in', { account: 'operator' });
    expect(String(headers['set-cookie'])).toMatch(/^visit=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(visitor.cookies.get('visit')).not.toBe(planted);
    const thief = site.visitor();
    thief.cookies.set('visit', planted);
    expect((await thief.get('/')).statusCode).toBe(303);
  });

  test('knows only the accounts of the page', async () => {
    for (const account of ['', 'root', 'REVIEWER1', 'toString']) {
      const visitor = site.visitor();
      expect((await visitor.post('/sign-in', { account })).statusCode).toBe(200);
      expect((await visitor.get('/')).statusCode).toBe(303);
    }
  });

  test('ends with sign-out, also for whoever copied the cookie', async () => {
    const visitor = await site.signIn('senior');
    const copied = visitor.cookies.get('visit') ?? '';
    expect((await visitor.post('/sign-out', {}, '/')).headers.location).toBe('/sign-in');
    const thief = site.visitor();
    thief.cookies.set('visit', copied);
    expect((await thief.get('/queue')).statusCode).toBe(303);
  });

  test.each([{ token: '' }, { token: 'x'.repeat(43) }])(
    'takes no form with %j, which another site can send too',
    async (fields) => {
      const visitor = await site.signIn('operator');
      for (const path of ['/sign-in', '/sign-out', '/alarms/x/acknowledge']) {
        const refused = await visitor.post(path, fields, '/');
        expect(refused.statusCode).toBe(403);
        expect(refused.body).toContain('Dit formulier is verlopen');
      }
      expect((await visitor.get('/')).statusCode).toBe(200);
    },
  );

  test.each([
    ['localhost:8080', 303],
    ['127.0.0.1', 303],
    ['[::1]:8080', 303],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:8080', 421],
  ])('answers a request for host %s with %i, so that no other site can pass for this one', async (host, status) => {
    expect((await site.server.inject({ url: '/', headers: { host } })).statusCode).toBe(status);
  });

  test.each([
    ['/queue?state=open', '/queue?state=open'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    ['queue', '/'],
    ['/.//evil.example', '/'],
    ['/x/..//evil.example', '/'],
    ['/queue\r\nset-cookie: x=y', '/queueset-cookie:%20x=y'],
    [`/${'x'.repeat(1_000)}`, '/'],
  ])('after which "%s" leads to %s', (wanted, path) => {
    expect(ownPath(wanted)).toBe(path);
  });
});
