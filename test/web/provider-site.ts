import { afterAll, beforeEach } from '@jest/globals';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { asEpochMs } from '../../src/domain/ids.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createProvider } from '../../src/web/sign-in/provider.ts';
import type { WebTools } from '../../src/web/tools.ts';
import { CLIENT, type RunningProvider, startProvider, throughProvider } from '../support/provider.ts';
import { type Site, startSite, type Visitor, visitorOf } from './site.ts';

/** Where the pages are in operation, as far as browser and provider know; requests are injected. */
export const ORIGIN = 'http://127.0.0.1:18080';
export const AT_OUR_HOST = { host: new URL(ORIGIN).host };

const GROUPS_OF_ROLES = { reviewer: ['screening'], senior: ['seniors'], operator: ['ops', 'ict'], auditor: ['audit'] };

/** Settings of the provider that a test can get wrong. */
interface Settings {
  readonly issuer?: string;
  readonly clientSecret?: string;
  readonly accountClaim?: string;
}

/** A site where people sign in at a provider. */
export interface ProviderSite {
  readonly site: Site;
  readonly provider: RunningProvider;
  /** By how much the clock of the site is moved on. */
  laterMs: number;
  /** For another server on the same installation. */
  tools(settings: Settings): WebTools;
  visitor(server?: FastifyInstance): Visitor;
  /** Somebody who is in these groups signs in. */
  signIn(sub: string, ...groups: string[]): Promise<Visitor>;
  close(): Promise<void>;
}

/** Answers with the address at the provider to which a browser is sent. */
export async function setOut(who: Visitor, next = '/queue'): Promise<string> {
  const response = await who.get(`/sign-in/start?next=${encodeURIComponent(next)}`);
  return String(response.headers.location);
}

/** To the provider and back. */
export async function comeBack(who: Visitor, next?: string): Promise<LightMyRequestResponse> {
  return who.get(await throughProvider(await setOut(who, next), ORIGIN));
}

async function startProviderSite(): Promise<ProviderSite> {
  const provider = await startProvider({ origin: ORIGIN });
  const inOperation = (tools: WebTools, settings: Settings = {}): WebTools => {
    const all = { origin: ORIGIN, issuer: provider.issuer, ...CLIENT, groupsClaim: 'groups', accountClaim: 'sub' };
    const signIn = {
      origin: ORIGIN,
      provider: createProvider({ ...all, ...settings }, tools.logger),
      groupsOfRoles: GROUPS_OF_ROLES,
    };
    const clock = { now: () => asEpochMs(tools.clock.now() + self.laterMs) };
    return { ...tools, metrics: createMetrics(), clock, demoAccounts: null, signIn };
  };
  const site = await startSite(3, inOperation);
  const self: ProviderSite = {
    ...{ site, provider, laterMs: 0 },
    tools: (settings) => inOperation(site.tools, settings),
    visitor: (server = site.server) => visitorOf(server, AT_OUR_HOST),
    async signIn(sub, ...groups) {
      provider.person = { sub, groups };
      const who = self.visitor();
      const { statusCode, body } = await comeBack(who);
      if (statusCode !== 200) throw new Error(`nobody was let in: ${body}`);
      return who;
    },
    async close() {
      await site.close();
      await provider.close();
    },
  };
  return self;
}

/** A site for all tests of a file. Before each the clocks agree, and at the provider a reviewer is to sign in. */
export async function providerSiteForTests(): Promise<ProviderSite> {
  const operation = await startProviderSite();
  afterAll(() => operation.close());
  beforeEach(() => {
    operation.laterMs = 0;
    operation.provider.person = { sub: 'u-1', groups: ['screening'] };
  });
  return operation;
}

export const headingOf = (body: string): string => /<h1[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
/** What can be read on a page. */
export const wordsOf = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
