import { describe, expect, test } from '@jest/globals';
import { parseGivenNames, parseSurname } from '../../matching/attributes/name-parts.ts';
import type { NameUse, PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { compare, levelsOf } from './compare.ts';
import { model, person, subject } from './model.ts';

/** The rules of the Logisch Ontwerp BRP for names, as far as somebody's name is compared by them. */
const tables = model.names;

describe('initials', () => {
  test.each([
    ['Philippus Johannes', '', 'pj', 'from the given names'],
    ['', 'Ph.J.', 'pj', 'Ph is one initial'],
    ['', 'Th.J.M.', 'tjm', 'Th is one initial'],
    ['', 'J.Th.M.', 'jtm', 'Th is one initial wherever it stands'],
    ['', 'IJ.', 'i', 'IJ is one initial'],
    ['IJsbrand', '', 'i', 'and so it is when it comes from a name'],
    ['', 'Ch.A.', 'ca', 'Ch is one initial'],
    ['', 'Chr.J.', 'cj', 'and so is Chr'],
    ['', 'Th', 't', 'without a point'],
    ['', 'ThJ', 'tj', 'without any'],
    ['', 'JPhM', 'jpm', 'without any'],
    ['', 'J. P.', 'jp', 'with spaces'],
    ['', 'J P', 'jp', 'with spaces for points'],
    ['', 'j.p.', 'jp', 'in small letters'],
    ['', 'JPM', 'jpm', 'without points, in capitals'],
    ['Jan-Peter Maria', '', 'jm', 'a hyphenated name has one'],
    ['Ö', '', 'o', 'a name of one letter, without its diacritic'],
    ['Jhr. Willem', '', 'w', 'a predicate has none'],
    ['', '', '', 'none where nothing is known'],
  ])('of "%s" with "%s" are "%s": %s', (givenNames, initials, expected) => {
    expect(parseGivenNames(givenNames, initials, tables).initials).toBe(expected);
  });
});

const registered = { givenNames: 'Anna', particle: 'de', surname: 'Vries', partnerSurname: 'Bakker' };

describe('name use: the source may hold any of a subject’s names, whichever is registered as used', () => {
  const forms = [
    ['E', { particle: 'de', surname: 'Vries' }, 'birth_name'],
    ['P', { particle: '', surname: 'Bakker' }, 'partner_name'],
    ['V', { particle: '', surname: 'Bakker-de Vries' }, 'double_name'],
    ['N', { particle: 'de', surname: 'Vries-Bakker' }, 'double_name'],
    ['N without its hyphen', { particle: 'de', surname: 'Vries Bakker' }, 'double_name'],
  ] as const;
  const uses: readonly NameUse[] = ['own', 'partner', 'partner_own', 'own_partner'];
  const cases = forms.flatMap(([written, name, form]) =>
    uses.map((nameUse) => [written, nameUse, name, form] as const),
  );

  test.each(cases)('an entry by rule %s fits a subject who uses %s', (_, nameUse, name, form) => {
    const evidence = compare(person({ ...name, givenNames: 'Anna' }), subject({ ...registered, nameUse }));
    expect(levelsOf(evidence)).toMatchObject({ surname: 'exact', given_names: 'exact', name_form: form });
  });

  test('the particles of both names may stand before or in them', () => {
    const both = { ...registered, partnerParticle: 'van den', partnerSurname: 'Berg' };
    for (const name of ['van den Berg-de Vries', 'de Vries-van den Berg', 'De Vries - Van den Berg']) {
      const evidence = compare(person({ surname: name, givenNames: 'Anna' }), subject(both));
      expect(levelsOf(evidence)).toMatchObject({ surname: 'exact', name_form: 'double_name' });
    }
  });
});

describe('people of one name, and names in a row', () => {
  test.each([
    ['both in the surname', { surname: 'Suhartono' }, { surname: 'Suhartono' }, { surname: 'exact' }],
    ['in the other field', { surname: '.', givenNames: 'Suhartono' }, { surname: 'Suhartono' }, { surname: 'exact' }],
    [
      'the register has it as given name',
      { surname: 'Suhartono' },
      { surname: '.', givenNames: 'Suhartono' },
      { surname: 'exact', name_form: 'alias' },
    ],
    [
      'both as given name, surname unknown',
      { surname: '.', givenNames: 'Suhartono' },
      { surname: '.', givenNames: 'Suhartono' },
      { surname: 'missing', given_names: 'exact' },
    ],
    ['a row of names', { surname: 'Ahmed Hassan Ali' }, { surname: 'Ahmed Hassan Ali' }, { surname: 'exact' }],
    [
      'a row that the register splits',
      { surname: 'Ahmed Hassan Ali' },
      { givenNames: 'Ahmed Hassan', surname: 'Ali' },
      { surname: 'exact', given_names: 'exact', name_form: 'fields_swapped' },
    ],
  ] as const)('%s', (_, entry, register, expected) => {
    expect(levelsOf(compare(person(entry), subject(register)))).toMatchObject(expected);
  });
});

describe('several surnames, titles, predicates and patronymics', () => {
  test.each([
    ['', 'Kraan-van Delden', ['kraan', 'delden'], ''],
    ['', 'Kraan van Delden', ['kraan', 'delden'], ''],
    ['van', 'Delden-Kraan', ['delden', 'kraan'], 'van'],
    ['', 'Garcia Rodriguez', ['garcia', 'rodriguez'], ''],
    ['', 'Bakker geb. de Vries', ['bakker', 'vries'], ''],
    ['', 'prof. mr. dr. van Voorst', ['voorst'], 'van'],
    ['', 'baron van Voorst', ['voorst'], 'van'],
    ['', 'barones Van Voorst', ['voorst'], 'van'],
    ['', 'jonkheer van Voorst', ['voorst'], 'van'],
    ['', 'Baron', ['baron'], ''],
    ['', 'Jansen sr.', ['jansen'], ''],
    ['', 'Pietersz. Coen', ['pietersz', 'coen'], ''],
  ])('"%s" "%s" holds %j after "%s"', (particle, surname, parts, leading) => {
    expect(parseSurname(particle, surname, tables)).toMatchObject({ parts, particle: leading });
  });

  test.each([
    ['Jonsdottir', 'Jónsdóttir', 'exact'],
    ['Pietersz', 'Pieterszoon', 'truncated'],
    ['Coen', 'Pietersz. Coen', 'part'],
    ['Coen Pietersz.', 'Pietersz. Coen', 'spelling'],
    ['Ivanova', 'Ivanov', 'one_edit'],
  ])('%s and %s are %s', (entry, register, level) => {
    const evidence = compare(person({ surname: entry }), subject({ surname: register, initials: 'J.' }));
    expect(levelsOf(evidence)['surname']).toBe(level);
  });
});

describe('nothing is made of how the same name is written', () => {
  const weights = (entry: Partial<PersonIdentity>, register: Partial<SubjectIdentity>) =>
    Object.fromEntries(
      compare(person(entry), subject(register)).terms.map(({ attribute, level, weightMilliBits }) => [
        attribute,
        [level, weightMilliBits] as const,
      ]),
    );
  const meer = { particle: 'van der', surname: 'Meer', initials: 'J.' };

  test.each([
    [{ surname: 'Vandermeer' }],
    [{ surname: 'van der Meer' }],
    [{ surname: 'Meer (van der)' }],
    [{ surname: 'Meer vd' }],
  ])('the particle of %j is there, and the surname as common as ever', (written) => {
    expect(weights(written, meer)).toMatchObject({
      surname: weights({ particle: 'van der', surname: 'Meer' }, meer)['surname'],
      particle: weights({ particle: 'van der', surname: 'Meer' }, meer)['particle'],
    });
  });

  test('a given name written as one lacks none', () => {
    const term = weights({ givenNames: 'Fatimazohra' }, { givenNames: 'Fatima Zohra' });
    expect(term['given_names']?.[0]).toBe('exact');
    expect(term).not.toHaveProperty('further_names');
  });

  test('a form of address beside initials is no given name', () => {
    expect(weights({ givenNames: 'Dhr.', initials: 'J.' }, { givenNames: 'Johan' })).toMatchObject(
      weights({ initials: 'J.' }, { givenNames: 'Johan' }),
    );
  });

  test('surname and given names each in the field of the other agree as they stand', () => {
    const swapped = weights(
      { surname: 'Roland Petrus', givenNames: 'Noce' },
      { surname: 'Noce', givenNames: 'Roland Petrus' },
    );
    expect(swapped).toMatchObject({
      name_form: ['fields_swapped', expect.anything()],
      surname: ['exact', expect.anything()],
    });
  });

  test('a name cut short to what is no name speaks for the person', () => {
    expect(weights({ givenNames: 'Joh.' }, { givenNames: 'Johannes' })['given_names']?.[0]).toBe('truncated');
    expect(weights({ givenNames: 'Joh.' }, { givenNames: 'Johannes' })['given_names']?.[1]).toBeGreaterThan(1000);
    expect(weights({ givenNames: 'Johannes' }, { givenNames: 'Joh.' })['given_names']?.[1]).toBeGreaterThan(1000);
  });

  test('Y and IJ are one initial, and neither is a K', () => {
    expect(weights({ initials: 'Y.' }, { givenNames: 'IJsbrand' })['given_names']?.[0]).toBe('initial_only');
    expect(weights({ initials: 'Y.' }, { givenNames: 'Klaas' })['given_names']?.[0]).toBe('initials_differ');
  });
});
