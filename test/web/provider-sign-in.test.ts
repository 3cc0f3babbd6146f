import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/domain/account.ts';
import { createServer } from '../../src/web/server.ts';
import { ATTEMPT_MS } from '../../src/web/sign-in/attempt.ts';
import { CLOCK_TOLERANCE_SECONDS } from '../../src/web/sign-in/provider.ts';
import { TESTING } from '../support/own-installation.ts';
import { CLIENT, startProvider, TOKEN_LIFE_SECONDS, throughProvider } from '../support/provider.ts';
import { comeBack, headingOf, ORIGIN, providerSiteForTests, setOut, wordsOf } from './provider-site.ts';
import type { Visitor } from './site.ts';

const operation = await providerSiteForTests();

describe('sign-in at the provider', () => {
  test('is offered by a page without a form, and asked for with code, PKCE, state and nonce', async () => {
    const who = operation.visitor();
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
    const { headers } = await operation.visitor().get('/sign-in/start');
    expect([headers['set-cookie']].flat()).toContainEqual(
      expect.stringMatching(/^__Host-sign-in=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    );
  });

  test('ends on a page of our own that leads on, with a new session in a cookie for our own site alone', async () => {
    const who = operation.visitor();
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
    const { account } = { account: await operation.site.world.installation.store.accountByName(TESTING, 'u-1') };
    expect(account?.roles).toEqual(['reviewer']);
  });

  test('is in the audit log by internal id', async () => {
    await operation.signIn('u-2', 'ict');
    const { store } = operation.site.world.installation;
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
    await operation.signIn('u-3', ...groups);
    expect((await operation.site.world.installation.store.accountByName(TESTING, 'u-3'))?.roles).toEqual(roles);
  });

  test('finds groups that only user-info tells', async () => {
    const other = await startProvider({ origin: ORIGIN, groupsIn: 'userinfo' });
    other.person = { sub: 'u-4', groups: ['audit'] };
    const server = createServer(operation.tools({ issuer: other.issuer }));
    expect(headingOf((await comeBack(operation.visitor(server))).body)).toBe('U bent aangemeld');
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
    operation.provider.person = { sub: 'u-5', ...(groups !== undefined && { groups }) };
    const who = operation.visitor();
    const refused = await comeBack(who);
    expect([refused.statusCode, headingOf(refused.body)]).toEqual([status, 'Aanmelden is niet gelukt']);
    expect(wordsOf(refused.body)).toContain(told);
    expect(wordsOf(refused.body)).toContain('Er is niets gewijzigd');
    expect((await who.get('/queue')).statusCode).toBe(303);
    expect(await operation.site.world.installation.store.accountByName(TESTING, 'u-5')).toBeNull();
  });

  test('shows no task before a file of accounts says who somebody is', async () => {
    const who = await operation.signIn('u-6', 'screening');
    expect((await who.get('/queue')).body).not.toContain('16-0000');
    await operation.site.world.installation.store.importAccounts(TESTING, [
      { name: 'u-6', personnelNumber: 'K99999' as never, unit: '', declaredConflicts: [], roles: null },
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
    expect(headingOf(refused.body)).toBe('Aanmelden is niet gelukt');
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
    const who = operation.visitor();
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
        operation.laterMs = ATTEMPT_MS;
      },
    ],
  ])('is refused when it %s', async (_, meanwhile) => {
    const who = operation.visitor();
    const path = await throughProvider(await setOut(who), ORIGIN);
    await meanwhile(who, path);
    await expectRefused(who, path);
  });

  test('may be that the person declined', async () => {
    operation.provider.person = null;
    const refused = await comeBack(operation.visitor());
    expect(refused.statusCode).toBe(403);
    expect(wordsOf(refused.body)).toContain('afgebroken of geweigerd');
  });

  test.each([
    ['as far behind as clocks may be', CLOCK_TOLERANCE_SECONDS / 2, 200],
    ['further behind', 2 * CLOCK_TOLERANCE_SECONDS, 502],
  ])('holds by a clock that is %s', async (_, expiredSeconds, status) => {
    const slow = await startProvider({ origin: ORIGIN, clockAheadSeconds: -(TOKEN_LIFE_SECONDS + expiredSeconds) });
    slow.person = { sub: 'u-7', groups: ['audit'] };
    const server = createServer(operation.tools({ issuer: slow.issuer }));
    const answer = await comeBack(operation.visitor(server));
    await server.close();
    await slow.close();
    expect(answer.statusCode).toBe(status);
    if (status === 502) expect(wordsOf(answer.body)).toContain('klopt niet of is niet meer geldig');
  });

  test('is nothing when our secret is wrong, which only the operator can mend', async () => {
    const server = createServer(operation.tools({ clientSecret: 'another' }));
    const refused = await comeBack(operation.visitor(server));
    await server.close();
    expect(refused.statusCode).toBe(502);
    expect(wordsOf(refused.body)).toContain('kent dit programma niet');
  });

  test('is nothing when the claim that names accounts is missing', async () => {
    const server = createServer(operation.tools({ accountClaim: 'employee' }));
    const refused = await comeBack(operation.visitor(server));
    await server.close();
    expect(wordsOf(refused.body)).toContain('niet om welk account het gaat');
  });
});

describe('a provider that cannot be reached', () => {
  test('is told on a page, everything else goes on, and it is asked again', async () => {
    const gone = await startProvider({ origin: ORIGIN });
    await gone.close();
    const server = createServer(operation.tools({ issuer: gone.issuer }));
    const who = operation.visitor(server);
    const refused = await who.get('/sign-in/start?next=%2Fqueue');
    expect(refused.statusCode).toBe(503);
    expect(wordsOf(refused.body)).toMatch(/geeft geen antwoord. Er is niets verloren/);
    expect((await who.get('/healthz')).statusCode).toBe(200);
    const back = await startProvider({ origin: ORIGIN, port: Number(new URL(gone.issuer).port) });
    back.person = { sub: 'u-8', groups: ['ops'] };
    expect((await comeBack(who)).statusCode).toBe(200);
    await back.close();
    expect((await who.get('/alarms')).statusCode).toBe(200);
    await server.close();
  });
});
