import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { SCREENSHOTS, startBrowser } from '../support/browser.ts';
import { deliveryOf } from '../support/small-world.ts';
import { bringIntoUnit, caseNumberOf, type PEOPLE, retraction, startReviewSite } from './review-site.ts';
import type { Site, Visitor } from './site.ts';
import { answer, pathOf } from './task-visitors.ts';
import { lookAt, type Windows, windowsOn } from './windows.ts';

let site: Site;
let browser: Browser;
let windows: Windows;
let paths: Readonly<Record<keyof typeof PEOPLE, string>>;

async function take(visitor: Visitor, path: string): Promise<void> {
  await visitor.post(`${path}/claim`, {}, path);
}

/** Brings every task into the state in which it is looked at. */
beforeAll(async () => {
  site = await startReviewSite();
  const [first, second] = [await site.signIn('reviewer1'), await site.signIn('reviewer2')];
  const found = async (who: keyof typeof PEOPLE) => pathOf(first, caseNumberOf(who));
  paths = {
    ...{ namesake: await found('namesake'), misspelt: await found('misspelt'), colleague: await found('colleague') },
    ...{ retracted: await found('retracted'), convicted: await found('convicted') },
  };
  await take(first, paths.misspelt);
  await take(first, paths.convicted);
  await answer(first, paths.convicted, 'identity', { verdict: 'same_person', reason: 'Zelfde BSN en geboortedatum' });
  await take(second, paths.namesake);
  await answer(second, paths.namesake, 'identity', { verdict: 'same_person' });
  await answer(second, paths.namesake, 'relevance', { verdict: 'not_relevant', reason: 'Gering' });
  await bringIntoUnit(site, 'colleague');
  await site.world.deliver(deliveryOf(3, [retraction()]));
  await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
  browser = await startBrowser();
  windows = windowsOn(browser, await site.server.listen({ host: '127.0.0.1', port: 0 }));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What is looked at: who opens what, and what they do there first. */
const LOOKS: readonly {
  readonly name: string;
  readonly account: string;
  readonly path: () => string;
  readonly first?: (page: Page) => Promise<void>;
}[] = [
  { name: 'queue-seniors', account: 'senior', path: () => '/queue' },
  { name: 'queue-mine', account: 'reviewer1', path: () => '/queue?mine=yes' },
  { name: 'queue-none', account: 'reviewer1', path: () => '/queue?told=none' },
  { name: 'task-a', account: 'reviewer1', path: () => paths.misspelt },
  { name: 'task-a-of-another', account: 'reviewer2', path: () => paths.misspelt },
  {
    name: 'task-a-refused',
    account: 'reviewer1',
    path: () => paths.misspelt,
    first: async (page) => {
      await page.keyboard.press('3');
      expect(await page.evaluate('document.activeElement.id')).toBe('reason');
      await page.keyboard.type('De bron kent de geboortedatum.');
      // The usual day is filled in, and may be changed or left out.
      expect(await page.locator('#waitUntil').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
      await page.locator('#waitUntil').fill('');
      await page.locator('[data-record-button]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'task-b', account: 'reviewer1', path: () => paths.convicted },
  {
    name: 'task-b-with-a',
    account: 'reviewer1',
    path: () => paths.convicted,
    first: async (page) => page.locator('summary').click(),
  },
  { name: 'task-answered', account: 'reviewer2', path: () => paths.namesake },
  { name: 'task-rivals', account: 'reviewer1', path: () => paths.namesake, first: (page) => openDetails(page) },
  {
    name: 'task-second-look',
    account: 'reviewer1',
    path: () => paths.namesake,
    first: async (page) => {
      // Taken in the first language, it is still in hand in the second.
      const take = page.locator('[data-key="c"]');
      if ((await take.count()) > 0) await take.click();
      await page.locator('[data-answer]').waitFor();
    },
  },
  { name: 'task-conflict', account: 'reviewer1', path: () => paths.colleague },
  { name: 'task-gone', account: 'reviewer1', path: () => paths.retracted },
  { name: 'task-print', account: 'reviewer1', path: () => `${paths.convicted}/print` },
  { name: 'keys', account: 'reviewer1', path: () => '/keys' },
  {
    name: 'keys-sheet',
    account: 'reviewer1',
    path: () => '/queue',
    first: async (page) => page.keyboard.press('?'),
  },
  {
    name: 'bulk-nothing',
    account: 'senior',
    path: () => '/queue',
    first: async (page) => page.locator('[formaction="/tasks/release"]').click(),
  },
];

async function openDetails(page: Page): Promise<void> {
  const summary = page.locator('summary');
  if ((await summary.count()) > 0) await summary.click();
}

describe.each(LANGUAGES)('in %s', (language: Language) => {
  test.each(LOOKS)(
    '$name is accessible and fits any screen',
    async ({ name, account, path, first }) => {
      const page = await windows.open(account, language);
      await page.goto(`${windows.url}${path()}`);
      await first?.(page);
      await lookAt(page, name, language);
      await page.context().close();
    },
    60_000,
  );
});

test('on paper the working page sends to the print, and the print leaves away what is for the screen', async () => {
  const page = await windows.open('reviewer1');
  const shown = (): Promise<string> => page.evaluate<string>('document.querySelector("main").innerText');
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${windows.url}${paths.convicted}`);
  expect(await shown()).not.toContain('mishandeling');
  expect(await shown()).toContain('niet bedoeld om af te drukken');
  await page.goto(`${windows.url}${paths.convicted}/print`);
  expect(await shown()).toContain('mishandeling');
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.screenshot({ path: `${SCREENSHOTS}/task-on-paper.png`, fullPage: true });
  await page.context().close();
}, 60_000);

test('at 200 % zoom, and without motion, nothing is lost: no sideways scroll, nothing that moves', async () => {
  const options = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
  const page = await windows.open('reviewer1', 'nl', options);
  for (const path of ['/queue', paths.misspelt, paths.convicted]) {
    await page.goto(`${windows.url}${path}`);
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect({ path, sideways: await page.evaluate(sideways) }).toEqual({ path, sideways: 0 });
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  }
  await page.context().close();
}, 60_000);
