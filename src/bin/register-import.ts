import {
  type ImportedRegister,
  type ImportOptions,
  type ImportTools,
  importRegister,
} from '../../jobs/import-register.ts';
import type { Access } from '../domain/access.ts';
import { readRegister } from '../intake/register.ts';
import { compileGate } from '../legal/gate.ts';
import { calendarDay } from '../runtime/calendar-day.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';

const IMPORTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'import_register' };

/**
 * Applies the bytes of a register file under the law of today.
 * @throws ScreeningError REGISTER_UNREADABLE, REGISTER_SHRINKS
 */
export async function importRegisterBytes(
  { store, clock, config }: Installation,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportedRegister> {
  const gate = compileGate(await store.listBases(IMPORTING), calendarDay(clock.now()));
  const loadGate: ImportTools['loadGate'] = (subject) =>
    gate({ permission: 'load', subject, partner: null, inquiry: null });
  const tools = { store, clock, loadGate, shrinkLimit: config.registerShrinkLimit };
  return importRegister(tools, IMPORTING, readRegister(bytes, intakeLimits(config)), options);
}
