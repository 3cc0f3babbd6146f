import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../src/domain/language.ts';
import { FACT_STATUSES, REFERENCE_DATES, RELEVANCE_REASONS } from '../../src/domain/relevance.ts';
import { dismissalWords } from '../../src/texts/dismissal.ts';
import { reasonSentence } from '../../src/texts/relevance.ts';
import { FACT_STATUS_WORDS, REFERENCE_DATE_WORDS } from '../../src/texts/relevance-words.ts';

describe('reasons', () => {
  test.each([
    [{ code: 'TIER', params: { tier: 'T1' } }, 'Zwaarte van het feit: raakt de kern van het werk (T1).'],
    [{ code: 'CELL', params: { cell: 'T1-D1-F0', level: 'high' } }, 'De beleidstabel geeft hoog (regel T1-D1-F0).'],
    [{ code: 'DISPOSAL', params: { disposal: 'D1' } }, 'Stand van de zaak: open zaak (D1).'],
    [{ code: 'AGED', params: { years: 4, level: 'low' } }, 'Ouder dan 4 jaar: wordt laag.'],
    [{ code: 'RULE_OF_AN_OLD_POLICY' }, 'RULE_OF_AN_OLD_POLICY'],
    [{ code: 'constructor' }, 'constructor'],
  ])('%j', (reason, sentence) => {
    expect(reasonSentence(reason, 'nl')).toBe(sentence);
  });

  test('each language says each of them in its own way', () => {
    for (const code of RELEVANCE_REASONS) {
      const said = LANGUAGES.map((language) => reasonSentence({ code }, language));
      expect(new Set(said).size).toBe(LANGUAGES.length);
      expect(said).not.toContain(code);
    }
  });
});

describe('statuses', () => {
  test('nobody is called an offender', () => {
    for (const status of FACT_STATUSES) {
      const { nl, en } = FACT_STATUS_WORDS[status];
      expect(`${nl} ${en}`).not.toMatch(/dader|offender|criminal/i);
    }
  });

  test('what is not final says so, and only that', () => {
    for (const status of FACT_STATUSES) {
      expect(/niet onherroepelijk/.test(FACT_STATUS_WORDS[status].nl)).toBe(/not_final|_open$/.test(status));
    }
  });
});

test('each reference date is called by a name of its own', () => {
  for (const language of LANGUAGES) {
    const names = REFERENCE_DATES.map((kind) => REFERENCE_DATE_WORDS[kind][language]);
    expect(new Set(names).size).toBe(REFERENCE_DATES.length);
  }
});

describe('the ground of a dismissal', () => {
  test.each([
    ['02', 'onvoldoende bewijs'],
    ['52', 'omstandigheden van de persoon'],
    ['77', 'einde executie van een strafbeschikking'],
    ['74', 'verhouding tot de benadeelde'],
    ['19', 'code onbekend'],
    [null, 'code onbekend'],
  ])('%p: %s', (code, words) => {
    expect(dismissalWords(code, 'nl')).toBe(words);
  });
});
