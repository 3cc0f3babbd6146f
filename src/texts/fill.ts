import type { TextParams } from '../domain/text-code.ts';

/** Puts parameters in the place of `{name}`; one that was not given shows as `?`. */
export function fill(template: string, params: TextParams): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));
}
