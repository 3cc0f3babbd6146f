import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { RunningWorker } from '../../jobs/worker.ts';
import { embeddedSenderToken } from '../../src/bin/senders.ts';
import { webTools } from '../../src/bin/serve.ts';
import { createServer } from '../../src/web/server.ts';
import type { WebTools } from '../../src/web/tools.ts';
import { deliveryOf, messageOf, registerOf } from '../support/small-world.ts';
import { startWorld, type World } from '../support/world.ts';

/** Somebody with a browser: keeps cookies, sends forms with their token. */
export interface Visitor {
  get(path: string): Promise<LightMyRequestResponse>;
  /** Sends a form that stands on the page at `from`, with its token. */
  post(path: string, fields: Readonly<Record<string, string>>, from?: string): Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
}

/** A server on an installation of its own, with a worker, that screened a delivery of hits, strangers and a bad line. */
export interface Site {
  readonly world: World;
  readonly server: FastifyInstance;
  readonly worker: RunningWorker;
  /** For another server on the same installation, which needs figures of its own. */
  readonly tools: WebTools;
  /** What the embedded sender presents. */
  readonly token: string;
  visitor(): Visitor;
  signIn(account: string): Promise<Visitor>;
  close(): Promise<void>;
}

export const SUBJECTS = 40;
/** Of a task that the first delivery makes. */
export const FIRST_CASE = '16-000001-26';

/** Its hits are the subjects 1 … `hits`; then two strangers, and one line that is no JSON. */
function firstDelivery(hits: number): string {
  const numbers = [...Array.from({ length: hits }, (_, index) => index + 1), 900, 901];
  return deliveryOf(1, [...numbers.map((number) => messageOf(number)), '{"berichtId": "broken']);
}

/** @param headers sent along with every request */
export function visitorOf(server: FastifyInstance, headers: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const response = await server.inject({
      ...options,
      headers: { ...headers, ...options.headers },
      cookies: Object.fromEntries(cookies),
    });
    for (const { name, value } of response.cookies) cookies.set(name, value);
    return response;
  };
  const get = (path: string) => ask({ method: 'GET', url: path });
  return {
    cookies,
    get,
    async post(path, fields, from = '/sign-in') {
      const token = /name="token" value="([^"]+)"/.exec((await get(from)).body)?.[1] ?? '';
      const payload = new URLSearchParams({ token, ...fields }).toString();
      return ask({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    },
  };
}

export async function startSite(hits = 5, change: (tools: WebTools) => WebTools = (tools) => tools): Promise<Site> {
  const world = await startWorld();
  await world.importRegister(registerOf(SUBJECTS));
  const tools = webTools(world.installation, world.system);
  const server = createServer(change(tools));
  const worker = await world.system.startWorker();
  await world.deliver(firstDelivery(hits));
  await world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
  return {
    world,
    server,
    worker,
    tools,
    token: embeddedSenderToken(world.installation),
    visitor: () => visitorOf(server),
    async signIn(account) {
      const visitor = visitorOf(server);
      await visitor.post('/sign-in', { account });
      return visitor;
    },
    async close() {
      await worker.close();
      await server.close();
      await world.close();
    },
  };
}
