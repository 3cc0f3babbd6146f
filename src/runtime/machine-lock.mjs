import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 50;

/**
 * Takes the address, or says that another process has it.
 * @param {string} address
 * @returns {Promise<import('node:net').Server | 'taken'>}
 */
function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve('taken') : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

/**
 * Runs `work` while no other process of this machine runs work under the same name.
 * The lock is an abstract socket and not a lock file, because the kernel gives it back when its holder is killed.
 * @template T
 * @param {string} name any text, such as the folder that is guarded
 * @param {number} patienceMs how long to wait for the lock; then it rejects with `LOCK_TIMEOUT` as message
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withMachineLock(name, patienceMs, work) {
  const address = `\0screening-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  const deadline = performance.now() + patienceMs;
  let server = await listen(address);
  while (server === 'taken') {
    if (performance.now() > deadline) throw new Error('LOCK_TIMEOUT');
    await delay(RETRY_MS);
    server = await listen(address);
  }
  try {
    return await work();
  } finally {
    server.close();
  }
}
