import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import { TIERS } from '../domain/relevance.ts';
import { CATEGORIES, CERTAINTIES, type Offence, QUALIFIERS, type QualifyingProvision, SOURCES } from './offence.ts';

const optionalDay = z.string().transform((text, context): CalendarDate | null => {
  if (text === '') return null;
  const date = parseCalendarDate(text);
  if (date === null) context.addIssue({ code: 'custom', message: 'expected an existing day, YYYY-MM-DD, or nothing' });
  return date;
});

const place = {
  law: z.string().min(1, 'missing'),
  article: z.string().min(1, 'missing'),
  paragraph: z.string(),
  subparagraph: z.string(),
  nameNl: z.string().min(1, 'missing'),
  nameEn: z.string().min(1, 'missing'),
  validFrom: optionalDay,
  validUntil: optionalDay,
  source: z.enum(SOURCES),
  certainty: z.enum(CERTAINTIES),
};

const months = z
  .string()
  .regex(/^\d{1,3}$/, 'expected whole months, 0 to 360')
  .transform(Number)
  .pipe(z.number().max(360, 'expected whole months, 0 to 360'));

const onlyQualifier = z.literal('', 'leave empty for an offence');
const onlyOffence = z.literal('', 'leave empty unless the role is offence');

const offenceRow = z
  .object({
    ...place,
    role: z.literal('offence'),
    category: z.enum(CATEGORIES),
    tier: z.enum(TIERS),
    kind: z.enum(['misdrijf', 'overtreding']),
    maxPenaltyMonths: months,
    penaltyEffect: onlyQualifier,
    office: onlyQualifier,
  })
  .superRefine((row, context) => {
    for (const problem of tierFaults(row)) context.addIssue({ code: 'custom', message: problem, path: ['tier'] });
    if (row.validFrom !== null && row.validUntil !== null && row.validUntil < row.validFrom) {
      context.addIssue({ code: 'custom', message: 'lies before validFrom', path: ['validUntil'] });
    }
  })
  .transform(({ penaltyEffect, office, ...offence }): Offence => offence);

const EFFECTS = { '-1/3': 2 / 3, '-1/2': 1 / 2, '0': 1, '+1/3': 4 / 3 } as const;

const qualifierRow = z
  .object({
    ...place,
    role: z.enum(QUALIFIERS, 'expected offence, attempt, preparation, participation, complicity or aggravation'),
    category: onlyOffence,
    tier: onlyOffence,
    kind: onlyOffence,
    maxPenaltyMonths: onlyOffence,
    penaltyEffect: z.enum(['-1/3', '-1/2', '0', '+1/3']),
    office: z.enum(['yes', 'no']),
  })
  .transform(
    ({ category, tier, kind, maxPenaltyMonths, penaltyEffect, office, ...provision }): QualifyingProvision => ({
      ...provision,
      penaltyFactor: EFFECTS[penaltyEffect],
      office: office === 'yes',
    }),
  );

/** The columns of `offences.csv`, all required, in any order. */
export const COLUMNS: readonly string[] = [
  ...['law', 'article', 'paragraph', 'subparagraph', 'role', 'nameNl', 'nameEn', 'category', 'tier', 'kind'],
  ...['maxPenaltyMonths', 'penaltyEffect', 'office', 'validFrom', 'validUntil', 'source', 'certainty'],
];

type ParsedRow = Offence | QualifyingProvision;

/** One record of the file as a row, or what is wrong with it ("tier: …"). */
export function parseRow(record: Readonly<Record<string, string>>): ParsedRow | readonly string[] {
  const schema = record['role'] === 'offence' ? offenceRow : qualifierRow;
  const parsed = schema.safeParse(record);
  return parsed.success ? parsed.data : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** T2 and T3 divide the other crimes at 36 months; T4 and T5 hold the other minor offences (policy table). */
function tierFaults(row: Pick<Offence, 'tier' | 'kind' | 'maxPenaltyMonths'>): readonly string[] {
  if (row.tier === 'T1') return [];
  const minor = row.tier === 'T4' || row.tier === 'T5';
  if (minor !== (row.kind === 'overtreding')) return ['T2 and T3 are for a misdrijf, T4 and T5 for an overtreding'];
  if (row.tier === 'T2' && row.maxPenaltyMonths < 36) return ['T2 needs a maximum of 36 months or more'];
  if (row.tier === 'T3' && row.maxPenaltyMonths >= 36) return ['T3 needs a maximum below 36 months'];
  return [];
}
