import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportedRegister } from '../../jobs/import-register.ts';
import { type Installation, openInstallation } from '../../src/bin/installation.ts';
import { intakeLimits } from '../../src/bin/intake-limits.ts';
import { importRegisterBytes } from '../../src/bin/register-import.ts';
import type { Access } from '../../src/domain/access.ts';
import { readDelivery } from '../../src/intake/delivery.ts';
import type { DeliveryEvent } from '../../src/intake/delivery-event.ts';

export const TESTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

export type RegisterMode = 'snapshot' | 'changes';

/** An embedded installation in a temporary folder: real database, real keys. */
export interface OwnInstallation {
  readonly dataFolder: string;
  /** With which another process opens the same installation. */
  readonly env: Readonly<Record<string, string>>;
  readonly installation: Installation;
  /** Closes the database and removes the folder. */
  dispose(): Promise<void>;
}

export async function openOwnInstallation(
  variables: Readonly<Record<string, string>> = {},
  prefix = 'screening-test-',
): Promise<OwnInstallation> {
  const dataFolder = mkdtempSync(join(tmpdir(), prefix));
  const env = { SCREENING_DATA: dataFolder, SCREENING_LOG_LEVEL: 'silent', ...variables };
  const installation = await openInstallation(env);
  return {
    ...{ dataFolder, env, installation },
    async dispose() {
      await installation.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

export function eventsOf({ config }: Installation, text: string): AsyncIterable<DeliveryEvent> {
  return readDelivery(bytesOf(text), intakeLimits(config));
}

export function importText(
  installation: Installation,
  text: string,
  mode: RegisterMode = 'snapshot',
  confirmed = true,
): Promise<ImportedRegister> {
  return importRegisterBytes(installation, bytesOf(text), { mode, confirmed });
}

/** Every task as one comparable line, sorted; ids that differ from run to run left out. */
export async function tasksOf({ store, clock }: Installation): Promise<readonly string[]> {
  const senior = await store.accountByName(TESTING, 'senior');
  if (senior === null) throw new Error('the embedded default has an account named senior');
  const access: Access = { actor: { kind: 'account', accountId: senior.accountId }, purpose: 'review_task' };
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const filter = { limit: 500, ...(cursor === undefined ? {} : { cursor }) };
    const page = await store.listTasks(access, filter, clock.now());
    for (const { caseNumber, personnelNumber, band, state, messageId, revealed } of page.tasks) {
      lines.push([caseNumber, personnelNumber, band, state, messageId, revealed?.rating, revealed?.ruleId].join(' '));
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return lines.sort();
}
