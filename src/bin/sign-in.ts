import { readFileSync } from 'node:fs';
import { ScreeningError } from '../domain/errors.ts';
import type { SecretSource } from '../runtime/sign-in-config.ts';
import { createProvider } from '../web/sign-in/provider.ts';
import type { ProviderSignIn } from '../web/tools.ts';
import type { Installation } from './installation.ts';

function secretOf(source: SecretSource): string {
  if (source.kind === 'inline') return source.secret;
  try {
    return readFileSync(source.path, 'utf8').trim();
  } catch (cause) {
    throw new ScreeningError('CONFIG_INVALID', { faults: 'SCREENING_OIDC_SECRET_FILE: cannot be read' }, { cause });
  }
}

/**
 * How people sign in; null on the embedded default, where a choice of made-up accounts takes its place.
 * @throws ScreeningError SIGN_IN_MISSING, CONFIG_INVALID when the file with the secret cannot be read
 */
export function providerSignIn({ config, logger }: Installation): ProviderSignIn | null {
  if (config.installation === 'embedded') return null;
  if (config.signIn === null) throw new ScreeningError('SIGN_IN_MISSING');
  const { clientSecret, groupsOfRoles, ...settings } = config.signIn;
  const provider = createProvider({ ...settings, clientSecret: secretOf(clientSecret) }, logger);
  return { origin: settings.origin, provider, groupsOfRoles };
}
