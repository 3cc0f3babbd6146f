import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';
import { socketPathOf } from '../../src/runtime/redis-server.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';

const opened: RedisAccess[] = [];
const folders: string[] = [];

function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'screening-redis-')));
  folders.push(folder);
  return folder;
}

async function open(dataFolder: string, redisUrl: string | null = null): Promise<RedisAccess> {
  const access = await openRedis({ redisUrl, redisBin: null, dataFolder });
  opened.push(access);
  return access;
}

async function serverPid(access: RedisAccess): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await access.connect('requests').info('server'))?.[1]);
}

afterEach(async () => {
  for (const access of opened.splice(0)) await access.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded Redis', () => {
  test('answers on a private socket and on no port', async () => {
    const folder = freshFolder();
    const access = await open(folder);
    const redis = access.connect('requests');
    expect(await redis.config('GET', 'port')).toEqual(expect.arrayContaining(['port', '0']));
    expect(statSync(join(folder, 'redis/redis.sock')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'redis')).mode & 0o777).toBe(0o700);
  });

  test('is shared by all of one data folder and stopped by the last to leave', async () => {
    const folder = freshFolder();
    const [first, second] = await Promise.all([open(folder), open(folder)]);
    const pid = await serverPid(first);
    expect(await serverPid(second)).toBe(pid);
    await first.close();
    expect(await second.connect('requests').ping()).toBe('PONG');
    await second.close();
    expect(existsSync(join(folder, 'redis/redis.sock'))).toBe(false);
  });

  test('keeps what it was given over a stop and a new start', async () => {
    const folder = freshFolder();
    const before = await open(folder);
    await before.connect('requests').set('key', 'kept');
    await before.close();
    expect(await (await open(folder)).connect('requests').get('key')).toBe('kept');
  });

  test('is started again when it is killed, with its data, under the connections that were open', async () => {
    const access = await open(freshFolder());
    const redis = access.connect('blocking');
    await redis.set('key', 'kept');
    const pid = await serverPid(access);
    process.kill(pid, 'SIGKILL');
    expect(await redis.get('key')).toBe('kept');
    expect(await serverPid(access)).not.toBe(pid);
  });

  test('outlives a killed starter, is found by the next and stopped by it', async () => {
    const folder = freshFolder();
    const redis = new URL('../../src/runtime/redis.ts', import.meta.url).href;
    const settings = JSON.stringify({ redisUrl: null, redisBin: null, dataFolder: folder });
    const program = `const { openRedis } = await import('${redis}');
      const access = await openRedis(${settings});
      console.log(/process_id:(\\d+)/.exec(await access.connect('requests').info('server'))[1]);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
    const [line] = await once(starter.stdout, 'data');
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    const access = await open(folder);
    expect(await serverPid(access)).toBe(Number(line));
    await access.close();
    expect(existsSync(join(folder, 'redis/redis.sock'))).toBe(false);
  });

  test('takes a short path in the temp folder when its own is too long for a socket', async () => {
    const folder = join(freshFolder(), 'x'.repeat(120));
    mkdirSync(folder);
    expect(Buffer.byteLength(socketPathOf(join(folder, 'redis')))).toBeLessThanOrEqual(107);
    const access = await open(folder);
    expect(await access.connect('requests').ping()).toBe('PONG');
  });

  test('is missing, in so many words, when the configured program does not run', async () => {
    const settings = { redisUrl: null, redisBin: '/nowhere/redis-server', dataFolder: freshFolder() };
    await expect(openRedis(settings)).rejects.toMatchObject({ code: 'REDIS_MISSING' });
  });
});

describe('a Redis of one’s own', () => {
  let host: TestRedis;
  let url: string;

  beforeAll(async () => {
    host = await startTestRedis();
    url = `unix://${join(host.dataFolder, 'redis/redis.sock')}`;
  });

  afterAll(() => host.stop());

  test('is used as it is and left running', async () => {
    const pid = await serverPid(host.access);
    const guest = await open(freshFolder(), url);
    expect(await serverPid(guest)).toBe(pid);
    await guest.close();
    expect(await serverPid(host.access)).toBe(pid);
  });

  test('is refused when it may drop jobs to make room', async () => {
    await host.access.connect('requests').config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(open(freshFolder(), url)).rejects.toMatchObject({
      code: 'REDIS_EVICTS',
      params: { policy: 'allkeys-lru' },
    });
  });

  test('that is not there is unreachable', async () => {
    await expect(open(freshFolder(), 'redis://127.0.0.1:1')).rejects.toMatchObject({ code: 'REDIS_UNREACHABLE' });
  });
});
