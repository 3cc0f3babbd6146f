import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Paths, from the root, of every file that git keeps or would be asked to keep. */
export function trackedFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: ROOT, maxBuffer: 2 ** 26 })
    .toString()
    .split('\0');
  return [...new Set(listed)].filter((path) => path !== '' && existsSync(ROOT + path)).sort();
}

/** The program text among them. */
export function sourceFiles(): string[] {
  return trackedFiles().filter((path) => /^(src|jobs|matching|db|fixtures|test)\/.*\.(ts|mjs)$/.test(path));
}

export function read(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}
