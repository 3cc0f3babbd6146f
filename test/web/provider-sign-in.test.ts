import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createServer } from '../../src/web/server.ts';
import { ATTEMPT_MS } from '../../src/web/sign-in/attempt.ts';
import { CLOCK_TOLERANCE_SECONDS, createProvider } from '../../src/web/sign-in/provider.ts';
import type { WebTools } from '../../src/web/tools.ts';
import { TESTING } from '../support/own-installation.ts';
import {
  CLIENT,
  type RunningProvider,
  startProvider,
  TOKEN_LIFE_SECONDS,
  throughProvider,
} from '../support/provider.ts';
import { type Site, startSite, type Visitor, visitorOf } from './site.ts';

const ORIGIN = 'http://127.0.0.1:18080';
const GROUPS_OF_ROLES = { reviewer: ['screening'], senior: ['seniors'], operator: ['ops', 'ict'], auditor: ['audit'] };
let laterMs = 0;

let provider: RunningProvider;
let site: Site;

function inOperation(tools: WebTools, issuer = provider.issuer, settings = {}): WebTools {
  const names = { groupsClaim: 'groups', accountClaim: 'sub' };
  return {
    ...tools,
    metrics: createMetrics(),
    clock: { now: () => asEpochMs(tools.clock.now() + laterMs) },
    demoAccounts: null,
    signIn: {
      origin: ORIGIN,
      provider: createProvider({ origin: ORIGIN, issuer, ...CLIENT, ...names, ...settings }, tools.logger),
      groupsOfRoles: GROUPS_OF_ROLES,
    },
  };
}

beforeAll(async () => {
  provider = await startProvider({ origin: ORIGIN });
  site = await startSite(3, (tools) => inOperation(tools));
}, 30_000);
afterAll(async () => {
  await site.close();
  await provider.close();
});
beforeEach(() => {
  laterMs = 0;
  provider.person = { sub: 'u-1', groups: ['screening'] };
});

const atOurHost = { host: new URL(ORIGIN).host };
const visitor = (server = site.server): Visitor => visitorOf(server, atOurHost);

async function setOut(who: Visitor, next = '/queue'): Promise<string> {
  const response = await who.get(`/sign-in/start?next=${encodeURIComponent(next)}`);
  return String(response.headers.location);
}

async function comeBack(who: Visitor, next?: string) {
  return who.get(await throughProvider(await setOut(who, next), ORIGIN));
}

async function signedIn(sub: string, ...groups: string[]): Promise<Visitor> {
  provider.person = { sub, groups };
  const who = visitor();
  expect((await comeBack(who)).statusCode).toBe(200);
  return who;
}

const heading = (body: string): string => /<h1[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
const words = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('sign-in at the provider', () => {
  test('is offered by a page without a form, and asked for with code, PKCE, state and nonce', async () => {
    const who = visitor();
    const page = await who.get('/sign-in?next=%2Fqueue%3Fband%3Dstrong');
    expect(page.body).toContain('href="/sign-in/start?next=%2Fqueue%3Fband%3Dstrong"');
    expect(page.body).not.toMatch(/<form|Demonstratie/);
    const asked = new URL(await setOut(who)).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: CLIENT.clientId,
      redirect_uri: `${ORIGIN}/sign-in/callback`,
      response_type: 'code',
      scope: 'openid',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  test('keeps what the browser must bring back in a cookie that signs nobody in', async () => {
    const { headers } = await visitor().get('/sign-in/start');
    expect([headers['set-cookie']].flat()).toContainEqual(
      expect.stringMatching(/^__Host-sign-in=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    );
  });

  test('ends on a page of our own that leads on, with a new session in a cookie for our own site alone', async () => {
    const who = visitor();
    await who.get('/sign-in');
    const planted = who.cookies.get('__Host-visit');
    const landed = await comeBack(who, '/queue?band=strong');
    expect(landed.body).toContain('<meta http-equiv="refresh" content="0; url=/queue?band=strong">');
    expect(landed.body).not.toMatch(/code=|state=/);
    const cookies = [landed.headers['set-cookie']].flat();
    expect(cookies).toContainEqual(
      expect.stringMatching(/^__Host-visit=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    );
    expect(cookies).toContainEqual(expect.stringMatching(/^__Host-sign-in=; Max-Age=0;/));
    expect(who.cookies.get('__Host-visit')).not.toBe(planted);
    expect((await who.get('/queue')).statusCode).toBe(200);
    const { account } = { account: await site.world.installation.store.accountByName(TESTING, 'u-1') };
    expect(account?.roles).toEqual(['reviewer']);
  });

  test('is in the audit log by internal id', async () => {
    await signedIn('u-2', 'ict');
    const { store } = site.world.installation;
    const account = await store.accountByName(TESTING, 'u-2');
    const row = (await store.listAudit(TESTING, 0, 10_000)).findLast(({ action }) => action === 'sign_in');
    expect(row).toMatchObject({ purpose: 'sign_in', details: { accountId: account?.accountId, roles: 'operator' } });
  });

  test.each<[readonly string[], Role[]]>([
    [['screening', 'unheard-of'], ['reviewer']],
    [['ops'], ['operator']],
    [
      ['ict', 'seniors'],
      ['senior', 'operator'],
    ],
    [
      ['ops', 'audit'],
      ['operator', 'auditor'],
    ],
  ])('makes of the groups %j the roles %j', async (groups, roles) => {
    await signedIn('u-3', ...groups);
    expect((await site.world.installation.store.accountByName(TESTING, 'u-3'))?.roles).toEqual(roles);
  });

  test('finds groups that only user-info tells', async () => {
    const other = await startProvider({ origin: ORIGIN, groupsIn: 'userinfo' });
    other.person = { sub: 'u-4', groups: ['audit'] };
    const server = createServer(inOperation(site.tools, other.issuer));
    expect(heading((await comeBack(visitor(server))).body)).toBe('U bent aangemeld');
    await server.close();
    await other.close();
  });

  test.each<[string, readonly string[] | undefined, string, number]>([
    ['no group', [], 'geen van uw groepen', 403],
    ['no list of groups', undefined, 'geen van uw groepen', 403],
    ['a group like one of ours', ['Screening', 'screening '], 'geen van uw groepen', 403],
    ['the groups of reviewer and auditor', ['screening', 'audit'], 'zowel screeningsmedewerker als auditor', 403],
    ['the groups of senior and auditor', ['seniors', 'audit'], 'zowel screeningsmedewerker als auditor', 403],
  ])('lets nobody in with %s, and says why', async (_, groups, told, status) => {
    provider.person = { sub: 'u-5', ...(groups !== undefined && { groups }) };
    const who = visitor();
    const refused = await comeBack(who);
    expect([refused.statusCode, heading(refused.body)]).toEqual([status, 'Aanmelden is niet gelukt']);
    expect(words(refused.body)).toContain(told);
    expect(words(refused.body)).toContain('Er is niets gewijzigd');
    expect((await who.get('/queue')).statusCode).toBe(303);
    expect(await site.world.installation.store.accountByName(TESTING, 'u-5')).toBeNull();
  });

  test('shows no task before a file of accounts says who somebody is', async () => {
    const who = await signedIn('u-6', 'screening');
    expect((await who.get('/queue')).body).not.toContain('16-0000');
    await site.world.installation.store.importAccounts(TESTING, [
      { name: 'u-6', personnelNumber: 'K99999' as never, unit: '', declaredConflicts: [] },
    ]);
    expect((await who.get('/queue')).body).toContain('16-0000');
  });
});

/** The same answer once before, with the cookies kept for the second time. */
async function twice(who: Visitor, path: string): Promise<void> {
  const kept = [...who.cookies];
  await who.get(path);
  who.cookies.clear();
  for (const [name, value] of kept) who.cookies.set(name, value);
}

describe('what comes back from the provider', () => {
  async function expectRefused(who: Visitor, path: string): Promise<void> {
    const refused = await who.get(path);
    expect([400, 502]).toContain(refused.statusCode);
    expect(heading(refused.body)).toBe('Aanmelden is niet gelukt');
    expect(refused.body).toContain('href="/sign-in"');
    expect((await who.get('/queue')).statusCode).toBe(303);
  }

  test.each<[string, (path: string) => string]>([
    ['with another state', (path) => path.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)],
    ['without a state', (path) => path.replace(/&?state=[^&]+/, '')],
    ['with another code', (path) => path.replace(/code=[^&]+/, 'code=guessed')],
    ['from another issuer', (path) => path.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['with two codes', (path) => `${path}&code=second`],
    ['with nothing', () => '/sign-in/callback'],
  ])('is refused %s, with a page that says how to go on', async (_, change) => {
    const who = visitor();
    await expectRefused(who, change(await throughProvider(await setOut(who), ORIGIN)));
  });

  const forged = `${'a'.repeat(43)}.9999999999999.Lw.${'b'.repeat(43)}`;

  test.each<[string, (who: Visitor, path: string) => unknown]>([
    ['comes to another browser', (who) => who.cookies.delete('__Host-sign-in')],
    ['comes with a cookie of somebody’s own making', (who) => who.cookies.set('__Host-sign-in', forged)],
    ['belongs to an earlier attempt', (who) => setOut(who)],
    ['comes for the second time', (who, path) => twice(who, path)],
    [
      'comes too late',
      () => {
        laterMs = ATTEMPT_MS;
      },
    ],
  ])('is refused when it %s', async (_, meanwhile) => {
    const who = visitor();
    const path = await throughProvider(await setOut(who), ORIGIN);
    await meanwhile(who, path);
    await expectRefused(who, path);
  });

  test('may be that the person declined', async () => {
    provider.person = null;
    const refused = await comeBack(visitor());
    expect(refused.statusCode).toBe(403);
    expect(words(refused.body)).toContain('afgebroken of geweigerd');
  });

  test.each([
    ['as far behind as clocks may be', CLOCK_TOLERANCE_SECONDS / 2, 200],
    ['further behind', 2 * CLOCK_TOLERANCE_SECONDS, 502],
  ])('holds by a clock that is %s', async (_, expiredSeconds, status) => {
    const slow = await startProvider({ origin: ORIGIN, clockAheadSeconds: -(TOKEN_LIFE_SECONDS + expiredSeconds) });
    slow.person = { sub: 'u-7', groups: ['audit'] };
    const server = createServer(inOperation(site.tools, slow.issuer));
    const answer = await comeBack(visitor(server));
    await server.close();
    await slow.close();
    expect(answer.statusCode).toBe(status);
    if (status === 502) expect(words(answer.body)).toContain('klopt niet of is niet meer geldig');
  });

  test('is nothing when our secret is wrong, which only the operator can mend', async () => {
    const server = createServer(inOperation(site.tools, provider.issuer, { clientSecret: 'another' }));
    const refused = await comeBack(visitor(server));
    await server.close();
    expect(refused.statusCode).toBe(502);
    expect(words(refused.body)).toContain('kent dit programma niet');
  });

  test('is nothing when the claim that names accounts is missing', async () => {
    const server = createServer(inOperation(site.tools, provider.issuer, { accountClaim: 'employee' }));
    const refused = await comeBack(visitor(server));
    await server.close();
    expect(words(refused.body)).toContain('niet om welk account het gaat');
  });
});

describe('a provider that cannot be reached', () => {
  test('is told on a page, everything else goes on, and it is asked again', async () => {
    const gone = await startProvider({ origin: ORIGIN });
    await gone.close();
    const server = createServer(inOperation(site.tools, gone.issuer));
    const who = visitor(server);
    const refused = await who.get('/sign-in/start?next=%2Fqueue');
    expect(refused.statusCode).toBe(503);
    expect(words(refused.body)).toMatch(/geeft geen antwoord. Er is niets verloren/);
    expect((await who.get('/healthz')).statusCode).toBe(200);
    const back = await startProvider({ origin: ORIGIN, port: Number(new URL(gone.issuer).port) });
    back.person = { sub: 'u-8', groups: ['ops'] };
    expect((await comeBack(who)).statusCode).toBe(200);
    await back.close();
    expect((await who.get('/alarms')).statusCode).toBe(200);
    await server.close();
  });
});

describe('a session in operation', () => {
  test('ends here and at the provider, with no ID token in an address', async () => {
    const who = await signedIn('u-1', 'screening');
    const copied = who.cookies.get('__Host-visit') ?? '';
    const left = await who.post('/sign-out', {}, '/');
    const to = /url=([^"]+)"/.exec(left.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(to.split('?')[0]).toBe(`${provider.issuer}/session/end`);
    expect(Object.fromEntries(new URL(to).searchParams)).toEqual({
      client_id: CLIENT.clientId,
      post_logout_redirect_uri: `${ORIGIN}/sign-in`,
    });
    expect((await fetch(to)).status).toBe(200);
    const thief = visitor();
    thief.cookies.set('__Host-visit', copied);
    expect((await thief.get('/queue')).statusCode).toBe(303);
  });

  test('ends everywhere when the account loses a role', async () => {
    const [office, home] = [await signedIn('u-9', 'screening', 'ops'), await signedIn('u-9', 'screening', 'ops')];
    expect((await office.get('/alarms')).statusCode).toBe(200);
    await signedIn('u-9', 'screening');
    for (const window of [office, home]) expect((await window.get('/queue')).statusCode).toBe(303);
    await signedIn('u-9', 'screening');
    expect((await office.get('/queue')).statusCode).toBe(303);
  });

  test('ends at once when the roles are withdrawn by command', async () => {
    const who = await signedIn('u-9', 'screening');
    await site.world.installation.store.withdrawRoles(TESTING, 'u-9');
    expect((await who.get('/')).statusCode).toBe(303);
  });

  test('is not to be had by naming a demo account', async () => {
    const who = visitor();
    const page = await who.post('/sign-in', { account: 'operator' });
    expect(page.statusCode).toBe(403);
    expect((await who.get('/')).statusCode).toBe(303);
  });

  test.each(['evil.example', '127.0.0.1', 'localhost:18080'])(
    'is asked for at our host alone, not at %s',
    async (host) => {
      expect((await site.server.inject({ url: '/sign-in', headers: { host } })).statusCode).toBe(421);
      expect((await site.server.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200);
    },
  );
});

describe('a link of another site', () => {
  const fromElsewhere = { ...atOurHost, 'sec-fetch-site': 'cross-site' };

  test('is asked for once more from a page of ours, which brings the session along', async () => {
    const answer = await site.server.inject({ url: '/queue?band=strong', headers: fromElsewhere });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<meta http-equiv="refresh" content="0; url=/queue?band=strong">');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('never takes the session away', async () => {
    for (const url of ['/nothing', '/sign-in/callback?error=x', '/sign-in']) {
      const { headers } = await site.server.inject({ url, headers: fromElsewhere });
      expect(String(headers['set-cookie'])).not.toContain('__Host-visit');
    }
  });
});
