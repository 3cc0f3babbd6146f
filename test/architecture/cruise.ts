import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const TREE = ['src', 'jobs', 'matching', 'db', 'fixtures', 'test'];

/** What the rules say of the source tree in `folder`. */
export async function cruiseTree(folder: string): Promise<ICruiseResult> {
  const roots = TREE.filter((root) => existsSync(join(folder, root)));
  const options = { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: folder };
  const { output } = await cruise(roots, options as Parameters<typeof cruise>[1]);
  if (typeof output === 'string') throw new Error('expected modules, not a report');
  return output;
}

/** `rule: from -> to` for everything that breaks a rule. */
export function violationsOf(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}
