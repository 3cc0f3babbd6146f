import type { EvidenceTerm, Hit } from '../src/domain/hit.ts';
import type { TextCode } from '../src/domain/text-code.ts';

/** Why a pair is a candidate, as codes for `src/texts/matching.ts`; heaviest first. */
export interface Explanation {
  readonly speaksFor: readonly TextCode[];
  readonly speaksAgainst: readonly TextCode[];
  /** Not given on a side, or worth nothing either way. */
  readonly silent: readonly TextCode[];
}

/** Terms within half a bit of nothing are not worth a reader's time as a reason. */
const SILENT_MILLIBITS = 500;

/** Steps of the calculation that say nothing about the two people. */
const TECHNICAL: ReadonlySet<string> = new Set(['calibration']);

/** The code `<attribute>.<level>`, with bits, the form that matched and how many in 100,000 bear the name. */
function codeOf(term: EvidenceTerm): TextCode {
  return {
    code: `${term.attribute}.${term.level}`,
    params: {
      bits: Math.round(term.weightMilliBits / 100) / 10,
      ...(term.form === undefined ? {} : { form: term.form }),
      ...(term.frequencyPpb === undefined ? {} : { per100k: Math.round(term.frequencyPpb / 1000) / 10 }),
    },
  };
}

/** Says for stored or fresh evidence what speaks for, what against, and what is silent. */
export function explainHit({ evidence }: Pick<Hit, 'evidence'>): Explanation {
  const terms = evidence.terms.filter(({ attribute }) => !TECHNICAL.has(attribute));
  const heaviestFirst = [...terms].sort((a, b) => Math.abs(b.weightMilliBits) - Math.abs(a.weightMilliBits));
  const chosen = (keep: (milliBits: number) => boolean): readonly TextCode[] =>
    heaviestFirst.filter(({ weightMilliBits }) => keep(weightMilliBits)).map(codeOf);
  return {
    speaksFor: chosen((milliBits) => milliBits >= SILENT_MILLIBITS),
    speaksAgainst: chosen((milliBits) => milliBits <= -SILENT_MILLIBITS),
    silent: chosen((milliBits) => Math.abs(milliBits) < SILENT_MILLIBITS),
  };
}
