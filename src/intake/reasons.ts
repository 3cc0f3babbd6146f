import type { z } from 'zod';
import type { QuarantineCode, QuarantineReason } from '../domain/ledger.ts';
import { MAX_REASONS } from './limits.ts';

const RULE_CODES: ReadonlySet<string> = new Set<QuarantineCode>(['IMPOSSIBLE_DATE', 'NO_FACTS', 'DUPLICATE_FACT']);

/** The path of a field in wire words: `zaak.feiten[0].pleegdatum`. */
function wirePath(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function codeOf(issue: z.core.$ZodIssue): QuarantineCode {
  if (RULE_CODES.has(issue.message)) return issue.message as QuarantineCode;
  const isMissing = issue.input === undefined || issue.input === null;
  return isMissing ? 'MISSING_FIELD' : 'INVALID_FIELD';
}

/** Every fault that a schema found, once, as codes and paths in the order of the fields. Parse with `reportInput`. */
export function reasonsOf(error: z.ZodError): readonly QuarantineReason[] {
  const reasons = new Map<string, QuarantineReason>();
  for (const issue of error.issues) {
    if (reasons.size === MAX_REASONS) break;
    const reason = { code: codeOf(issue), field: wirePath(issue.path) };
    reasons.set(`${reason.code} ${reason.field}`, reason);
  }
  return [...reasons.values()];
}
