import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveryFile } from '../../../fixtures/deliveries.ts';
import type { Access } from '../../domain/access.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { readDelivery } from '../../intake/delivery.ts';
import { sideFileOf } from '../../runtime/delivery-file.ts';
import type { Installation } from '../installation.ts';
import { intakeLimits } from '../intake-limits.ts';
import type { ScreeningSystem } from '../screening-system.ts';
import { embeddedSenderToken } from '../senders.ts';
import type { RunningServer } from '../serve.ts';

/** The ways in which a delivery can reach the system. */
export const DOORS = ['inbox', 'http', 'cli'] as const;
export type Door = (typeof DOORS)[number];

export interface DoorTools {
  readonly installation: Installation;
  readonly system: ScreeningSystem;
  readonly server: RunningServer;
}

const BY_DEMO: Access = { actor: { kind: 'system', name: 'demo' }, purpose: 'receive_delivery' };
const POLL_MS = 50;

/** As a sender does it: under a name that is left alone until everything is written. Gone means taken in. */
async function throughInbox({ installation }: DoorTools, file: DeliveryFile): Promise<void> {
  const path = join(installation.config.dataFolder, 'inbox', file.fileName);
  if (file.sideFile !== null) await writeFile(sideFileOf(path), file.sideFile);
  await writeFile(`${path}.part`, file.bytes);
  await rename(`${path}.part`, path);
  while (existsSync(path)) await delay(POLL_MS);
}

async function throughHttp({ installation, server }: DoorTools, file: DeliveryFile): Promise<void> {
  const response = await fetch(`${server.url}/deliveries`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${embeddedSenderToken(installation)}`,
      'content-type': file.sideFile === null ? 'application/x-ndjson' : 'application/xml',
      ...(file.sideFile === null ? {} : { 'x-content-sha256': file.sideFile.slice(0, 64) }),
    },
    body: new Uint8Array(file.bytes),
  });
  // Unread, it would keep the connection, and with it the server, from closing.
  await response.arrayBuffer();
  if (!response.ok) throw new ScreeningError('DELIVERY_INTERRUPTED');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What `screening ingest` does, without a process of its own. */
async function throughCli({ installation, system }: DoorTools, file: DeliveryFile): Promise<void> {
  const limits = intakeLimits(installation.config);
  await system.accept(BY_DEMO, readDelivery(once(file.bytes), limits, file.sideFile));
}

const THROUGH: Readonly<Record<Door, (tools: DoorTools, file: DeliveryFile) => Promise<void>>> = {
  inbox: throughInbox,
  http: throughHttp,
  cli: throughCli,
};

/** Hands a delivery in and comes back when it has been taken in or turned away; nobody waits for it to be screened. */
export async function handIn(tools: DoorTools, door: Door, file: DeliveryFile): Promise<void> {
  await THROUGH[door](tools, file);
}
