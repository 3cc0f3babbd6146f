import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/domain/language.ts';
import { createProvider } from '../../src/web/sign-in/provider.ts';
import { startBrowser } from '../support/browser.ts';
import { TESTING } from '../support/own-installation.ts';
import { CLIENT, type RunningProvider, startProvider } from '../support/provider.ts';
import { type Site, startSite } from './site.ts';
import { lookAt } from './windows.ts';

let provider: RunningProvider;
let site: Site;
let browser: Browser;
let page: Page;
let origin: string;

/** One that is free now: the provider must know it before the pages are opened on it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  // Another name, and so another site to a browser, as in operation.
  provider = await startProvider({ origin }, 'localhost');
  site = await startSite(3, (tools) => {
    const settings = { origin, issuer: provider.issuer, ...CLIENT, groupsClaim: 'groups', accountClaim: 'sub' };
    const signIn = {
      origin,
      provider: createProvider(settings, tools.logger),
      groupsOfRoles: { operator: ['ops'] },
    };
    return { ...tools, demoAccounts: null, signIn };
  });
  await site.server.listen({ host: '127.0.0.1', port });
  browser = await startBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
}, 40_000);
afterAll(async () => {
  await browser.close();
  await site.close();
  await provider.close();
});

test('a browser without scripts signs in at another site, stays signed in on a link from there, and signs out of both', async () => {
  provider.person = { sub: 'u-1', groups: ['ops'] };
  await page.goto(`${origin}/alarms`);
  expect(page.url()).toBe(`${origin}/sign-in?next=%2Falarms`);
  await page.getByRole('link', { name: 'Aanmelden bij uw organisatie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Alarmen' }).waitFor();
  expect(page.url()).toBe(`${origin}/alarms`);
  const cookies = await page.context().cookies(origin);
  expect(cookies.map(({ name, sameSite, secure, httpOnly }) => ({ name, sameSite, secure, httpOnly }))).toEqual([
    { name: '__Host-visit', sameSite: 'Strict', secure: true, httpOnly: true },
  ]);

  await page.goto(`${provider.issuer}/link`);
  await page.setContent(`<a href="${origin}/deliveries">a link in an e-mail</a>`);
  await page.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Leveringen' }).waitFor();

  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.waitForURL(`${provider.issuer}/session/end?**`);
  await page.goto(`${origin}/alarms`);
  expect(page.url()).toBe(`${origin}/sign-in?next=%2Falarms`);
  await page.goBack();
  expect(await page.content()).not.toContain('Leveringen, nieuwste eerst');
}, 40_000);

describe.each(LANGUAGES)('in %s', (language) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${origin}/sign-in?lang=${language}`);
  });
  afterAll(() => page.context().close());

  test('the way to the provider is a page that anybody can use', async () => {
    await lookAt(page, 'sign-in-provider', language);
  }, 40_000);

  test('whoever has no role here is told so', async () => {
    provider.person = { sub: 'u-2', groups: ['canteen'] };
    const answer = await page.goto(`${origin}/sign-in/start`);
    expect(answer?.status()).toBe(403);
    await lookAt(page, 'sign-in-failed', language);
  }, 40_000);

  test('whoever typed while the session ended finds the text again', async () => {
    const { store, clock } = site.world.installation;
    const alarm = { code: 'SUBJECT_SCOPE_LOST', about: language, params: {} } as const;
    await store.raiseAlarm(TESTING, alarm, clock.now());
    // Whom the provider knows in this browser, now with a role.
    provider.person = { sub: 'u-2', groups: ['ops'] };
    await page.goto(`${origin}/sign-in/start?next=%2Falarms`);
    const reason = page.locator('input[name=reason]').first();
    await reason.fill('Bron gebeld');
    await store.withdrawRoles(TESTING, 'u-2');
    await reason.press('Enter');
    await page.locator('#kept').waitFor();
    expect(await page.locator('#kept').inputValue()).toBe('Bron gebeld');
    await lookAt(page, 'session-over', language);
  }, 40_000);

  test('the page between the two ends of a session is one that anybody can use', async () => {
    provider.person = { sub: 'u-2', groups: ['ops'] };
    await page.goto(`${origin}/sign-in/start?next=%2Falarms`);
    // An answer without content leaves the browser where it is.
    await page.route(`${provider.issuer}/**`, (route) => route.fulfill({ status: 204 }));
    await page.locator('form[action="/sign-out"] button').click();
    await page.locator('meta[http-equiv=refresh]').waitFor({ state: 'attached' });
    await lookAt(page, 'signed-out', language);
  }, 40_000);
});
