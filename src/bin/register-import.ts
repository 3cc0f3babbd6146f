import { type ImportedRegister, type ImportOptions, importRegister } from '../../jobs/import-register.ts';
import type { Access } from '../domain/access.ts';
import { readRegister } from '../intake/register.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';

const IMPORTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'import_register' };

/**
 * Applies the bytes of a register file under the law of today.
 * @throws ScreeningError REGISTER_UNREADABLE, REGISTER_WITHOUT_ROWS, REGISTER_SHRINKS
 */
export async function importRegisterBytes(
  { store, clock, logger, config }: Installation,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportedRegister> {
  const tools = { store, clock, logger, shrinkLimit: config.registerShrinkLimit };
  return importRegister(tools, IMPORTING, readRegister(bytes, intakeLimits(config)), options);
}
