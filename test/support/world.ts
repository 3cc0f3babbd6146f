import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Accepted } from '../../jobs/accept.ts';
import { type Installation, openInstallation } from '../../src/bin/installation.ts';
import { intakeLimits } from '../../src/bin/intake-limits.ts';
import { importRegisterBytes } from '../../src/bin/register-import.ts';
import { openScreening, type ScreeningSystem } from '../../src/bin/screening-system.ts';
import type { Access } from '../../src/domain/access.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import { readDelivery } from '../../src/intake/delivery.ts';

const TESTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

/** A test that waits for what never comes must fail rather than keep jest from ending. */
const PATIENCE_MS = 50_000;

/** An embedded installation of a test's own: real database, real Redis, real keys, in a temporary folder. */
export interface World {
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly installation: Installation;
  readonly system: ScreeningSystem;
  importRegister(text: string, mode?: 'snapshot' | 'changes'): Promise<void>;
  deliver(text: string): Promise<Accepted>;
  /** Polls until `holds` says so of the newest delivery statuses, newest first. */
  waitFor(holds: (statuses: readonly DeliveryStatus[]) => boolean): Promise<readonly DeliveryStatus[]>;
  /** Every task as one comparable line, sorted; ids that differ from run to run left out. */
  tasks(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function listTasks({ store, clock }: Installation): Promise<readonly string[]> {
  const senior = await store.accountByName(TESTING, 'senior');
  if (senior === null) throw new Error('the embedded default has an account named senior');
  const access: Access = { actor: { kind: 'account', accountId: senior.accountId }, purpose: 'review_task' };
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listTasks(
      access,
      { limit: 500, ...(cursor === undefined ? {} : { cursor }) },
      clock.now(),
    );
    for (const { caseNumber, personnelNumber, band, state, messageId, revealed } of page.tasks) {
      lines.push([caseNumber, personnelNumber, band, state, messageId, revealed?.rating, revealed?.ruleId].join(' '));
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return lines.sort();
}

export async function startWorld(variables: Readonly<Record<string, string>> = {}): Promise<World> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'screening-world-'));
  const env = { SCREENING_DATA: dataFolder, SCREENING_LOG_LEVEL: 'silent', ...variables };
  const installation = await openInstallation(env);
  const system = await openScreening(installation);
  const { store, config } = installation;
  const limits = intakeLimits(config);
  return {
    dataFolder,
    env,
    installation,
    system,
    async importRegister(text, mode = 'snapshot') {
      await importRegisterBytes(installation, bytesOf(text), { mode, confirmed: true });
    },
    deliver: (text) => system.accept(TESTING, readDelivery(bytesOf(text), limits)),
    async waitFor(holds) {
      const deadlineMs = performance.now() + PATIENCE_MS;
      while (performance.now() < deadlineMs) {
        const statuses = await store.listDeliveries(TESTING, { limit: 100 });
        if (holds(statuses)) return statuses;
        await delay(5);
      }
      throw new Error(`what a test waited for did not come within ${PATIENCE_MS} ms`);
    },
    tasks: () => listTasks(installation),
    async close() {
      await system.close();
      await installation.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export function screenedOf({ outcomes }: DeliveryStatus): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}
