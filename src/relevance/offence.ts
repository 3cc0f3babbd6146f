import type { CalendarDate } from '../domain/calendar-date.ts';
import type { OffenceKind, Tier } from '../domain/relevance.ts';

/** The groups of the catalogue; policy rules name them. */
export const CATEGORIES = [
  'ambt',
  'discriminatie',
  'gezag',
  'georganiseerd',
  'heling_witwassen',
  'digitaal',
  'drugs',
  'zeden',
  'geweld',
  'vermogen',
  'fraude',
  'openbare_orde',
  'wapens',
  'verkeer',
  'economisch',
  'overig',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a provision does to an offence that stands beside it: Sr 45, 46 and 46a, 47, 48, and 44 and 304. */
export const QUALIFIERS = ['attempt', 'preparation', 'participation', 'complicity', 'aggravation'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/**
 * How certain a row is. B: the same in law texts of about 2015 and 2026. R: as of 2026, changed since 2015.
 * S: about 2015 only. P: press or summary. M: recalled.
 */
export const SOURCES = ['B', 'R', 'S', 'P', 'M'] as const;

/** How far to trust a row before a jurist has confirmed it. */
export const CERTAINTIES = ['high', 'medium', 'low'] as const;

/** Where a row of the catalogue stands in the law and in time. Empty paragraph or subparagraph = any. */
interface CatalogueRow {
  readonly law: string;
  readonly article: string;
  readonly paragraph: string;
  readonly subparagraph: string;
  readonly nameNl: string;
  readonly nameEn: string;
  /** Days of the act for which the row holds, both inclusive; null = open. */
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly source: (typeof SOURCES)[number];
  readonly certainty: (typeof CERTAINTIES)[number];
}

export interface Offence extends CatalogueRow {
  readonly role: 'offence';
  readonly category: Category;
  readonly tier: Tier;
  readonly kind: OffenceKind;
  /** Longest custody in months; life is 360 (Sr 10 lid 4); 0 = a fine only. */
  readonly maxPenaltyMonths: number;
}

export interface QualifyingProvision extends CatalogueRow {
  readonly role: Qualifier;
  /** Factor on the maximum: 2/3 for "minus one third", 4/3 for "plus one third", 1 for no effect. */
  readonly penaltyFactor: number;
  /** An abuse of office, or a victim in office: the policy's floor `office` looks at it. */
  readonly office: boolean;
}

/** The offence catalogue. `rows` by law and article, as `keyOf` writes them. */
export interface Catalogue {
  readonly offences: ReadonlyMap<string, readonly Offence[]>;
  readonly qualifiers: ReadonlyMap<string, readonly QualifyingProvision[]>;
}

/** The key of an article: case and blanks do not matter, "WVW 1994" is "WVW1994". */
export function keyOf(provision: { readonly law: string; readonly article: string }): string {
  return `${provision.law}/${provision.article}`.replace(/\s/g, '').toLowerCase();
}
