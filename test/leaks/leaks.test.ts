import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openQueues } from '../../jobs/queue-connections.ts';
import { type RunningWorker, startWorker } from '../../jobs/worker.ts';
import { composeWorker } from '../../src/bin/compose-worker.ts';
import { webTools } from '../../src/bin/serve.ts';
import { createLogger } from '../../src/runtime/logger.ts';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';
import { createServer } from '../../src/web/server.ts';
import { poisonedScope } from '../support/poison.ts';
import { deliveryOf, factOf, messageOf, officerOf, personOf, registerOf } from '../support/small-world.ts';
import { startWorld, type World } from '../support/world.ts';
import { visitorOf } from '../web/site.ts';
import { filesBelow, findLeaks, formsOf, keysOf, type Place } from './search.ts';

const SUBJECTS = 4;
const POISON = 2;
const STRANGER = 700;
const QUALIFICATION = 'Zwendelkwalificatiexq';
const TIMING = {
  lockDurationMs: 30_000,
  signEveryMs: 100,
  sweepEveryMs: 300,
  watchEveryMs: 300_000,
  retentionPattern: '0 0 4 * * *',
  inboxPattern: '0 0 4 * * *',
  canaryPattern: '0 0 4 * * *',
};
const people = [0, 1, POISON, STRANGER].map(personOf);
const parketnummer = (number: number): string => messageOf(number).zaak.parketnummer;

/** Everything that says who somebody is. */
const PERSONAL = [
  ...people.flatMap(({ bsn, geslachtsnaam }) => [bsn ?? '', geslachtsnaam]),
  ...[0, 1, POISON].map(officerOf),
  ...[0, 1, POISON, STRANGER].map(parketnummer),
];
const PLANTED = [...PERSONAL, QUALIFICATION];

/** What question B is about; nobody may see it who has not answered question A. */
const OFFENCE = [QUALIFICATION, 'T1-D1-F0'];

function withQualification(number: number) {
  const message = messageOf(number);
  const feiten = [{ ...factOf(1), kwalificatie: QUALIFICATION }];
  return { ...message, zaak: { ...message.zaak, feiten } };
}

let world: World;
let redis: RedisAccess;
let worker: RunningWorker;
const logLines: string[] = [];

/** Hits, a stranger, a line with personal data where none belongs, one that cannot be screened, a refusal, a retraction. */
async function deliverAll(): Promise<void> {
  const bad = { ...withQualification(1), berichtId: 'bad', tijdstip: personOf(1).geslachtsnaam };
  const lines = [0, 1, POISON, STRANGER].map(withQualification);
  await world.deliver(deliveryOf(1, [...lines, bad, `{"geslachtsnaam": "${personOf(1).geslachtsnaam}`]));
  const refused = await world.deliver(deliveryOf(2, lines).replace(QUALIFICATION, `${QUALIFICATION}!`));
  expect(refused).toMatchObject({ kind: 'refused', code: 'CHECKSUM_MISMATCH' });
  await world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled' || state === 'refused'));
  const retraction = { berichtId: 'gone', soort: 'verwijdering', tijdstip: '2026-11-20T00:00:00+01:00' };
  await world.deliver(deliveryOf(3, [{ ...retraction, zaak: { parketnummer: parketnummer(1) } }]));
  await world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled' || state === 'refused'));
}

beforeAll(async () => {
  world = await startWorld();
  await world.importRegister(registerOf(SUBJECTS));
  redis = await openRedis(world.installation.config);
  const logger = createLogger('debug', { write: (line) => void logLines.push(line) });
  const tools = composeWorker(world.installation, redis, openQueues(redis).queues, world.system);
  const scope = poisonedScope(tools.scope, personOf(POISON).geslachtsnaam);
  worker = await startWorker({ ...tools, scope, logger }, TIMING);
  await deliverAll();
}, 60_000);

afterAll(async () => {
  await worker.close();
  await redis.close();
  await world.close();
});

async function pagesFor(account: string, paths: readonly string[]): Promise<readonly Place[]> {
  const server = createServer(webTools(world.installation, world.system));
  const visitor = visitorOf(server);
  await visitor.post('/sign-in', { account });
  const places: Place[] = [];
  for (const path of paths) {
    const { body, headers } = await visitor.get(path);
    places.push({ name: `${account} ${path}`, content: `${JSON.stringify(headers)}\n${body}` });
  }
  await server.close();
  return places;
}

describe('nothing of a person is found', () => {
  test('in Redis', async () => {
    const places = await keysOf(redis.connect('requests'));
    expect(places.length).toBeGreaterThan(10);
    expect(findLeaks(places, PLANTED)).toEqual([]);
  });

  test('in the log, which tells of the line that could not be screened', () => {
    expect(logLines.length).toBeGreaterThan(3);
    expect(findLeaks([{ name: 'log', content: logLines.join('') }], PLANTED)).toEqual([]);
  });

  test('in any file of the installation: database, write log, Redis, inbox', () => {
    const files = filesBelow(world.dataFolder);
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['screening.db', 'screening.db-wal']));
    expect(findLeaks(files, PLANTED)).toEqual([]);
  });

  test('in what operators and auditors are shown', async () => {
    const { deliveryKey } = (await world.waitFor((statuses) => statuses.length > 0)).at(-1) ?? {};
    const queues = ['screen', 'settle', 'inbox', 'upkeep'];
    const boards = queues.flatMap((queue) =>
      ['latest', 'failed', 'completed'].map(
        (status) => `/ops/queues/api/queues?activeQueue=${queue}&status=${status}&page=1`,
      ),
    );
    const paths = [
      '/',
      '/deliveries',
      `/deliveries/${deliveryKey}`,
      '/alarms',
      '/metrics',
      '/readyz',
      '/queue',
      ...boards,
    ];
    const places = [...(await pagesFor('operator', paths)), ...(await pagesFor('auditor', paths))];
    expect(places.some(({ content }) => content.includes('CHUNK_FAILED'))).toBe(true);
    expect(findLeaks(places, PLANTED)).toEqual([]);
  });

  test('of the offence or its rating in what a reviewer is shown before the first question is answered', async () => {
    const places = await pagesFor('reviewer1', ['/', '/queue', '/queue?state=open', '/deliveries', '/alarms']);
    expect(places.some(({ content }) => content.includes(parketnummer(0)))).toBe(true);
    expect(findLeaks(places, OFFENCE)).toEqual([]);
    const senior = await pagesFor('senior', ['/queue']);
    expect(findLeaks(senior, OFFENCE)).not.toEqual([]);
  });
});

describe('the search would find it', () => {
  const value = 'Geheimnaamxq';
  const texts = Object.entries(formsOf(value)).flatMap(([form, all]) => all.map((text) => ({ form, text })));

  test.each(texts)('as $form, in Redis, in a log and in a file', async ({ form, text }) => {
    const connection = redis.connect('requests');
    await connection.hset('planted', 'data', JSON.stringify({ note: `a ${text} b` }));
    const path = join(world.dataFolder, 'planted.txt');
    writeFileSync(path, `a ${text} b`);
    const places = [
      ...(await keysOf(connection)),
      { name: 'log', content: `a ${text} b` },
      ...filesBelow(world.dataFolder),
    ];
    const found = findLeaks(places, [value]);
    await connection.del('planted');
    writeFileSync(path, '');
    for (const place of ['Redis planted', 'log', 'planted.txt'])
      expect(found).toContain(`${value} (${form}) in ${place}`);
  });
});
