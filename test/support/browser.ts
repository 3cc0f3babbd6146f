import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Where tests leave what they saw; nobody commits it. */
export const SCREENSHOTS = fileURLToPath(new URL('../../.artifacts/screenshots', import.meta.url));

/**
 * A real browser that comes with the packages. Not with the arguments its package proposes: those switch off the very
 * rules about origins that the pages rely on. Without the sandbox it also runs as root and in a container.
 */
export async function startBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const executablePath = await chromium.executablePath();
  return launcher.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
