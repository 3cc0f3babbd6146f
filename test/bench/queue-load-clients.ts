import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** What the clients are told: where the server is, who they are, what they ask for in turn, and until when. */
export interface Load {
  readonly url: string;
  readonly accounts: readonly string[];
  /** Addresses under a name, one of which is asked for at each turn. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly durationMs: number;
  /** Between two pages. */
  readonly readingMs: number;
}

/** Milliseconds of each answer, by the name of the page. */
export type Measured = Readonly<Record<string, readonly number[]>>;

async function signIn(url: string, account: string): Promise<string> {
  const page = await fetch(`${url}/sign-in`);
  const cookie = (page.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ token, account }),
    headers: { cookie },
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function ask(address: string, cookie: string): Promise<number> {
  const begunMs = performance.now();
  const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  return performance.now() - begunMs;
}

async function work(load: Load, account: string, client: number, measured: Record<string, number[]>): Promise<void> {
  const cookie = await signIn(load.url, account);
  const endMs = performance.now() + load.durationMs;
  for (let turn = client; performance.now() < endMs; turn++) {
    for (const [name, paths] of Object.entries(load.pages)) {
      const ms = await ask(`${load.url}${paths[turn % paths.length]}`, cookie);
      measured[name]?.push(ms);
      await delay(load.readingMs);
    }
  }
}

async function run(load: Load): Promise<void> {
  const measured: Record<string, number[]> = Object.fromEntries(Object.keys(load.pages).map((name) => [name, []]));
  await Promise.all(load.accounts.map((account, client) => work(load, account, client, measured)));
  parentPort?.postMessage(measured satisfies Measured);
}

await run(workerData as Load);
