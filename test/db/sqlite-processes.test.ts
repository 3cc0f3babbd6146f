import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { OPERATOR, WORKER } from './conformance/bench.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

let bench: SqliteBench;
const started: ChildProcessByStdio<null, Readable, null>[] = [];

/** Starting a process takes seconds on a busy machine. */
jest.setTimeout(60_000);

beforeEach(async () => {
  bench = await sqliteBench();
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await bench.dispose();
});

function startWriter(name: string, deliveries: number): ChildProcessByStdio<null, Readable, null> {
  const script = new URL('./writing-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, bench.path, name, String(deliveries)], {
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning', KEYS: bench.keys },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
}

describe('several processes on one file', () => {
  test('begin a new database together, and all their writes form one chain', async () => {
    const writers = ['w1', 'w2'].map((name) => startWriter(name, 3));
    for (const writer of writers) writer.stdout.resume();
    expect(await Promise.all(writers.map((writer) => once(writer, 'exit')))).toEqual(Array(2).fill([0, null]));
    const store = await bench.open();
    const proofs = await store.reconcile(OPERATOR, null);
    expect(proofs.map(({ balanced }) => balanced)).toEqual(Array(6).fill(true));
    expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: true, brokenAt: null });
  });

  test('one that is killed in the middle leaves whole transactions and nothing else', async () => {
    const writer = startWriter('w1', 100_000);
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const store = await bench.open();
    expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: true, brokenAt: null });
    const { chunks, toSettle } = await store.listUnfinished(WORKER);
    const unfinished = new Set([...chunks, ...toSettle].map(({ deliveryKey }) => deliveryKey));
    const proofs = await store.reconcile(OPERATOR, null);
    expect(proofs.length).toBeGreaterThan(0);
    for (const proof of proofs) {
      expect(proof.faults).toEqual([]);
      expect(proof.balanced || unfinished.has(proof.deliveryKey)).toBe(true);
    }
  });
});
