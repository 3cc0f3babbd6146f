import { ScreeningError } from '../domain/errors.ts';
import { createProvider } from '../web/sign-in/provider.ts';
import type { ProviderSignIn } from '../web/tools.ts';
import type { Installation } from './installation.ts';
import { readSecret } from './secrets.ts';

/**
 * How people sign in; null on the embedded default, where a choice of made-up accounts takes its place.
 * @throws ScreeningError SIGN_IN_MISSING, CONFIG_INVALID when the file with the secret cannot be read
 */
export function providerSignIn({ config, logger }: Installation): ProviderSignIn | null {
  if (config.installation === 'embedded') return null;
  if (config.signIn === null) throw new ScreeningError('SIGN_IN_MISSING');
  const { clientSecret, groupsOfRoles, ...settings } = config.signIn;
  const provider = createProvider(
    { ...settings, clientSecret: readSecret(clientSecret, 'SCREENING_OIDC_SECRET_FILE') },
    logger,
  );
  return { origin: settings.origin, provider, groupsOfRoles };
}
