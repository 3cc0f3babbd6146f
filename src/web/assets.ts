import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
/** Where our own files are. */
export const ASSETS_FOLDER = fileURLToPath(new URL('assets', import.meta.url));

/**
 * Where a page finds its looks. `tokens` is the neutral example theme of the NL Design System: an organisation puts its
 * own tokens in its place.
 */
export const ASSET_PATHS = {
  tokens: '/assets/tokens.css',
  components: '/assets/components.css',
  screening: '/assets/screening.css',
  task: '/assets/task.css',
  keys: '/assets/keys.js',
  icon: '/assets/icon.svg',
} as const;

/** The file behind each of these addresses. No folder is served, so no other file can be asked for. */
const FILES: Readonly<Record<string, string>> = {
  [ASSET_PATHS.tokens]: resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'),
  [ASSET_PATHS.components]: resolve('@utrecht/component-library-css/dist/index.css'),
  [ASSET_PATHS.screening]: join(ASSETS_FOLDER, 'screening.css'),
  [ASSET_PATHS.task]: join(ASSETS_FOLDER, 'task.css'),
  [ASSET_PATHS.keys]: join(ASSETS_FOLDER, 'keys.js'),
  [ASSET_PATHS.icon]: join(ASSETS_FOLDER, 'icon.svg'),
};

export interface Asset {
  readonly folder: string;
  readonly path: string;
}

/** The file of one of the addresses above, as `reply.sendFile` takes it. Throws when it is none of them. */
export function assetAt(address: string): Asset {
  const file = FILES[address];
  if (file === undefined) throw new Error('not the address of an asset');
  return { folder: dirname(file), path: file.slice(dirname(file).length + 1) };
}
