import { describe, expect, test } from '@jest/globals';
import { MOST_PER_MINUTE } from '../../src/web/rate-limits.ts';
import { IDLE_MS } from '../../src/web/sessions.ts';
import { TESTING } from '../support/own-installation.ts';
import { CLIENT } from '../support/provider.ts';
import { AT_OUR_HOST, headingOf, ORIGIN, providerSiteForTests } from './provider-site.ts';

const operation = await providerSiteForTests();

describe('a session in operation', () => {
  test('ends here and at the provider, with no ID token in an address', async () => {
    const who = await operation.signIn('u-1', 'screening');
    const copied = who.cookies.get('__Host-visit') ?? '';
    const left = await who.post('/sign-out', {}, '/');
    const to = /url=([^"]+)"/.exec(left.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(to.split('?')[0]).toBe(`${operation.provider.issuer}/session/end`);
    expect(Object.fromEntries(new URL(to).searchParams)).toEqual({
      client_id: CLIENT.clientId,
      post_logout_redirect_uri: `${ORIGIN}/sign-in`,
    });
    expect((await fetch(to)).status).toBe(200);
    const thief = operation.visitor();
    thief.cookies.set('__Host-visit', copied);
    expect((await thief.get('/queue')).statusCode).toBe(303);
  });

  test('ends everywhere when the account loses a role', async () => {
    const [office, home] = [
      await operation.signIn('u-9', 'screening', 'ops'),
      await operation.signIn('u-9', 'screening', 'ops'),
    ];
    expect((await office.get('/alarms')).statusCode).toBe(200);
    await operation.signIn('u-9', 'screening');
    for (const window of [office, home]) expect((await window.get('/queue')).statusCode).toBe(303);
    await operation.signIn('u-9', 'screening');
    expect((await office.get('/queue')).statusCode).toBe(303);
  });

  test('ends at once when the roles are withdrawn by command', async () => {
    const who = await operation.signIn('u-9', 'screening');
    await operation.site.world.installation.store.withdrawRoles(TESTING, 'u-9');
    expect((await who.get('/')).statusCode).toBe(303);
  });

  test('is not to be had by naming a demo account', async () => {
    const who = operation.visitor();
    const page = await who.post('/sign-in', { account: 'operator' });
    expect(page.statusCode).toBe(403);
    expect((await who.get('/')).statusCode).toBe(303);
  });

  test.each(['evil.example', '127.0.0.1', 'localhost:18080'])(
    'is asked for at our host alone, not at %s',
    async (host) => {
      expect((await operation.site.server.inject({ url: '/sign-in', headers: { host } })).statusCode).toBe(421);
      expect((await operation.site.server.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200);
    },
  );
});

describe('a link of another site', () => {
  const fromElsewhere = { ...AT_OUR_HOST, 'sec-fetch-site': 'cross-site' };

  test('is asked for once more from a page of ours, which brings the session along', async () => {
    const answer = await operation.site.server.inject({ url: '/queue?band=strong', headers: fromElsewhere });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<meta http-equiv="refresh" content="0; url=/queue?band=strong">');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('never takes the session away', async () => {
    for (const url of ['/nothing', '/sign-in/callback?error=x', '/sign-in']) {
      const { headers } = await operation.site.server.inject({ url, headers: fromElsewhere });
      expect(String(headers['set-cookie'])).not.toContain('__Host-visit');
    }
  });
});

describe('signing in', () => {
  test('is held up when it is tried too often from one address, and from no other', async () => {
    const ask = (remoteAddress: string) =>
      operation.site.server.inject({ url: '/sign-in/start', headers: AT_OUR_HOST, remoteAddress });
    for (let asked = 0; asked < MOST_PER_MINUTE.sign_in; asked += 1) {
      expect((await ask('192.0.2.1')).statusCode).toBe(303);
    }
    const flooded = await ask('192.0.2.1');
    expect([flooded.statusCode, headingOf(flooded.body)]).toEqual([429, 'Te veel verzoeken']);
    expect(Number(flooded.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('192.0.2.2')).statusCode).toBe(303);
    // Whoever is signed in works on.
    const who = await operation.signIn('u-1', 'screening');
    expect((await who.get('/queue')).statusCode).toBe(200);
  });

  test('that ended before a form was sent gives back what was typed, stores it nowhere, and only to a page of ours', async () => {
    const who = await operation.signIn('u-1', 'screening');
    const form = await who.get('/queue');
    const token = /name="token" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    operation.laterMs = IDLE_MS;
    const send = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      operation.site.server.inject({
        ...{ method: 'POST', url: '/tasks/some-task/identity', payload: new URLSearchParams(fields).toString() },
        headers: { ...AT_OUR_HOST, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        cookies: Object.fromEntries(who.cookies),
      });
    const typed = { verdict: 'someone_else', reason: 'Andere <geboorteplaats>' };
    for (const given of [await send({ ...typed, token }), await send(typed, { 'sec-fetch-site': 'same-origin' })]) {
      expect([given.statusCode, headingOf(given.body)]).toEqual([403, 'U bent niet meer aangemeld']);
      expect(given.body).toContain('Andere &lt;geboorteplaats&gt;</textarea>');
      expect(given.body).toContain('href="/sign-in?next=%2Ftasks%2Fsome-task"');
      expect(given.headers['cache-control']).toBe('no-store');
      expect(JSON.stringify(given.headers)).not.toContain('geboorteplaats');
    }
    for (const elsewhere of [await send(typed), await send(typed, { 'sec-fetch-site': 'cross-site' })]) {
      expect([elsewhere.statusCode, elsewhere.body]).toEqual([303, '']);
    }
    expect((await send({ token, reason: ' ' })).statusCode).toBe(303);
  });
});
