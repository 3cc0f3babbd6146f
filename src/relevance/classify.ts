import { type CalendarDate, earliestDay, FIRST_DAY, LAST_DAY, latestDay } from '../domain/calendar-date.ts';
import type { Fact, Provision } from '../domain/case.ts';
import type { RelevanceReason } from '../domain/relevance.ts';
import { TIERS } from '../domain/relevance.ts';
import type { TextCode } from '../domain/text-code.ts';
import { type Catalogue, keyOf, type Offence, type QualifyingProvision } from './offence.ts';

/** What a fact is in law. */
export interface Classification {
  /** Null when the catalogue knows none of the fact's articles at the date of the act. */
  readonly offence: Offence | null;
  /** Attempt, complicity, aggravation …, in wire order, each once. */
  readonly qualifiers: readonly QualifyingProvision[];
  /** The offence's maximum after the qualifiers, rounded down; null without an offence. */
  readonly maxPenaltyMonths: number | null;
  readonly reasons: readonly TextCode<RelevanceReason>[];
}

interface Span {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Finds the offence: the first provision named that the catalogue knows as one on the (last) day of the act. */
export function classify(fact: Fact, catalogue: Catalogue): Classification {
  const acted = lastActDay(fact);
  const found = fact.provisions.map((provision) => rowsFor(provision, catalogue.offences, acted));
  const rows = found.find((candidates) => candidates.length > 0) ?? [];
  const offence = gravest(rows);
  const matching = fact.provisions.flatMap((provision) => rowsFor(provision, catalogue.qualifiers, acted).slice(0, 1));
  const qualifiers = [...new Set(matching)];
  if (offence === null) {
    return { offence, qualifiers, maxPenaltyMonths: null, reasons: [{ code: 'CLASSIFICATION_NEEDED' }] };
  }
  const factor = qualifiers.reduce((product, { penaltyFactor }) => product * penaltyFactor, 1);
  const maxPenaltyMonths = Math.floor(offence.maxPenaltyMonths * factor + 1e-9);
  const reasons: TextCode<RelevanceReason>[] = [offenceReason(offence, maxPenaltyMonths)];
  if (rows.length > 1) reasons.push({ code: 'ACT_DATE_UNCERTAIN' });
  reasons.push(...qualifiers.map(qualifierReason));
  return { offence, qualifiers, maxPenaltyMonths, reasons };
}

/** "Sr 272", "OW 10 lid 3": how the law is quoted. */
export function referenceOf(row: Pick<Offence, 'law' | 'article' | 'paragraph' | 'subparagraph'>): string {
  const paragraph = row.paragraph === '' ? '' : ` lid ${row.paragraph}`;
  const subparagraph = row.subparagraph === '' ? '' : ` onder ${row.subparagraph}`;
  return `${row.law} ${row.article}${paragraph}${subparagraph}`;
}

function lastActDay(fact: Fact): Span {
  const date = fact.actDateUntil ?? fact.actDate;
  return date === null ? { from: FIRST_DAY, until: LAST_DAY } : { from: earliestDay(date), until: latestDay(date) };
}

/**
 * The rows that fit a provision best, more than one only where the day of the act is not exactly known and the law
 * changed meanwhile. A row without a paragraph stands for all; an article that the catalogue knows only by
 * paragraph is unknown when the source gives none, rather than guessed.
 */
function rowsFor<Row extends Offence | QualifyingProvision>(
  provision: Provision,
  rows: ReadonlyMap<string, readonly Row[]>,
  acted: Span,
): readonly Row[] {
  const fitting = (rows.get(keyOf(provision)) ?? []).filter(
    (row) =>
      (row.paragraph === '' || row.paragraph === bare(provision.paragraph)) &&
      (row.subparagraph === '' || row.subparagraph === bare(provision.subparagraph)) &&
      (row.validFrom ?? FIRST_DAY) <= acted.until &&
      acted.from <= (row.validUntil ?? LAST_DAY),
  );
  const best = Math.max(...fitting.map(specificity));
  return fitting.filter((row) => specificity(row) === best);
}

function specificity(row: Pick<Offence, 'paragraph' | 'subparagraph'>): number {
  return (row.subparagraph === '' ? 0 : 2) + (row.paragraph === '' ? 0 : 1);
}

/** "2°", "2." and "A" are written in many ways. */
function bare(part: string): string {
  return part.replace(/[°º.\s]/g, '').toLowerCase();
}

/** When the law changed and the day is unknown, the graver version: the milder one could hide what matters. */
function gravest(rows: readonly Offence[]): Offence | null {
  const rank = (row: Offence): number => TIERS.indexOf(row.tier) * 1000 - row.maxPenaltyMonths;
  return rows.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function offenceReason(offence: Offence, months: number): TextCode<RelevanceReason> {
  const { nameNl, nameEn } = offence;
  return { code: 'OFFENCE', params: { reference: referenceOf(offence), nameNl, nameEn, months } };
}

const QUALIFIER_REASONS = {
  attempt: 'ATTEMPT',
  preparation: 'PREPARATION',
  participation: 'PARTICIPATION',
  complicity: 'COMPLICITY',
  aggravation: 'AGGRAVATION',
} as const satisfies Record<QualifyingProvision['role'], RelevanceReason>;

function qualifierReason(row: QualifyingProvision): TextCode<RelevanceReason> {
  return { code: QUALIFIER_REASONS[row.role], params: { reference: referenceOf(row) } };
}
