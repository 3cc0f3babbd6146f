import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { xmlDelivery } from '../../fixtures/wire/delivery-files.ts';
import { webTools } from '../../src/bin/serve.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import { asId, type DeliveryId } from '../../src/domain/ids.ts';
import { createLogger } from '../../src/runtime/logger.ts';
import { createServer } from '../../src/web/server.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { type Site, startSite } from './site.ts';

const WATCHING = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' } as const;
const NDJSON = 'application/x-ndjson';

let site: Site;
let url: string;
beforeAll(async () => {
  site = await startSite();
  url = await site.server.listen({ host: '127.0.0.1', port: 0 });
}, 30_000);
afterAll(() => site.close());

type Headers = Readonly<Record<string, string>>;

function handIn(body: string | Buffer, headers: Headers = {}): Promise<Response> {
  const sent = { authorization: `Bearer ${site.token}`, 'content-type': NDJSON, ...headers };
  return fetch(`${url}/deliveries`, { method: 'POST', headers: sent, body });
}

function found(deliveryId: string): Promise<DeliveryStatus | null> {
  return site.world.installation.store.findDelivery(WATCHING, 'JDS', asId<DeliveryId>(deliveryId));
}

const header = (volgnummer: number, leveringId: string, afzender = 'JDS') => ({
  ...{ leveringId, afzender, volgnummer },
  aangemaakt: '2026-11-20T03:00:00+01:00',
});

describe('a delivery handed in over HTTP', () => {
  test('is taken in, answered with its address, and followed there to the end', async () => {
    const answer = await handIn(deliveryOf(2, [messageOf(6), messageOf(902), '{"'], 'H-1'));
    expect(answer.status).toBe(201);
    const address = String(answer.headers.get('location'));
    expect(await answer.json()).toMatchObject({ deliveryId: 'H-1', sender: 'JDS', sequenceNumber: 2, received: 3 });
    await site.world.waitFor((statuses) => statuses.every(({ state }) => state !== 'screening'));
    const ledger = await fetch(`${url}${address}`, { headers: { authorization: `Bearer ${site.token}` } });
    expect(await ledger.json()).toMatchObject({
      ...{ deliveryId: 'H-1', status: 'settled', code: null },
      ...{ received: 3, tasked: 1, cleared: 1, withdrawn: 0, superseded: 0, quarantined: 1 },
    });
    const byId = await fetch(`${url}/deliveries/H-1`, { headers: { authorization: `Bearer ${site.token}` } });
    expect(await byId.json()).toMatchObject({ deliveryId: 'H-1', received: 3 });
  });

  test('is a duplicate when it comes again, however large it is', async () => {
    const lines = Array.from({ length: 1_500 }, (_, index) => messageOf(1_000 + index));
    const text = deliveryOf(3, lines, 'H-2');
    const first = await handIn(text);
    const again = await handIn(text);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect((await again.json()) as object).toMatchObject({ received: 1_500 });
  });

  test.each([
    ['NDJSON in gzip', 'application/gzip', gzipSync(deliveryOf(4, [messageOf(903)], 'H-gz')), 'H-gz'],
    [
      'NDJSON that calls itself bytes',
      'application/octet-stream',
      deliveryOf(5, [messageOf(904)], 'H-bytes'),
      'H-bytes',
    ],
  ])('may be %s', async (_, type, body, deliveryId) => {
    expect((await handIn(body, { 'content-type': type })).status).toBe(201);
    expect((await found(deliveryId))?.received).toBe(1);
  });

  test('may be XML, with its checksum in a header of the request', async () => {
    const { xml, sideFile } = xmlDelivery(header(6, 'H-xml'), [messageOf(905), messageOf(906)]);
    const type = { 'content-type': 'application/xml' };
    expect((await handIn(xml, { ...type, 'x-content-sha256': sideFile.trim() })).status).toBe(201);
    expect((await found('H-xml'))?.received).toBe(2);
    expect((await handIn(xml.replace('H-xml', 'H-xml2'), type)).status).toBe(422);
  });
});

/** Anything that is refused is refused as a problem, and leaves no line behind. */
interface Refusal {
  readonly what: string;
  readonly body: string | Buffer;
  readonly headers?: Headers;
  readonly status: number;
  readonly code: string;
}

const good = deliveryOf(50, [messageOf(907)], 'R-1');
const foreign = (afzender: string): string => good.replace('"afzender":"JDS"', `"afzender":"${afzender}"`);
const REFUSALS: readonly Refusal[] = [
  { what: 'no token', body: good, headers: { authorization: '' }, status: 401, code: 'TOKEN_MISSING' },
  { what: 'a wrong token', body: good, headers: { authorization: 'Bearer x' }, status: 401, code: 'TOKEN_MISSING' },
  {
    what: 'another manner of token',
    body: good,
    headers: { authorization: 'Basic eDp5' },
    status: 401,
    code: 'TOKEN_MISSING',
  },
  { what: 'another sender’s name', body: foreign('KMAR'), status: 403, code: 'SENDER_MISMATCH' },
  { what: 'the reserved name', body: foreign('canary'), status: 403, code: 'SENDER_RESERVED' },
  {
    what: 'a media type of forms',
    body: good,
    headers: { 'content-type': 'multipart/form-data' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  { what: 'JSON that is no header', body: '{}\n', status: 422, code: 'HEADER_INVALID' },
  { what: 'nothing in it', body: '', status: 422, code: 'HEADER_INVALID' },
  { what: 'a line too few', body: `${good.split('\n')[0]}\n`, status: 422, code: 'COUNT_MISMATCH' },
  { what: 'a byte changed', body: good.replace('2026-11-19', '2026-11-18'), status: 422, code: 'CHECKSUM_MISMATCH' },
  { what: 'gzip cut off', body: gzipSync(good).subarray(0, -12), status: 422, code: 'DELIVERY_UNREADABLE' },
  { what: 'XML with a DTD', body: '<!DOCTYPE a []><a/>', status: 422, code: 'DELIVERY_UNREADABLE' },
  {
    what: 'the id of another delivery',
    body: deliveryOf(99, [messageOf(908)], 'W-1'),
    status: 409,
    code: 'DELIVERY_CONFLICT',
  },
];

describe('a delivery is refused', () => {
  test.each(REFUSALS)('with $what: $status $code', async ({ body, headers, status, code }) => {
    const answer = await handIn(body, headers);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code });
    expect(problem['type']).toBe(`urn:screening:problem:${code.toLowerCase().replaceAll('_', '-')}`);
    expect(answer.status).toBe(status);
    expect((await found('R-1'))?.received ?? 0).toBe(0);
  });

  test('with every fault of its header by name, and no value repeated', async () => {
    const answer = await handIn('{"leveringId":"Jansen de Vries","afzender":"JDS","volgnummer":0}\n');
    const text = await answer.text();
    const { faults } = JSON.parse(text) as { readonly faults: readonly { readonly field: string }[] };
    expect(faults.map(({ field }) => field).sort()).toEqual([
      'aangemaakt',
      'aantal',
      'leveringId',
      'sha256',
      'volgnummer',
    ]);
    expect(text).not.toContain('Jansen');
  });

  test('when it is larger than a file may be, said or not, packed or not', async () => {
    const tools = webTools(site.world.installation, site.world.system);
    const server = createServer({ ...tools, limits: { ...tools.limits, maxFileBytes: 2_000 } });
    const payload = deliveryOf(
      60,
      Array.from({ length: 20 }, (_, index) => messageOf(7_000 + index)),
      'H-large',
    );
    const headers = { authorization: `Bearer ${site.token}`, 'content-type': NDJSON };
    for (const body of [payload, gzipSync(payload)]) {
      const { statusCode, body: text } = await server.inject({
        method: 'POST',
        url: '/deliveries',
        headers,
        payload: body,
      });
      expect([statusCode, (JSON.parse(text) as { code: string }).code]).toEqual([413, 'TOO_LARGE']);
    }
    await server.close();
    expect((await found('H-large'))?.received ?? 0).toBe(0);
  });

  test('in the middle, when the sender hangs up, and nothing of it remains', async () => {
    const text = deliveryOf(
      61,
      Array.from({ length: 3_000 }, (_, index) => messageOf(5_000 + index)),
      'H-cut',
    );
    const half = Buffer.from(text).subarray(0, text.length / 2);
    const head = [
      'POST /deliveries HTTP/1.1',
      `host: ${new URL(url).host}`,
      `authorization: Bearer ${site.token}`,
      `content-type: ${NDJSON}`,
      `content-length: ${Buffer.byteLength(text)}`,
    ];
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(half);
    while ((await found('H-cut'))?.received !== 1_000) await delay(5);
    socket.destroy();
    while ((await found('H-cut'))?.state !== 'refused') await delay(5);
    expect(await found('H-cut')).toMatchObject({ received: 0, code: 'DELIVERY_INTERRUPTED' });
    expect((await handIn(text)).status).toBe(201);
  });
});

test('the log tells of what was turned away at the door, by code alone', async () => {
  const written: string[] = [];
  const logger = createLogger('info', { write: (line) => void written.push(line) });
  const tools = webTools({ ...site.world.installation, logger }, site.world.system);
  const server = createServer(tools);
  const send = (payload: string, token: string) =>
    server.inject({
      ...{ method: 'POST', url: '/deliveries', payload },
      headers: { authorization: `Bearer ${token}`, 'content-type': NDJSON },
    });
  await send(foreign('KMAR'), site.token);
  await send(foreign('canary'), site.token);
  await send(good, 'wrong');
  const told = written.map((line) => JSON.parse(line)).map(({ msg, code }) => `${msg}: ${code}`);
  expect(told).toEqual([
    'a delivery was turned away: SENDER_MISMATCH',
    'a delivery was turned away: SENDER_RESERVED',
    'a sender was turned away: TOKEN_MISSING',
  ]);
  expect(written.join('')).not.toMatch(/KMAR|wrong/);
  await server.close();
});

test('a ledger is nobody’s but its sender’s', async () => {
  const key = (await found('W-1'))?.deliveryKey;
  const tools = webTools(site.world.installation, site.world.system);
  const server = createServer({ ...tools, senders: { senderOf: (token) => (token === 'other' ? 'KMAR' : null) } });
  const ask = async (token: string) =>
    (await server.inject({ url: `/deliveries/${key}`, headers: { authorization: `Bearer ${token}` } })).statusCode;
  expect([await ask('other'), await ask('wrong')]).toEqual([404, 401]);
  await server.close();
});

test.each([
  { what: 'a slash too many', method: 'POST', path: '/deliveries/', status: 404, code: 'NOT_FOUND' },
  { what: 'an address that is not there', method: 'GET', path: '/delivery', status: 404, code: 'NOT_FOUND' },
  {
    ...{ what: 'an id beyond all ids', method: 'GET', path: `/deliveries/${'a'.repeat(3_000)}` },
    ...{ status: 400, code: 'REQUEST_INVALID' },
  },
] as const)('$what is told a program as a problem, which repeats nothing of it', async (row) => {
  const { method, path, status, code } = row;
  const headers = { authorization: `Bearer ${site.token}`, 'content-type': NDJSON };
  const payload = method === 'POST' ? { payload: good } : {};
  const answer = await site.server.inject({ method, url: path, headers, ...payload });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).not.toContain('aaa');
});
