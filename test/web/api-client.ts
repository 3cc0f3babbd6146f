import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { openApiDocument } from '../../src/web/api/openapi.ts';
import { newToken } from '../../src/web/machine/sender-tokens.ts';
import { TESTING } from '../support/own-installation.ts';
import type { Site } from './site.ts';

/** A program with a token. Every answer it gets is held against the description of the API. */
export interface ApiClient {
  readonly token: string;
  get(path: string): Promise<LightMyRequestResponse>;
  post(
    path: string,
    body?: object | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
            >;
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export const DESCRIBED = openApiDocument() as unknown as Described;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', ...DESCRIBED });

/** The path of the description that an address falls under; a fixed one before one with parts that vary. */
function describedPath(url: string): string | undefined {
  const [address = ''] = url.split('?');
  const fits = (path: string): boolean => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address);
  return Object.keys(DESCRIBED.paths).find((path) => path === address) ?? Object.keys(DESCRIBED.paths).find(fits);
}

/** What is not as described about an answer; null when all is. */
export function faultOf(
  method: string,
  url: string,
  { statusCode, headers, body }: LightMyRequestResponse,
): string | null {
  const path = describedPath(url);
  const response =
    path === undefined ? undefined : DESCRIBED.paths[path]?.[method.toLowerCase()]?.responses[statusCode];
  if (path === undefined || response === undefined)
    return `${method} ${url} answers ${statusCode}, which is not described`;
  const [mediaType = ''] = String(headers['content-type']).split(';');
  if (response.content[mediaType] === undefined) return `${mediaType} is not described`;
  const escaped = [path, method.toLowerCase(), String(statusCode), mediaType].map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const [at, verb, status, media] = escaped;
  const validate = ajv.compile({ $ref: `api#/paths/${at}/${verb}/responses/${status}/content/${media}/schema` });
  return validate(JSON.parse(body)) ? null : ajv.errorsText(validate.errors);
}

/** @param roles of the token; all that the account has when left out */
export async function apiClient(site: Site, name: string, roles?: readonly Role[]): Promise<ApiClient> {
  const { store, clock } = site.world.installation;
  const account = await store.accountByName(TESTING, name);
  if (account === null) throw new Error(`there is no account ${name}`);
  const token = newToken();
  const [issuedAt, expiresAt] = [clock.now(), asEpochMs(clock.now() + 3_600_000)];
  const terms = { accountId: account.accountId, roles: roles ?? account.roles, issuedAt, expiresAt };
  await store.issueToken(TESTING, token, terms);
  const ask = async (options: InjectOptions & { readonly method: string; readonly url: string }) => {
    const headers = { authorization: `Bearer ${token}`, ...options.headers };
    const response = await site.server.inject({ ...options, headers });
    const fault = faultOf(options.method, options.url, response);
    if (fault !== null) throw new Error(`${fault}\n${response.body}`);
    return response;
  };
  return {
    token,
    get: (url) => ask({ method: 'GET', url }),
    post: (url, body, headers = {}) =>
      ask({
        ...{ method: 'POST', url },
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}
