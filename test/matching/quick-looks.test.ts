import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { hashText } from '../../matching/attributes/hash.ts';
import { patternOf } from '../../matching/attributes/letters.ts';
import { Lexicon } from '../../matching/attributes/lexicon.ts';
import { joinSurnames } from '../../matching/attributes/name-parts.ts';
import { Bearers, dayBit, givenNameBit, isPossible, yearBit } from '../../matching/blocking/bearers.ts';
import { SimilarSounds } from '../../matching/blocking/similar-sounds.ts';
import { boundedAlignment } from '../../matching/comparison/edit-distance.ts';
import { GivenNamesBound } from '../../matching/comparison/given-names-bound.ts';
import { NameComparer, newNameOutcome } from '../../matching/comparison/name-comparer.ts';
import { SurnameBounds } from '../../matching/comparison/surname-bounds.ts';
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
/** Two of these written together are longer than the longest word that is compared. */
const long = fc.array(syllable, { minLength: 6, maxLength: 9 }).map((syllables) => syllables.join(''));
const name = fc.oneof(
  { weight: 4, arbitrary: simple },
  fc.tuple(simple, simple).map(([a, b]) => `${a}-${b}`),
  simple.map((written) => `van den ${written}`),
  fc.constantFrom('Jansen', 'Janssen', 'Çelik', 'Celik', 'Mohamed', 'Muhammad', 'Berg'),
);

/** What `mayHave` says of one surname. */
function answerOf(bearers: Bearers, surname: number, wanted: readonly number[]): readonly boolean[] {
  const answers = new Int32Array(1);
  bearers.mayHave([surname], wanted, answers);
  return wanted.map((_, which) => isPossible(answers[0]!, which));
}

describe('the quick look at two surnames', () => {
  const lexicon = new Lexicon(model.names);
  const bounds = new SurnameBounds(model.weights, model.names);
  const comparer = new NameComparer(model.weights, lexicon);
  const out = newNameOutcome();
  const namesOf = (surname: string, givenNames: string) =>
    entryPerson(person({ surname, givenNames }), lexicon, model.places).names;

  test('never says less than the comparison, and of most strangers no more than that they are different', () => {
    const different = model.weights.surname.weigh(MATCH_LEVELS.surname.indexOf('different'), 0);
    let [asDifferent, bounded] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(name, fc.constant('')), name, name, (surname, givenNames, registered) => {
        const kept = lexicon.keepSurname('', registered);
        for (const entry of namesOf(surname, givenNames)) {
          bounds.begin(entry);
          const whole = bounds.atMost(lexicon.outlines, kept.id);
          const isAmong = bounds.mayBeGivenName(lexicon.outlines, kept.id);
          const most = isAmong ? Math.max(whole, bounds.inGivenNames) : whole;
          comparer.begin(entry);
          comparer.surname(kept, out);
          expect(most).toBeGreaterThanOrEqual(out.weight + out.secondWeight);
          expect(bounds.mostOfAny(entry)).toBeGreaterThanOrEqual(out.weight + out.secondWeight);
          if (most < bounds.mostOfAny(entry)) bounded += 1;
          if (most <= different) asDifferent += 1;
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(asDifferent).toBeGreaterThan(500);
    expect(bounded).toBeGreaterThan(2000);
  });

  test('never says less than the comparison of a double name', () => {
    let bounded = 0;
    const either = fc.oneof({ weight: 3, arbitrary: name }, long);
    const joint = fc.constantFrom(null, ' ', '');
    fc.assert(
      fc.property(name, name, either, either, joint, (surname, givenNames, own, partner, joined) => {
        const [first, second] = [lexicon.keepSurname('', own), lexicon.keepSurname('', partner)];
        if (first.core === null || second.core === null) return;
        for (const entry of namesOf(joined === null ? surname : `${own}${joined}${partner}`, givenNames)) {
          bounds.begin(entry);
          const most = bounds.doubleAtMost(lexicon.outlines, first.id, second.id);
          comparer.begin(entry);
          for (const joined of [joinSurnames(first, second), joinSurnames(second, first)]) {
            comparer.surname(lexicon.guestSurname(joined), out);
            expect(most).toBeGreaterThanOrEqual(out.weight + out.secondWeight);
          }
          if (most < bounds.mostOfAny(entry)) bounded += 1;
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(bounded).toBeGreaterThan(1000);
  });
});

describe('the quick look at given names', () => {
  test('never says less than the comparison', () => {
    const lexicon = new Lexicon(model.names);
    const bound = new GivenNamesBound(model.weights);
    const comparer = new NameComparer(model.weights, lexicon);
    const out = newNameOutcome();
    const given = fc.oneof(
      fc.array(fc.oneof(simple, fc.constantFrom('Jan', 'Maria', 'Kees', 'Cornelis', 'Alex', 'J.', 'M.')), {
        maxLength: 3,
      }),
      fc.array(simple, { minLength: 2, maxLength: 2 }).map((names) => [names.join('')]),
    );
    fc.assert(
      fc.property(given, given, simple, fc.boolean(), (ours, theirs, surname, isSame) => {
        const [written, initials] = [ours.join(' '), ours.map((word) => `${word[0]}.`).join('')];
        const kept = lexicon.keepGivenNames((isSame ? ours : theirs).join(' '), '', '');
        for (const entry of entryPerson(person({ surname, givenNames: written, initials }), lexicon, model.places)
          .names) {
          comparer.begin(entry);
          comparer.givenNames(kept, out);
          expect(bound.mostOfAny(entry.givenNames)).toBeGreaterThanOrEqual(out.weight + out.secondWeight);
        }
      }),
      { numRuns: 5000, seed: 1 },
    );
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
          const wanted = [yearBit(year), dayBit(month, day), givenNameBit(given)];
          expect(answerOf(bearers, surname, wanted)).toEqual([true, true, true]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is denied of most others', () => {
    const bearers = new Bearers();
    for (let at = 0; at < 1000; at += 1) bearers.add(hashText(`surname ${at}`), 1980, 3, 4, [hashText('name')]);
    const others = [...Array.from({ length: 29 }, (_, at) => yearBit(1985 + at)), dayBit(3, 5)];
    const denied = answerOf(bearers, hashText('surname 7'), others);
    expect(denied.filter((possible) => possible)).toEqual([]);
    expect(answerOf(bearers, hashText('surname 7'), [givenNameBit(hashText('another'))])).toEqual([false]);
  });

  test('is never denied beyond what an answer has room for', () => {
    const bearers = new Bearers();
    const wanted = Array.from({ length: 40 }, (_, at) => givenNameBit(hashText(`name ${at}`)));
    expect(answerOf(bearers, hashText('surname'), wanted).indexOf(true)).toBe(31);
    bearers.add(hashText('surname'), 1980, 3, 4, [hashText('name 35')]);
    expect(answerOf(bearers, hashText('surname'), wanted)[35]).toBe(true);
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
