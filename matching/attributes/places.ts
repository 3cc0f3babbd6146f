import { foldName } from './fold.ts';
import { hashText } from './hash.ts';
import { letterSet, MAX_WORD, patternOf } from './letters.ts';
import { soundOf } from './sound.ts';
import { type TableTexts, tableNumber, tableRows } from './table-text.ts';

/** A birth place as compared. */
export interface PlaceAttribute {
  /** Counts from 0 over the distinct places seen; −1 for one beyond those that are remembered. */
  readonly id: number;
  /** Folded, written together; empty = not given. */
  readonly text: string;
  readonly sound: string;
  /** Which letters occur in the text, as bits. */
  readonly letters: number;
  /** Of the text, for the bit-parallel comparison; holds until another place's is asked for. */
  readonly pattern: Int32Array;
  /** The present municipality or named town that the text stands for; 0 when it is in no table. */
  readonly municipality: number;
  /** What the place is filed under: its municipality or, abroad, its sound; 0 when not given. */
  readonly key: number;
  /** Folded country; empty = not given. */
  readonly country: string;
  /** Share of people born there, in parts per billion. */
  readonly ppb: number;
}

/** Pattern of the place that was compared last: only an entry's place needs one, and an entry has one place. */
const pattern = new Int32Array(32);
let patternText = '';

function lastPattern(text: string): Int32Array {
  if (text !== patternText) patternOf(text, pattern);
  patternText = text;
  return pattern;
}

export interface PlaceTables {
  place(text: string, country: string): PlaceAttribute;
}

/** Share of people born in a place of which nothing is known (own estimate: a town of some 10,000). */
const UNKNOWN_PLACE_PPB = 1_000_000;

/**
 * Towns abroad go together with the surnames and given names of the same country, so agreeing on one is worth less, once
 * the names agree, than the town's share of everybody would say: half of those with such names are born in the country
 * (own estimate), and of these as many in the town as the table says, or else this share.
 */
const BORN_IN_COUNTRY = 0.5;
const UNKNOWN_OF_COUNTRY_PPB = 90_000_000;
const HOME = 'nederland';
/** Distinct places that are remembered: far more than a register has. */
const REMEMBERED_PLACES = 50_000;

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bo\/d\b|\ba\/d\b/gi, 'aan den'],
  [/\bo\/z(oom)?\b/gi, 'op zoom'],
  [/\bb\/d\b/gi, 'bij den'],
  [/\ba\/([a-z])/gi, 'aan $1'],
  [/\bo\/([a-z])/gi, 'op $1'],
  [/\bst\.?\s/gi, 'sint '],
];

function placeKey(text: string): string {
  let full = text;
  for (const [pattern, replacement] of ABBREVIATIONS) full = full.replace(pattern, replacement);
  const words = foldName(full).split(' ');
  return words
    .filter((word) => word !== 's' && word !== 'gem' && word !== 'gemeente')
    .join('')
    .replace(/^s(?=gra|her|heer)/, '');
}

/** Follows mergers to the municipality that exists now; table 33 chains them. */
function presentCode(code: string, successor: ReadonlyMap<string, string>): string {
  let current = code;
  for (let step = 0; step < 10; step += 1) {
    const next = successor.get(current);
    if (next === undefined || next === '') break;
    current = next;
  }
  return current;
}

type Share = (key: string) => number | undefined;

/** Shares in parts per billion by a place's text: its own, or those of the town whose other name it is. */
function placeShares(tables: TableTexts, codes: ReadonlyMap<string, number>): { ofAll: Share; ofCountry: Share } {
  const table = 'place-shares.tsv';
  const [all, country] = [new Map<string | number, number>(), new Map<string | number, number>()];
  for (const [name, ppm, percent] of tableRows(tables, table, 2)) {
    const key = placeKey(name ?? '');
    for (const known of [key, codes.get(key)]) {
      if (known === undefined) continue;
      all.set(known, tableNumber(table, ppm) * 1000);
      if (percent !== undefined) country.set(known, tableNumber(table, percent) * 1e7);
    }
  }
  const share = (shares: ReadonlyMap<string | number, number>): Share => {
    return (key) => shares.get(key) ?? shares.get(codes.get(key) ?? key);
  };
  return { ofAll: share(all), ofCountry: share(country) };
}

/** @throws ScreeningError TABLE_INVALID */
export function parsePlaceTables(tables: TableTexts): PlaceTables {
  const municipalities = tableRows(tables, 'municipalities.tsv', 2);
  const successor = new Map(municipalities.map(([code, , next]) => [code ?? '', next ?? ''] as const));
  const codes = new Map<string, number>();
  for (const [code, name] of municipalities)
    codes.set(placeKey(name ?? ''), Number(presentCode(code ?? '', successor)));
  tableRows(tables, 'place-names.tsv', 2).forEach(([name, others], index) => {
    const known = codes.get(placeKey(name ?? '')) ?? 100_000 + index;
    for (const other of [name ?? '', ...(others ?? '').split(';')]) codes.set(placeKey(other), known);
  });
  const { ofAll, ofCountry } = placeShares(tables, codes);
  const countries = new Map<string, string>();
  for (const [name, others] of tableRows(tables, 'country-names.tsv', 2)) {
    for (const other of [name ?? '', ...(others ?? '').split(';')])
      countries.set(foldName(other), foldName(name ?? ''));
  }
  const cache = new Map<string, PlaceAttribute>();
  return {
    place(text, country) {
      const cacheKey = `${text}|${country}`;
      const cached = cache.get(cacheKey);
      if (cached !== undefined) return cached;
      const folded = foldName(country);
      const named = countries.get(folded) ?? folded;
      const ownCountry = countries.get(foldName(text)) ?? foldName(text);
      // A country in the place's field says where, not in which town.
      const key = ownCountry === named ? '' : placeKey(text).slice(0, MAX_WORD);
      const abroad = named !== '' && named !== HOME;
      const least = abroad ? BORN_IN_COUNTRY * (ofCountry(key) ?? UNKNOWN_OF_COUNTRY_PPB) : 0;
      const sound = soundOf(key);
      const municipality = codes.get(key) ?? 0;
      const made = {
        id: cache.size < REMEMBERED_PLACES ? cache.size : -1,
        text: key,
        sound,
        letters: letterSet(key),
        get pattern() {
          return lastPattern(key);
        },
        municipality,
        key: municipality === 0 && key !== '' ? hashText(sound) : municipality,
        country: named,
        ppb: Math.max(ofAll(key) ?? UNKNOWN_PLACE_PPB, least),
      };
      if (made.id >= 0) cache.set(cacheKey, made);
      return made;
    },
  };
}
