import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryPerson } from '../../matching/attributes/entry-person.ts';
import { Lexicon } from '../../matching/attributes/lexicon.ts';
import { subjectPerson } from '../../matching/attributes/subject-person.ts';
import { PairComparer, PairVector } from '../../matching/comparison/pair-comparer.ts';
import { SubjectColumns } from '../../matching/subject-columns.ts';
import { asId } from '../../src/domain/ids.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { model, subject } from './model.ts';

/** Few syllables, so that names share them; `?` is a lost letter. */
const syllable = fc.constantFrom('jan', 'de', 'vri', 'ken', 'mo', 'ham', 'ed', 'ij', 'sch', 'rn', 'm', 'x', '?');
const simple = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((syllables) => syllables.join(''));
/** By itself or with another one longer than the longest word that is compared. */
const long = fc.array(syllable, { minLength: 6, maxLength: 14 }).map((syllables) => syllables.join(''));
const known = fc.constantFrom('Jansen', 'Janssen', 'Çelik', 'Celik', 'Berg', 'Smit', 'Baron van Berg', 'Nguyen', 'Li');
const double = fc.tuple(fc.oneof(simple, known), fc.oneof(simple, known)).map(([a, b]) => `${a}-${b}`);
const surname = fc.oneof({ weight: 3, arbitrary: simple }, { weight: 3, arbitrary: known }, double, long);
const givenName = fc.oneof(simple, fc.constantFrom('Jan', 'Johannes', 'Maria', 'Mohamed', 'Thi', 'M.', 'J.'));
const particle = fc.constantFrom('', '', '', 'van', 'van den', 'el');
const alias = fc.tuple(givenName, surname).map((names) => names.join(' '));
const none = fc.constant('');

const anybody = fc
  .record({
    particle,
    surname: fc.oneof({ weight: 9, arbitrary: surname }, none),
    givenNames: fc.array(givenName, { maxLength: 3 }).map((names) => names.join(' ')),
    initials: fc.constantFrom('', '', 'J.M.', 'J.'),
    callName: fc.oneof({ weight: 4, arbitrary: none }, givenName),
    partnerParticle: particle,
    partnerSurname: fc.oneof(surname, none),
    aliases: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(alias, { maxLength: 2 })),
    born: fc.constantFrom('0000-00-00', '1980-00-00', '1980-03-00', '1980-03-04', '1980-04-03', '1981-03-04'),
    bsn: fc.constantFrom(null, null, '123456782', '123456728', '999990019', '12345'),
    birthPlace: fc.constantFrom('', 'Utrecht', 'Utrech', 'Bergen', 'Bergen op Zoom', 'Ankara'),
    sex: fc.constantFrom<PersonIdentity['sex'][]>(null, 'M', 'F'),
  })
  .map(subject);

/** How an entry may give somebody's name: as the partner's, both in one, apart or not, turned, cut, or with a slip. */
const manner = fc.constantFrom<((of: SubjectIdentity) => Partial<PersonIdentity>)[]>(
  () => ({}),
  ({ partnerParticle, partnerSurname }) => ({ particle: partnerParticle, surname: partnerSurname }),
  (of) => ({ surname: `${of.surname}-${of.partnerParticle} ${of.partnerSurname}` }),
  (of) => ({ surname: `${of.partnerSurname} ${of.particle} ${of.surname}` }),
  (of) => ({ surname: `${of.surname}${of.partnerSurname}`.replace(/[^\p{L}?]/gu, '') }),
  (of) => ({ surname: of.givenNames, givenNames: of.surname }),
  (of) => ({ surname: `${of.givenNames} ${of.surname}`, givenNames: '', initials: '' }),
  (of) => ({ particle: '', surname: `${of.particle}${of.surname}` }),
  (of) => ({ particle: '', surname: of.surname.slice(0, -1), givenNames: '' }),
  (of) => ({ surname: of.surname.slice(1), givenNames: of.givenNames.replaceAll(' ', '') }),
  (of) => ({ surname: '', aliases: [`${of.givenNames} ${of.partnerSurname}`] }),
);

const pair: fc.Arbitrary<readonly [PersonIdentity, SubjectIdentity]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(anybody, manner).map(([of, given]) => [{ ...of, ...given(of) }, of] as const) },
  fc.tuple(anybody, anybody),
);

/** Below every total. */
const LOWEST = -500_000_000;

test('a pair is given up only where its total stays below the floor', () => {
  const lexicon = new Lexicon(model.names);
  const subjects = new SubjectColumns();
  const comparer = new PairComparer(model.weights, lexicon);
  const vector = new PairVector();
  const forms = new Map<string | undefined, number>();
  let givenUp = 0;
  fc.assert(
    fc.property(pair, fc.integer({ min: 1, max: 8000 }), ([person, identity], less) => {
      const entry = entryPerson(person, lexicon, model.places);
      // The slot of the one before is used again.
      const slot = subjects.add(asId('P1'), 1, subjectPerson(identity, lexicon, model.places));
      comparer.begin(entry);
      const whole = comparer.total(subjects, slot, LOWEST);
      comparer.describe(subjects.people[slot]!, vector);
      for (const floor of [whole, whole - less]) {
        // Nothing is known yet of any name, as for the first candidate of an entry.
        comparer.begin(entry);
        expect(comparer.total(subjects, slot, floor)).toBeGreaterThanOrEqual(whole);
      }
      comparer.begin(entry);
      if (comparer.total(subjects, slot, whole + less) < LOWEST) givenUp += 1;
      const form = MATCH_LEVELS.name_form[vector.form];
      forms.set(form, (forms.get(form) ?? 0) + 1);
      subjects.remove(slot);
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(givenUp).toBeGreaterThan(1000);
  for (const form of MATCH_LEVELS.name_form) expect([form, (forms.get(form) ?? 0) > 20]).toEqual([form, true]);
});
