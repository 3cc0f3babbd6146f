import { DEFAULT_LIMITS, type IntakeLimits } from '../intake/limits.ts';
import type { Config } from '../runtime/config.ts';

export function intakeLimits({ maxLineBytes }: Config): IntakeLimits {
  return { ...DEFAULT_LIMITS, maxLineBytes };
}
