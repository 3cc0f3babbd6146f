/**
 * Why the provider did not say who somebody is. `unreachable`: no answer, or none that makes sense at the moment;
 * `declined`: the person or the provider said no; `untrusted`: an answer that does not hold (its signature, its times,
 * for whom it is); `misconfigured`: the provider does not accept us; `nameless`: the claim that names accounts is
 * missing.
 */
export type ProviderFailure = 'unreachable' | 'declined' | 'untrusted' | 'misconfigured' | 'nameless';

/** Codes with which the library says that it got no proper answer at all. */
const NO_ANSWER = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];
/** OAuth errors (RFC 6749) that say something of our registration and not of the person. */
const OUR_REGISTRATION = ['invalid_client', 'unauthorized_client', 'invalid_scope', 'unsupported_response_type'];

/** How `fetch` fails when nobody answers, or not in time. */
const NO_CONNECTION = ['TypeError', 'TimeoutError', 'AbortError'];

function text(error: object, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

/** A wrong argument is a TypeError as well, but one with a code. */
function isNoConnection(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return NO_CONNECTION.includes(text(error, 'name')) && text(error, 'code') === '';
}

/** By name and code, since the error may come from another realm, where `instanceof` fails. */
export function providerFailureOf(error: unknown): ProviderFailure {
  if (typeof error !== 'object' || error === null) return 'untrusted';
  if (isNoConnection(error) || isNoConnection(Reflect.get(error, 'cause'))) return 'unreachable';
  const [name, code, oauthError] = [text(error, 'name'), text(error, 'code'), text(error, 'error')];
  if (NO_ANSWER.includes(code)) return 'unreachable';
  // So the token endpoint says that it does not accept our secret.
  if (name === 'WWWAuthenticateChallengeError' || OUR_REGISTRATION.includes(oauthError)) return 'misconfigured';
  if (['server_error', 'temporarily_unavailable'].includes(oauthError)) return 'unreachable';
  return name === 'AuthorizationResponseError' ? 'declined' : 'untrusted';
}
