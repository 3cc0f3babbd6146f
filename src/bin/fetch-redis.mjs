import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UNPACKED_REDIS_FOLDER } from '../runtime/redis-binary.mjs';

const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];
const PATIENCE_MS = 60_000;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: 'pipe', timeout: PATIENCE_MS });
}

/**
 * Downloads with the machine's own package lists; where those are empty or stale, with private ones, which needs no root.
 * @param {string} folder
 */
function download(folder) {
  const options = ['-q', '-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1', '-o', 'APT::Sandbox::User='];
  try {
    run('apt-get', [...options, 'download', ...PACKAGES], folder);
  } catch {
    const state = join(folder, 'apt');
    mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
    mkdirSync(join(state, 'cache', 'archives', 'partial'), { recursive: true });
    options.push('-o', `Dir::State::lists=${join(state, 'lists')}`, '-o', `Dir::Cache=${join(state, 'cache')}`);
    run('apt-get', [...options, 'update'], folder);
    run('apt-get', [...options, 'download', ...PACKAGES], folder);
  }
}

/**
 * The packages expect their libraries in the system's folders, so a script in front says where they are.
 * @param {string} folder
 */
function writeStarter(folder) {
  const libraries = readdirSync(join(folder, 'usr/lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
    .map((entry) => `$here/usr/lib/${entry.name}`);
  const script = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="${libraries.join(':')}" exec "$here/usr/bin/redis-server" "$@"
`;
  const starter = join(folder, 'redis-server');
  writeFileSync(starter, script);
  chmodSync(starter, 0o755);
}

/**
 * Puts the distribution's Redis into the cache folder, without root and without installing it. Throws when this is not
 * a Debian or Ubuntu system or its mirror is out of reach; the cache is then as it was.
 */
export function fetchRedis() {
  const folder = `${UNPACKED_REDIS_FOLDER}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    download(folder);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
      run('dpkg', ['-x', name, folder], folder);
      rmSync(join(folder, name));
    }
    rmSync(join(folder, 'apt'), { recursive: true, force: true });
    writeStarter(folder);
    run(join(folder, 'redis-server'), ['--version'], dirname(folder));
    rmSync(UNPACKED_REDIS_FOLDER, { recursive: true, force: true });
    renameSync(folder, UNPACKED_REDIS_FOLDER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
