import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Role } from '../domain/account.ts';
import { SIGN_IN_VARIABLES } from './sign-in-variables.ts';

/** A secret, or the file that holds it. */
export type SecretSource =
  | { readonly kind: 'inline'; readonly secret: string }
  | { readonly kind: 'file'; readonly path: string };

/** How people sign in where accounts are real: at an OpenID Connect provider. */
export interface SignInConfig {
  /** Of the pages, as a browser sees them: `https://screening.example`. */
  readonly origin: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: SecretSource;
  /** The groups of which one is enough to hold a role; a role that is not here nobody holds. */
  readonly groupsOfRoles: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly groupsClaim: string;
  readonly accountClaim: string;
}

type Values = {
  readonly [Name in keyof typeof SIGN_IN_VARIABLES]: z.output<(typeof SIGN_IN_VARIABLES)[Name]['schema']> | null;
} & { readonly SCREENING_INSTALLATION: 'embedded' | 'operation' | null };

const NEEDED = ['SCREENING_URL', 'SCREENING_OIDC_ISSUER', 'SCREENING_OIDC_CLIENT', 'SCREENING_OIDC_ROLES'] as const;
const SECRETS = ['SCREENING_OIDC_SECRET', 'SCREENING_OIDC_SECRET_FILE'] as const;

/** What is wrong with the variables of sign-in when they are seen together: all of them or none, and not in a demo. */
export function signInFaults(values: Values): readonly string[] {
  const given = [...NEEDED, ...SECRETS].filter((name) => values[name] !== null);
  if (given.length === 0) return [];
  if (values.SCREENING_INSTALLATION === 'embedded') {
    return given.map((name) => `${name}: only when SCREENING_INSTALLATION is operation`);
  }
  const missing = NEEDED.filter((name) => values[name] === null).map((name) => `${name}: needed for sign-in`);
  const hasSecret = SECRETS.some((name) => values[name] !== null);
  return hasSecret ? missing : [...missing, `${SECRETS.join(' or ')}: needed for sign-in`];
}

/** Where a secret is, of which the value itself comes first; null when there is none. */
export function secretSource(secret: string | null, path: string | null): SecretSource | null {
  if (secret !== null) return { kind: 'inline', secret };
  return path === null ? null : { kind: 'file', path: resolve(path) };
}

/** Of values without faults; null when nobody is to sign in. */
export function signInConfig(values: Values): SignInConfig | null {
  const { SCREENING_URL: origin, SCREENING_OIDC_ISSUER: issuer, SCREENING_OIDC_CLIENT: clientId } = values;
  const [clientSecret, groupsOfRoles] = [
    secretSource(values.SCREENING_OIDC_SECRET, values.SCREENING_OIDC_SECRET_FILE),
    values.SCREENING_OIDC_ROLES,
  ];
  if (origin === null || issuer === null || clientId === null) return null;
  if (clientSecret === null || groupsOfRoles === null) return null;
  const { SCREENING_OIDC_GROUPS_CLAIM: groupsClaim, SCREENING_OIDC_ACCOUNT_CLAIM: accountClaim } = values;
  return {
    ...{ origin, issuer, clientId, clientSecret, groupsOfRoles },
    groupsClaim: groupsClaim ?? SIGN_IN_VARIABLES.SCREENING_OIDC_GROUPS_CLAIM.fallback ?? '',
    accountClaim: accountClaim ?? SIGN_IN_VARIABLES.SCREENING_OIDC_ACCOUNT_CLAIM.fallback ?? '',
  };
}
