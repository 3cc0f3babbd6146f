import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { hashText } from '../../matching/attributes/hash.ts';
import { patternOf } from '../../matching/attributes/letters.ts';
import { Lexicon } from '../../matching/attributes/lexicon.ts';
import { Bearers } from '../../matching/blocking/bearers.ts';
import { SimilarSounds } from '../../matching/blocking/similar-sounds.ts';
import { boundedAlignment } from '../../matching/comparison/edit-distance.ts';
import { FarSurnames } from '../../matching/comparison/far-surnames.ts';
import { NameComparer, newNameOutcome } from '../../matching/comparison/name-comparer.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';
import { model, person } from './model.ts';

/** Few syllables, so that names share them, and all that makes a likeness: parts, particles, lost letters, beginnings. */
const syllable = fc.constantFrom(
  'jan',
  'de',
  'vri',
  'es',
  'ken',
  'mo',
  'ham',
  'ed',
  'ui',
  'ij',
  'sch',
  'rn',
  'm',
  'x',
  '?',
);
const simple = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.join(''));
const name = fc.oneof(
  { weight: 4, arbitrary: simple },
  fc.tuple(simple, simple).map(([a, b]) => `${a}-${b}`),
  simple.map((written) => `van den ${written}`),
  fc.constantFrom('Jansen', 'Janssen', 'Çelik', 'Celik', 'Mohamed', 'Muhammad', 'Berg'),
);

describe('the quick look at two surnames', () => {
  test('calls none far that the comparison does not call different', () => {
    const lexicon = new Lexicon(model.names);
    const far = new FarSurnames();
    const comparer = new NameComparer(model.weights, lexicon);
    const out = newNameOutcome();
    let calledFar = 0;
    fc.assert(
      fc.property(name, name, name, (surname, givenNames, registered) => {
        const kept = lexicon.keepSurname('', registered);
        for (const entry of entryPerson(person({ surname, givenNames }), lexicon, model.places).names) {
          far.begin(entry);
          if (!far.isFar(lexicon.outlines, kept.id)) continue;
          calledFar += 1;
          comparer.begin(entry);
          comparer.surname(kept, out);
          expect(MATCH_LEVELS.surname[out.level]).toBe('different');
          expect(out.secondLevel).toBe(-1);
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(calledFar).toBeGreaterThan(500);
  });
});

describe('what goes together with a surname in the register', () => {
  test('is never denied', () => {
    const part = fc.record({
      surname: fc.nat(50).map((at) => hashText(`surname ${at}`)),
      year: fc.integer({ min: 0, max: 2020 }),
      month: fc.integer({ min: 0, max: 12 }),
      day: fc.integer({ min: 0, max: 31 }),
      given: fc.nat(50).map((at) => hashText(`name ${at}`)),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (people) => {
        const bearers = new Bearers();
        for (const { surname, year, month, day, given } of people) bearers.add(surname, year, month, day, [given]);
        for (const { surname, year, month, day, given } of people) {
          expect(bearers.mayHaveYear(surname, year)).toBe(true);
          expect(bearers.mayHaveDay(surname, month, day)).toBe(true);
          expect(bearers.mayHaveGivenName(surname, given)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is denied of most others', () => {
    const bearers = new Bearers();
    for (let at = 0; at < 1000; at += 1) bearers.add(hashText(`surname ${at}`), 1980, 3, 4, [hashText('name')]);
    const years = Array.from({ length: 40 }, (_, at) => 1985 + at);
    expect(years.filter((year) => bearers.mayHaveYear(hashText('surname 7'), year))).toEqual([]);
    expect(bearers.mayHaveDay(hashText('surname 7'), 3, 5)).toBe(false);
    expect(bearers.mayHaveGivenName(hashText('surname 7'), hashText('another'))).toBe(false);
  });
});

describe('similar sounds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 16 });

  test('are all that are one error from a short sound or two from a longer one', () => {
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 300 }), (sound, others) => {
        const near = others.flatMap((other) => [other, other.slice(1), `${sound.slice(0, 4)}${other}`, `${sound}a`]);
        const sounds = new SimilarSounds();
        for (const other of near) sounds.add(other);
        const most = sound.length <= 5 ? 1 : 2;
        const pattern = patternOf(sound);
        const expected = new Set(
          near.filter((other) => {
            const errors = boundedAlignment(pattern, sound.length, other, most);
            return other !== '' && other !== sound && errors <= most;
          }),
        );
        expect([...sounds.find(sound, pattern)].sort()).toEqual([...expected].map(hashText).sort());
      }),
      { numRuns: 100 },
    );
  });
});
