import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createProvider } from '../../src/web/sign-in/provider.ts';
import { SCREENSHOTS, startBrowser } from '../support/browser.ts';
import { CLIENT, type RunningProvider, startProvider } from '../support/provider.ts';
import { type Site, startSite } from './site.ts';

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

/** Everything axe finds, and that it looked at both widths. */
async function expectFits(name: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${SCREENSHOTS}/${name}-nl-${width}.png`, fullPage: true });
    const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect({ name, width, sideways }).toEqual({ name, width, sideways: 0 });
  }
}

test('a browser without scripts signs in at another site, stays signed in on a link from there, and signs out of both', async () => {
  provider.person = { sub: 'u-1', groups: ['ops'] };
  await page.goto(`${origin}/alarms`);
  expect(page.url()).toBe(`${origin}/sign-in?next=%2Falarms`);
  await expectFits('sign-in-provider');
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

test('whoever has no role here is told so on a page that anybody can use', async () => {
  provider.person = { sub: 'u-2', groups: ['canteen'] };
  const context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${origin}/sign-in/start`);
  await page.getByRole('heading', { level: 1, name: 'Aanmelden is niet gelukt' }).waitFor();
  await expectFits('sign-in-failed');
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect([...violations, ...incomplete].map(({ id }) => id)).toEqual([]);
}, 40_000);
