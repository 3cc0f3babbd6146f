import { describe, expect, test } from '@jest/globals';
import { explainHit } from '../../matching/explain.ts';
import type { HitEvidence } from '../../src/domain/hit.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';
import { levelSentence, matchSummary } from '../../src/texts/matching.ts';
import { compare, levelsOf } from './compare.ts';
import { CIRCUMSTANCES, KNOWN_PAIRS } from './levels/circumstances.ts';
import { NAMES } from './levels/names.ts';
import { NUMBERS_DATES_PLACES } from './levels/numbers-dates-places.ts';
import { person, subject } from './model.ts';

const EXAMPLES = { ...NUMBERS_DATES_PLACES, ...NAMES, ...CIRCUMSTANCES };

function codesOf(evidence: HitEvidence): readonly string[] {
  const { speaksFor, speaksAgainst, silent } = explainHit({ evidence });
  return [...speaksFor, ...speaksAgainst, ...silent].map(({ code }) => code);
}

/** "achternaam: gelijk" as it stands within a sentence: "achternaam (gelijk)". */
function inSentence(reason: string): string {
  return reason.replace(/^(.*?): (.*)$/, '$1 ($2)');
}

/** The reviewer's sentence of a pair for which nothing else speaks. */
function sentenceOf(code: string, language: 'nl' | 'en'): string {
  return matchSummary({ speaksFor: [{ code }], speaksAgainst: [] }, language);
}

describe('every level by an example', () => {
  test.each(Object.entries(EXAMPLES))('%s', (key, [entry, register, nl, en]) => {
    const [attribute = '', level] = key.split('.');
    const evidence = compare(person(entry), subject(register));
    expect(levelsOf(evidence)[attribute]).toBe(level);
    // What calibration adds is a step of the calculation and no reason.
    if (attribute === 'calibration') expect(codesOf(evidence)).not.toContain(key);
    else expect(codesOf(evidence)).toContain(key);
    expect(levelSentence({ code: key }, 'nl')).toBe(nl);
    expect(levelSentence({ code: key }, 'en')).toBe(en);
    expect(sentenceOf(key, 'nl')).toContain(inSentence(nl));
    expect(sentenceOf(key, 'en')).toContain(inSentence(en));
  });

  test.each(Object.entries(KNOWN_PAIRS))('known_pair.%s', (verdict, [nl, en]) => {
    const known = verdict === 'confirmed' ? 'confirmed' : 'dismissed';
    const anybody = { givenNames: 'Johanna', surname: 'Zandvoort' };
    const evidence = compare(person(anybody), subject(anybody), known);
    expect(codesOf(evidence)).toContain(`known_pair.${verdict}`);
    expect(sentenceOf(`known_pair.${verdict}`, 'nl')).toContain(inSentence(nl));
    expect(sentenceOf(`known_pair.${verdict}`, 'en')).toContain(inSentence(en));
  });

  test('none is left out', () => {
    const keys = Object.entries(MATCH_LEVELS).flatMap(([attribute, levels]) =>
      levels.map((level) => `${attribute}.${level}`),
    );
    const known = Object.keys(KNOWN_PAIRS).map((verdict) => `known_pair.${verdict}`);
    expect([...Object.keys(EXAMPLES), ...known, 'relative.none'].sort()).toEqual(keys.sort());
  });
});
