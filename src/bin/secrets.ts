import { readFileSync } from 'node:fs';
import { ScreeningError } from '../domain/errors.ts';
import type { SecretSource } from '../runtime/sign-in-config.ts';

/**
 * The secret itself.
 * @param variable that of the file
 * @throws ScreeningError CONFIG_INVALID when the file cannot be read
 */
export function readSecret(source: SecretSource, variable: string): string {
  if (source.kind === 'inline') return source.secret;
  try {
    return readFileSync(source.path, 'utf8').trim();
  } catch (cause) {
    throw new ScreeningError('CONFIG_INVALID', { faults: `${variable}: cannot be read` }, { cause });
  }
}
