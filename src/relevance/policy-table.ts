import { z } from 'zod';
import { parseCalendarDate } from '../domain/calendar-date.ts';
import { RATING_LEVELS } from '../domain/rating.ts';
import { DISPOSALS, TIERS } from '../domain/relevance.ts';
import type { Parsed, TableFault } from './faults.ts';
import { readJson } from './json-lines.ts';
import { CATEGORIES } from './offence.ts';

const FILE = 'policy.json';

const level = z.enum(RATING_LEVELS);
const tiers = z.array(z.enum(TIERS)).readonly();
const disposals = z.array(z.enum(DISPOSALS)).readonly();
const categories = z.array(z.enum(CATEGORIES)).readonly();
const years = z.number().int().min(0).max(100);
const steps = z
  .number()
  .int()
  .min(0)
  .max(RATING_LEVELS.length - 1);
const day = z.string().transform((text, context) => {
  const date = parseCalendarDate(text);
  if (date === null) context.addIssue({ code: 'custom', message: 'expected an existing day, YYYY-MM-DD' });
  return date ?? z.NEVER;
});
const code = z.string().regex(/^\d\d$/, 'expected two digits');
const penaltyKind = z.enum([
  'imprisonment',
  'detention',
  'youth_detention',
  'community_service',
  'fine',
  'driving_ban',
  'disqualification',
  'measure',
  'other',
]);

const cell = z.strictObject({ F0: level, F1: level });
const row = z.strictObject({ D1: cell, D2: cell, D3: cell, D4: cell, D5: cell, D6: cell });
const floor = { atLeast: level, disposals, notBeyondYears: years };

const modifiers = z.strictObject({
  AGED: z.strictObject({ overYears: years, stepsDown: steps, exceptDisposals: disposals }),
  AGED_BEYOND: z.strictObject({ overYears: years, level }),
  AGED_UNLIMITED: z.strictObject({ categories }),
  AGED_SEVERE: z.strictObject({ minPenaltyMonths: z.number().int().positive(), untilYears: years, level }),
  MINOR: z.strictObject({ underYears: years, stepsDown: steps }),
  YOUNG_ADULT: z.strictObject({
    underYears: years,
    elapsedYears: years,
    stepsDown: steps,
    exceptCategories: categories,
    exceptFromPenalty: z.strictObject({ categories, months: z.number().int().positive() }),
  }),
  OFFICE: z.strictObject(floor),
  SERIES: z.strictObject({
    ...floor,
    facts: z.number().int().min(2),
    months: z.number().int().positive(),
    tiers,
  }),
  PARTNER_CONTEXT: z.strictObject({ tiers, disposals, atMost: level }),
  SELF_REPORTED: z.strictObject({ stepsDown: z.literal(0) }),
  PROPOSE_CLOSE: z.strictObject({ disposals }),
  ERASE: z.strictObject({ disposals }),
});

const policyTable = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.\d+$/, 'expected year.number, such as 2026.1'),
    inForceFrom: day,
    readMe: z.array(z.string()),
    tiers: z.strictObject({ T1: z.string(), T2: z.string(), T3: z.string(), T4: z.string(), T5: z.string() }),
    disposals: z.record(z.enum(DISPOSALS), z.string()),
    functionClasses: z.strictObject({ F0: z.string(), F1: z.string() }),
    table: z.strictObject({ T1: row, T2: row, T3: row, T4: row, T5: row }),
    unknownOffence: level.exclude(['none']),
    dismissalCodes: z.strictObject({ D3: z.array(code), D4: z.array(code), D5: z.array(code), D6: z.array(code) }),
    unknownDismissalCode: z.enum(['D3', 'D4', 'D5']),
    weightyPenalties: z.array(penaltyKind).readonly(),
    custody: z.array(penaltyKind).readonly(),
    decisionsWithoutSubstance: z.array(z.literal('execution')).readonly(),
    referenceDate: z.strictObject({ actInsteadAfterYears: years, exceptCategories: categories }),
    modifiers,
    changelog: z.array(z.strictObject({ version: z.string(), date: day, change: z.string().min(1) })).min(1),
  })
  .superRefine((table, context) => {
    for (const [place, problem] of contradictions(table)) {
      context.addIssue({ code: 'custom', message: problem, path: place });
    }
  });

/** The policy as `policy.json` writes it. What each part means stands in that file and in CHANGELOG.md beside it. */
export type PolicyTable = z.infer<typeof policyTable>;

type Contradictable = Pick<
  z.infer<typeof policyTable>,
  'version' | 'changelog' | 'dismissalCodes' | 'modifiers' | 'table'
>;

/** What each part allows by itself and all of it together does not. */
function contradictions(table: Contradictable): readonly (readonly [string[], string])[] {
  const found: (readonly [string[], string])[] = [];
  const codes = Object.values(table.dismissalCodes).flat();
  const twice = codes.filter((item, index) => codes.indexOf(item) !== index);
  if (twice.length > 0) found.push([['dismissalCodes'], `listed twice: ${twice.join(', ')}`]);
  if (table.changelog.at(-1)?.version !== table.version) {
    found.push([['changelog'], 'the last entry must be about this version']);
  }
  const { AGED, AGED_BEYOND, AGED_SEVERE, ERASE } = table.modifiers;
  if (!(AGED.overYears <= AGED_BEYOND.overYears && AGED_BEYOND.overYears <= AGED_SEVERE.untilYears)) {
    found.push([['modifiers'], 'expected AGED.overYears <= AGED_BEYOND.overYears <= AGED_SEVERE.untilYears']);
  }
  for (const tier of TIERS) {
    for (const disposal of ERASE.disposals) {
      if (table.table[tier][disposal].F0 !== 'none' || table.table[tier][disposal].F1 !== 'none') {
        found.push([['table', tier, disposal], 'what must be erased cannot have a rating']);
      }
    }
  }
  return found;
}

/** Reads `policy.json`. Pure; collects every fault with its line and its place. */
export function parsePolicy(text: string): Parsed<PolicyTable> {
  const { json, faults: shape, placeOf } = readJson(text.replace(/^\uFEFF/, ''));
  if (shape.length > 0) return { kind: 'invalid', faults: shape.map((fault) => ({ file: FILE, ...fault })) };
  const parsed = policyTable.safeParse(json);
  if (parsed.success) return { kind: 'valid', value: parsed.data };
  const faults: TableFault[] = parsed.error.issues.map((issue) => ({
    file: FILE,
    place: placeOf(issue.path),
    problem: issue.message,
  }));
  return { kind: 'invalid', faults };
}
