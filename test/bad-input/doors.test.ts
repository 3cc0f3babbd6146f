import { mkdirSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createInboxPoller, REFUSAL_STANDS_AFTER_MS } from '../../jobs/inbox.ts';
import { intakeLimits } from '../../src/bin/intake-limits.ts';
import { embeddedSenderToken } from '../../src/bin/senders.ts';
import { webTools } from '../../src/bin/serve.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { readDelivery } from '../../src/intake/delivery.ts';
import { createServer } from '../../src/web/server.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { startWorld, type World } from '../support/world.ts';
import type { BadFile } from './bad-file.ts';
import { BAD_HEADERS } from './files-bad-header.ts';
import { BAD_DOCUMENTS } from './files-bad-xml.ts';
import { BROKEN_FILES } from './files-not-as-promised.ts';
import { PLANTED, tracesIn } from './traces.ts';

/** The rows that are bytes on a disk or a wire; the others are about how bytes come. */
const FILES = [...BAD_HEADERS, ...BROKEN_FILES, ...BAD_DOCUMENTS].flatMap((row) =>
  row.bytes instanceof Uint8Array ? [{ ...row, bytes: Buffer.from(row.bytes) }] : [],
);

/** The kinds of which HTTP says more with a code of its own. */
const OVERSIZE = ['gzip_bomb', 'too_large'];

let world: World;
let server: FastifyInstance;
beforeAll(async () => {
  world = await startWorld();
  server = createServer(webTools(world.installation, world.system));
  await server.ready();
}, 30_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

/** That the deliveries there are hold nothing, and that no file has a word of what was refused. */
async function expectNothingLeft(): Promise<void> {
  const statuses = await world.installation.store.listDeliveries(TESTING, { limit: 100 });
  expect(statuses.filter(({ received, state }) => received > 0 || state !== 'refused')).toEqual([]);
  expect(tracesIn(world.dataFolder, PLANTED)).toEqual([]);
}

describe('over HTTP a delivery is refused with a problem, and nothing of it stays', () => {
  test.each(FILES)('$what', async ({ bytes, sideFile, code, faults = [], params = {} }) => {
    const { body, statusCode, headers } = await server.inject({
      method: 'POST',
      url: '/deliveries',
      headers: {
        authorization: `Bearer ${embeddedSenderToken(world.installation)}`,
        'content-type': 'application/octet-stream',
        ...(sideFile !== undefined && { 'x-content-sha256': sideFile }),
      },
      payload: bytes,
    });
    const problem = JSON.parse(body);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(statusCode).toBe(problem.status);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(problem.code).toBe(OVERSIZE.includes(String(params['cause'])) ? 'TOO_LARGE' : code);
    const told = (problem.faults ?? []).map((fault: { readonly code: string; readonly field: string | null }) =>
      fault.field === null ? fault.code : `${fault.code} ${fault.field}`,
    );
    expect(told).toEqual(faults);
    await expectNothingLeft();
  });
});

describe('in the inbox a delivery is refused with an alarm, and neither it nor its file stays', () => {
  let ahead = 0;
  let poll: ReturnType<typeof createInboxPoller>;
  let folder: string;
  beforeAll(() => {
    const { config } = world.installation;
    folder = join(world.dataFolder, 'inbox');
    mkdirSync(folder);
    poll = createInboxPoller({
      folder,
      clock: { now: () => asEpochMs(Date.now() + ahead) },
      accept: world.system.accept,
      read: ({ bytes, sideFile }) => readDelivery(bytes, intakeLimits(config), sideFile),
    });
  });

  /** Polls until the sender has surely said all he wanted to say. */
  async function takeIn(row: Pick<BadFile, 'sideFile'> & { readonly bytes: Uint8Array | string }): Promise<void> {
    if (row.sideFile !== undefined) await writeFile(join(folder, 'delivery.sha256'), row.sideFile);
    await writeFile(join(folder, 'delivery'), row.bytes);
    await poll();
    ahead += REFUSAL_STANDS_AFTER_MS;
    await poll();
  }

  test.each(FILES)('$what', async (row) => {
    await takeIn(row);
    expect(readdirSync(folder)).toEqual([]);
    const alarms = await world.installation.store.listAlarms(TESTING, 'open', 10);
    const raised = alarms.map(({ code, params }) => `${code} ${params['code']}`);
    expect(raised).toContain(`DELIVERY_REFUSED ${row.code}`);
    await expectNothingLeft();
  });

  test('and a good one after all of them is taken in', async () => {
    await takeIn({ bytes: deliveryOf(1, [messageOf(1), messageOf(2)], 'GOOD-1') });
    expect(readdirSync(folder)).toEqual([]);
    const [newest] = await world.installation.store.listDeliveries(TESTING, { limit: 1 });
    expect(newest).toMatchObject({ deliveryId: 'GOOD-1', state: 'screening', received: 2 });
  });
});
