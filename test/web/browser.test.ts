import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/domain/language.ts';
import { SCREENSHOTS, startBrowser } from '../support/browser.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type Site, startSite } from './site.ts';
import { lookAt, type Windows, windowsOn } from './windows.ts';

/** Every page there is, and who opens it. */
const PAGES: readonly { readonly name: string; readonly account: string | null; readonly path: string }[] = [
  { name: 'sign-in', account: null, path: '/sign-in' },
  { name: 'start', account: 'operator', path: '/' },
  { name: 'start-empty', account: 'registrar', path: '/' },
  { name: 'queue', account: 'senior', path: '/queue' },
  { name: 'queue-reviewer', account: 'reviewer1', path: '/queue?band=strong' },
  { name: 'queue-empty', account: 'reviewer1', path: '/queue?state=closed' },
  { name: 'dashboard', account: 'senior', path: '/dashboard' },
  { name: 'dashboard-quarter', account: 'auditor', path: '/dashboard?days=91' },
  { name: 'history', account: 'senior', path: '/subjects/:subject' },
  { name: 'audit', account: 'auditor', path: '/audit' },
  { name: 'deliveries', account: 'operator', path: '/deliveries' },
  { name: 'delivery', account: 'operator', path: '/deliveries/:first' },
  { name: 'alarms', account: 'operator', path: '/alarms' },
  { name: 'not-found', account: 'operator', path: '/nothing' },
  { name: 'forbidden', account: 'operator', path: '/queue' },
];
let site: Site;
let browser: Browser;
let windows: Windows;
let url: string;
let first: string;
let subject: string;
beforeAll(async () => {
  site = await startSite();
  const access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' } as const;
  const { store, clock } = site.world.installation;
  first = (await store.listDeliveries(access, { limit: 1 }))[0]?.deliveryKey ?? '';
  // An id as long as real ones are, and a task that is withdrawn: both need their room.
  const { persoon: _, ...retraction } = messageOf(5, {
    ...{ berichtId: 'B-retracted', soort: 'verwijdering', tijdstip: '2026-11-19T18:00:00+01:00' },
  });
  await site.world.deliver(deliveryOf(2, [messageOf(910), retraction], 'JDS-2026-000002'));
  await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
  const senior = await store.accountByName(access, 'senior');
  const looking = { actor: { kind: 'account', accountId: senior?.accountId ?? ('' as never) } } as const;
  const listed = await store.listTasks({ ...looking, purpose: 'review_task' }, { limit: 1 }, clock.now());
  subject = listed.tasks[0]?.subjectId ?? '';
  const alarm = { code: 'SUBJECT_SCOPE_LOST', about: 'officer', params: {} } as const;
  await store.raiseAlarm(access, alarm, clock.now());
  url = await site.server.listen({ host: '127.0.0.1', port: 0 });
  browser = await startBrowser();
  windows = windowsOn(browser, url);
}, 40_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(PAGES)(
    'the page $name is accessible and fits any screen',
    async ({ name, account, path }) => {
      const page = await windows.open(account, language);
      await page.goto(`${url}${path.replace(':first', first).replace(':subject', subject)}`);
      await lookAt(page, name, language);
      await page.context().close();
    },
    30_000,
  );
});

describe('without JavaScript', () => {
  let page: Page;
  beforeAll(async () => {
    page = await windows.open('operator', 'nl', { javaScriptEnabled: false });
  });
  afterAll(() => page.context().close());

  test('the menu, a delivery with its quarantine, and the other language are a click away', async () => {
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Leveringen' }).click();
    await page.getByRole('link', { name: 'W-1' }).click();
    expect(await page.getByRole('row', { name: /De regel is niet te lezen/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('row', { name: /The line cannot be read/ }).count()).toBe(1);
    expect(page.url()).toBe(`${url}/deliveries/${first}?lang=en`);
    await page.getByRole('link', { name: 'Nederlands' }).click();
  });

  test('an alarm is acknowledged by keyboard, and a blank reason is said to be missing', async () => {
    await page.goto(`${url}/alarms`);
    const reason = page.getByRole('textbox', { name: 'Wat gaat u eraan doen?' });
    await reason.fill('   ');
    await reason.press('Enter');
    expect(await page.getByText('schrijf eerst wat eraan gedaan wordt').count()).toBe(1);
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    await reason.fill('Bron gebeld');
    await reason.press('Enter');
    expect(await page.getByText('Bron gebeld').count()).toBe(1);
    expect(await page.getByText('bekend', { exact: true }).count()).toBe(1);
  });
});

test('the first press of Tab leads past the menu to the content', async () => {
  const page = await windows.open('senior');
  await page.goto(`${url}/queue`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Volgende taak');
  await page.context().close();
});

test('the board works with nothing from another host, and says that it is a demonstration', async () => {
  const page = await windows.open('operator');
  const [elsewhere, broken]: [string[], string[]] = [[], []];
  page.on('response', (response) => {
    if (!response.url().startsWith(url)) elsewhere.push(response.url());
  });
  page.on('pageerror', (error) => broken.push(error.message));
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Wachtrijen' }).click();
  await page.getByText('2 Screenen').first().waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/board.png` });
  await page.goto(`${url}/ops/queues/queue/screen`);
  await page.getByText('screen W-1').first().waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/board-jobs.png` });
  expect(await page.getByText('Demonstratie').count()).toBe(1);
  expect([elsewhere, broken]).toEqual([[], []]);
  await page.context().close();
}, 20_000);
