import { z } from 'zod';
import { ROLES } from '../domain/account.ts';
import { text, variable } from './variable.ts';

/** Without TLS only on this machine: there is nobody in between. */
const LOOPBACK_NAMES = ['127.0.0.1', '[::1]', 'localhost'];

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && LOOPBACK_NAMES.includes(hostname));
  return isPrivate && username === '' && search === '' && hash === '';
}

const address = z.string().refine(isSafe);
/** As a browser writes it: without a path, and without a port that goes without saying. */
const origin = address.refine((url) => new URL(url).pathname === '/').transform((url) => new URL(url).origin);

const json = z.string().transform((given, context): unknown => {
  try {
    return JSON.parse(given);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
const groupsOfRoles = json.pipe(z.partialRecord(z.enum(ROLES), z.array(text).min(1)));

/** Who may sign in, and how: only in operation, where no account is made up. */
export const SIGN_IN_VARIABLES = {
  SCREENING_URL: variable(
    null,
    'a https:// address without a path',
    'Operation: where a browser finds the pages, as the provider knows it. Requests for another host are refused',
    origin,
  ),
  SCREENING_PROXY: variable(
    null,
    'an address or a network',
    'The proxy in front of the pages, whose `X-Forwarded-For` is believed when requests are counted',
    z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]),
  ),
  SCREENING_OIDC_ISSUER: variable(
    null,
    'a https:// address',
    'Operation: the OpenID Connect provider, as its discovery document names it',
    address,
  ),
  SCREENING_OIDC_CLIENT: variable(null, 'a client id', 'Operation: what the provider calls this program', text),
  SCREENING_OIDC_SECRET: variable(
    null,
    'a secret',
    'The client secret itself, for secret stores that fill the environment',
    text,
  ),
  SCREENING_OIDC_SECRET_FILE: variable(
    null,
    'a file',
    'The file with the client secret, when SCREENING_OIDC_SECRET is not set',
    text,
  ),
  SCREENING_OIDC_ROLES: variable(
    null,
    'JSON that gives roles their groups',
    'Operation: which groups make a role, as `{"reviewer":["screening"],"auditor":["audit"]}`',
    groupsOfRoles,
  ),
  SCREENING_OIDC_GROUPS_CLAIM: variable('groups', 'the name of a claim', 'Where the provider lists groups', text),
  SCREENING_OIDC_ACCOUNT_CLAIM: variable(
    'sub',
    'the name of a claim',
    'What names an account, also in the file of accounts. It must be unique, lasting, and not for the person to choose',
    text,
  ),
} as const;
