import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src/domain/language.ts';
import { SCREENSHOTS } from '../support/browser.ts';

/** A look costs a second, so the second language is looked at where texts have the least room. */
const WIDTHS: Readonly<Record<Language, readonly number[]>> = { nl: [1280, 320], en: [320] };
const HEIGHT = 900;
const LOOK: Parameters<AxeBuilder['options']>[0] = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
};

/** Opens windows on one server. */
export interface Windows {
  readonly url: string;
  /** A window of somebody who signed in by clicking; nobody when `account` is null. */
  open(account: string | null, language?: Language, options?: BrowserContextOptions): Promise<Page>;
}

export function windowsOn(browser: Browser, url: string): Windows {
  return {
    url,
    async open(account, language = 'nl', options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: HEIGHT }, ...options });
      const page = await context.newPage();
      await page.goto(`${url}/sign-in?lang=${language}`);
      if (account !== null) {
        await page.getByRole('button', { name: new RegExp(` ${account}$`) }).click();
        await page.getByRole('heading', { level: 1, name: 'Start' }).waitFor();
        // The heading stands before the page's scripts, which take the keys.
        await page.waitForLoadState('load');
      }
      return page;
    },
  };
}

/**
 * The faults axe finds, and what it could not decide, as rule and element. The legacy mode spares a second page for
 * every look, and lacks nothing but frames, which these pages have none of.
 */
async function faultsOn(page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().options(LOOK).analyze();
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} ${target.join(' ')}`),
  );
}

async function sidewaysScroll(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

/** Expects the page as it is now to be accessible and to fit, and keeps a picture of it at every width. */
export async function lookAt(page: Page, name: string, language: Language): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  for (const width of WIDTHS[language]) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.screenshot({ path: `${SCREENSHOTS}/${name}-${language}-${width}.png`, fullPage: true });
    const faults = await faultsOn(page);
    const found = { name, width, sideways: await sidewaysScroll(page), faults };
    expect(found).toEqual({ name, width, sideways: 0, faults: [] });
  }
  await page.setViewportSize({ width: 1280, height: HEIGHT });
}
