import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { deliveryOf } from '../support/small-world.ts';
import { withHeldClock } from './held-clock.ts';
import { bringIntoUnit, caseNumberOf, type PEOPLE, retraction, startReviewSite } from './review-site.ts';
import type { Site } from './site.ts';
import { pathOf } from './task-visitors.ts';
import { type Windows, windowsOn } from './windows.ts';

const MINUTE_MS = 60_000;

const clock = withHeldClock();
let site: Site;
let browser: Browser;
let windows: Windows;
beforeAll(async () => {
  site = await startReviewSite(clock.change);
  browser = await startBrowser();
  windows = windowsOn(browser, await site.server.listen({ host: '127.0.0.1', port: 0 }));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The address of somebody's task. */
async function taskOf(who: keyof typeof PEOPLE): Promise<string> {
  return `${windows.url}${await pathOf(await site.signIn('reviewer1'), caseNumberOf(who))}`;
}

async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 15_000 });
}

/** Chooses an answer and records it, by clicking. */
async function click(page: Page, verdict: string, reason = ''): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${verdict}`) }).check();
  if (reason !== '') await page.getByRole('textbox', { name: /Motivering/ }).fill(reason);
  await page.getByRole('button', { name: /^Vastleggen/ }).click();
}

describe('a working day', () => {
  test('sign in, next, who it is, whether it matters; a colleague looks again, and a senior decides between them', async () => {
    const first = await windows.open('reviewer1');
    await first.goto(`${windows.url}/queue`);
    await first.getByRole('button', { name: /^Volgende taak/ }).click();
    const task = first.url();
    await says(first, 'Waarom dit een kandidaat is');
    expect(await first.getByText('De feiten').count()).toBe(0);
    await click(first, 'dezelfde persoon');
    await says(first, 'De feiten');
    await click(first, 'niet relevant', 'Verjaard');
    await says(first, 'Een collega kijkt er nu zelfstandig naar');
    await first.getByRole('button', { name: /^Volgende taak/ }).click();
    expect(first.url()).not.toBe(task);
    await first.getByRole('button', { name: /^Geef de taak terug/ }).click();

    const second = await windows.open('reviewer2');
    await second.goto(task);
    await second.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await says(second, 'hoog gewaardeerd en er is geen onderzoek voorgesteld');
    await click(second, 'incidenteel betrouwbaarheidsonderzoek', 'Te ernstig');
    await says(second, 'een senior beslist');

    const senior = await windows.open('senior');
    await senior.goto(task);
    await senior.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await says(senior, 'Het antwoord van een senior is beslissend');
    await says(senior, 'Verjaard');
    await click(senior, 'incidenteel betrouwbaarheidsonderzoek');
    await says(senior, 'De taak is afgerond');
    await Promise.all([first, second, senior].map((page) => page.context().close()));
  }, 60_000);

  test('rivals stand side by side, what is misspelt is marked, and a verdict is told in the words of the law', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(await taskOf('namesake'));
    const rivals = page.getByRole('table', { name: 'Het bericht naast ieder die erbij past' });
    expect(await rivals.getByRole('columnheader', { name: 'K00070' }).count()).toBe(1);
    expect(await rivals.getByRole('row', { name: /Verschil met deze taak/ }).textContent()).toMatch(/[+−]?\d,\d bits/);
    await page.goto(await taskOf('misspelt'));
    expect(await page.locator('mark').count()).toBeGreaterThan(1);
    expect(await page.getByRole('row', { name: /^BSN/ }).textContent()).toContain('ontbreekt');
    await page.goto(await taskOf('convicted'));
    await page.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await click(page, 'dezelfde persoon');
    await says(page, 'veroordeeld, onherroepelijk');
    await says(page, /taakstraf 60 uur; geldboete €\s500,00, voorwaardelijk/);
    await says(page, 'geseponeerd (02: onvoldoende bewijs)');
    expect(await page.locator('main').textContent()).not.toContain('dader');
    await page.getByRole('button', { name: /^Geef de taak terug/ }).click();
    await page.context().close();
  }, 60_000);

  test('a task about somebody of one’s own unit is refused, also when it was open already', async () => {
    const page = await windows.open('reviewer2');
    await page.goto(await taskOf('colleague'));
    await page.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await bringIntoUnit(site, 'colleague');
    await click(page, 'dezelfde persoon', 'Kent iedereen');
    await says(page, 'Deze taak is er niet, of is niet voor u');
    expect(await page.locator('#kept').inputValue()).toBe('Kent iedereen');
    expect(await page.getByText('Vergelijking per gegeven').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('a task that was withdrawn while it was open says so, and keeps what was typed', async () => {
    const page = await windows.open('reviewer2');
    await page.goto(await taskOf('retracted'));
    await page.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await site.world.deliver(deliveryOf(3, [retraction()]));
    await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
    await click(page, 'iemand anders', 'Andere geboorteplaats');
    await says(page, 'De taak is ingetrokken');
    expect(await page.locator('#kept').inputValue()).toBe('Andere geboorteplaats');
    await page.getByRole('button', { name: /^Volgende taak/ }).click();
    await says(page, 'Is dit dezelfde persoon?');
    await page.getByRole('button', { name: /^Geef de taak terug/ }).click();
    await page.context().close();
  }, 60_000);

  test('after the half hour an answer is refused with the text on the page, and recorded after taking the task again', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(await taskOf('misspelt'));
    await page.getByRole('button', { name: /^Neem in behandeling/ }).click();
    clock.move(20 * MINUTE_MS);
    await page.reload();
    clock.move(11 * MINUTE_MS);
    await click(page, 'iemand anders', 'Naam wijkt af');
    await says(page, 'Uw half uur is verstreken');
    expect(await page.locator('#kept').inputValue()).toBe('Naam wijkt af');
    await page.getByRole('button', { name: /^Neem de taak opnieuw, met uw tekst/ }).click();
    expect(await page.getByRole('textbox', { name: /Motivering/ }).inputValue()).toBe('Naam wijkt af');
    expect(await page.getByRole('radio', { name: /^iemand anders/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: /^Vastleggen/ }).click();
    await says(page, 'Uw antwoord is vastgelegd: iemand anders');
    await page.context().close();
  }, 60_000);

  test('the same form in two windows, and "back" with the button again, record one answer', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(`${windows.url}/queue`);
    await page.getByRole('button', { name: /^Volgende taak/ }).click();
    const twin = await page.context().newPage();
    await twin.goto(page.url());
    for (const window of [page, twin]) {
      await click(window, 'dezelfde persoon', 'Zelfde BSN');
      await says(window, 'De feiten');
      expect(await window.getByText('Niet vastgelegd').count()).toBe(0);
    }
    expect(await twin.getByText('Zelfde BSN').count()).toBe(1);
    // Nothing is kept by the browser: "back" asks for the task anew, and the question that was answered is not on it.
    await page.goBack();
    await says(page, 'De feiten');
    expect(await page.getByRole('radio', { name: /^dezelfde persoon/ }).count()).toBe(0);
    await twin.getByRole('button', { name: /^Geef de taak terug/ }).click();
    await page.context().close();
  }, 60_000);

  test('the language switches on a task in hand, which stays in hand', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(await taskOf('namesake'));
    await page.getByRole('button', { name: /^Neem in behandeling/ }).click();
    await page.getByRole('link', { name: 'English' }).click();
    await says(page, 'Why this is a candidate');
    expect(await page.getByRole('radio', { name: /^same person/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await page.getByRole('button', { name: /^Geef de taak terug/ }).click();
    await page.context().close();
  }, 60_000);
});

describe('by keyboard alone', () => {
  const pressAll = async (page: Page, keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');

  test('a task is taken, answered twice and left; a key chooses, and only Enter on the button records', async () => {
    const page = await windows.open('reviewer1');
    await page.keyboard.press('q');
    await page.waitForURL(/\/queue$/);
    await page.goto(`${windows.url}/queue?state=open&band=strong`);
    await pressAll(page, ['j', 'c']);
    await says(page, 'Is dit dezelfde persoon?');
    await page.keyboard.press('2');
    expect(await page.evaluate('document.activeElement.id')).toBe('reason');
    await page.keyboard.type('n 1 q c ?');
    expect(await page.locator('#reason').inputValue()).toBe('n 1 q c ?');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Vastleggen: iemand anders');
    await page.keyboard.press('1');
    expect(await focused(page)).toBe('Vastleggen: dezelfde persoon');
    expect(await page.getByText('De feiten').count()).toBe(0);
    await page.keyboard.press('Enter');
    await says(page, 'De feiten');
    await page.keyboard.press('3');
    expect(await focused(page)).toBe('Vastleggen: incidenteel betrouwbaarheidsonderzoek voorstellen');
    await page.keyboard.press('Enter');
    await says(page, 'Uw antwoord is vastgelegd');
    await page.keyboard.press('n');
    await says(page, 'Voor u vastgehouden tot');
    await page.keyboard.press('r');
    await page.waitForURL(/\/queue$/);
    await page.context().close();
  }, 60_000);

  test('lines are walked with j and k, opened with Enter, taken with c and given back with r', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(`${windows.url}/queue?state=open`);
    const lines = await page.locator('[data-row]').allTextContents();
    await pressAll(page, ['j', 'j', 'k', 'j']);
    expect(await focused(page)).toBe(lines[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks\//);
    await page.keyboard.press('c');
    await says(page, 'Voor u vastgehouden tot');
    await page.keyboard.press('r');
    await page.waitForURL(/\/queue$/);
    await page.goto(`${windows.url}/queue?state=open`);
    await pressAll(page, ['j', 'c']);
    await says(page, 'Voor u vastgehouden tot');
    await page.keyboard.press('r');
    await page.waitForURL(/\/queue$/);
    await page.context().close();
  }, 60_000);

  test('the sheet opens with ? and closes with Escape, and keys can be switched off', async () => {
    const page = await windows.open('reviewer1');
    await page.goto(`${windows.url}/queue`);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Sneltoetsen' });
    expect(await sheet.isVisible()).toBe(true);
    await page.keyboard.press('n');
    expect(page.url()).toMatch(/\/queue$/);
    await page.keyboard.press('Escape');
    expect(await sheet.isVisible()).toBe(false);
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Sneltoetsen gebruiken in deze browser' }).uncheck();
    await page.keyboard.press('Escape');
    await pressAll(page, ['n', 'j', '?']);
    expect(page.url()).toMatch(/\/queue$/);
    expect(await sheet.isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);
});

test('without JavaScript a task is taken, answered, printed and left, and the sheet of keys is a page', async () => {
  const page = await windows.open('reviewer2', 'nl', { javaScriptEnabled: false });
  await page.goto(`${windows.url}/queue?state=open`);
  await page
    .getByRole('button', { name: /^Neem 16-/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Vastleggen/ }).click();
  await click(page, 'dezelfde persoon');
  await says(page, 'De feiten');
  await page.getByRole('link', { name: 'Afdrukken' }).click();
  await says(page, 'Afgedrukt door');
  await page.getByRole('link', { name: 'Terug naar de taak' }).click();
  await click(page, 'volgen tot er beslist is');
  await says(page, 'De taak wacht.');
  await page.getByRole('link', { name: /^Sneltoetsen/ }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sneltoetsen');
  await page.context().close();
}, 60_000);
