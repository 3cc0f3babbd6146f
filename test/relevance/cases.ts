import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Decision, Fact, Penalty, Provision } from '../../src/domain/case.ts';
import { parsePartialDate } from '../../src/domain/partial-date.ts';
import type { FactRating } from '../../src/domain/relevance.ts';
import type { RatingInput } from '../../src/relevance/input.ts';
import { requirePolicy } from '../../src/relevance/policy.ts';
import { factRatings } from '../../src/relevance/rate.ts';
import { readRelevanceTables } from '../../src/runtime/relevance-tables.ts';

/** The tables as they are shipped. */
export const TABLES = readRelevanceTables();
export const POLICY = requirePolicy(TABLES);
export const TODAY = '2026-11-23' as CalendarDate;

export function date(text: string): NonNullable<Fact['actDate']> {
  const parsed = parsePartialDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

/** "Sr 272", "OW 10 lid 3", "WED 6 lid 1 onder 1". */
function provision(reference: string): Provision {
  const [, law = '', article = '', paragraph = '', subparagraph = ''] =
    /^(\S+) (\S+)(?: lid (\S+))?(?: onder (\S+))?$/.exec(reference) ?? [];
  return { law, article, paragraph, subparagraph };
}

const NO_DECISION: Decision = {
  kind: 'summons',
  outcome: null,
  authority: '',
  instance: null,
  date: null,
  irrevocableDate: null,
  dismissalCode: null,
  conditions: null,
  compliedWith: null,
  penalties: [],
};

const NO_PENALTY: Penalty = { kind: 'fine', duration: null, unit: null, suspended: false, amountCents: null };

/**
 * A decision in one line, such as `verdict conviction 2026-03-01 final=2026-03-15 penalty=community_service` or
 * `dismissal 02 2025-01-01`. Words: kind, outcome, a date, two digits (dismissal code), `final=`, `instance=`,
 * `penalty=` (one or more, with `-suspended`), `kept` or `broken` (complied with or not).
 */
export function decision(line: string): Decision {
  const [kind, ...words] = line.split(' ');
  return Object.assign({ ...NO_DECISION, kind: kind as Decision['kind'] }, ...words.map(readWord));
}

function readWord(word: string): Partial<Decision> {
  const [key = '', value = ''] = word.split('=');
  if (key === 'final') return { irrevocableDate: date(value) };
  if (key === 'instance') return { instance: Number(value) };
  if (key === 'penalty') return { penalties: value.split(',').map(penalty) };
  if (word === 'kept' || word === 'broken') return { compliedWith: word === 'kept' };
  if (/^\d\d$/.test(word)) return { dismissalCode: word };
  if (/^\d{4}-/.test(word)) return { date: date(word) };
  return { outcome: word as Decision['outcome'] };
}

function penalty(text: string): Penalty {
  const kind = text.replace('-suspended', '') as Penalty['kind'];
  return { ...NO_PENALTY, kind, suspended: text.endsWith('-suspended') };
}

/** A fact of two months ago unless told otherwise. Decisions as in `decision`. */
export function fact(references: string, decisions: readonly string[] = [], change: Partial<Fact> = {}): Fact {
  return {
    factNumber: 1,
    provisions: references.split(' + ').map(provision),
    qualification: '',
    classification: null,
    actDate: date('2026-09-23'),
    actDateUntil: null,
    decisions: decisions.map(decision),
    detention: [],
    ...change,
  };
}

export function input(facts: readonly Fact[], change: Partial<RatingInput> = {}): RatingInput {
  return {
    facts: facts.map((one) => ({ fact: one, ageAtActYears: 35 })),
    functionClass: 'standard',
    subjectKind: 'officer',
    confirmedEarlierFacts: [],
    reportedBySubject: false,
    today: TODAY,
    ...change,
  };
}

/** The rating of a single fact. */
export function rateOne(one: Fact, change: Partial<RatingInput> & { readonly age?: number | null } = {}): FactRating {
  const { age, ...rest } = change;
  const facts = age === undefined ? undefined : [{ fact: one, ageAtActYears: age }];
  const [rated] = factRatings(input([one], { ...rest, ...(facts === undefined ? {} : { facts }) }), POLICY);
  if (rated === undefined) throw new Error('no fact was rated');
  return rated;
}
