import { describe, expect, test } from '@jest/globals';
import { Lexicon } from '../../matching/attributes/lexicon.ts';
import { parseSurname, splitFullName } from '../../matching/attributes/name-parts.ts';
import { compareGivenNames } from '../../matching/comparison/given-names.ts';
import { newOutcome } from '../../matching/comparison/outcome.ts';
import { compareSurname } from '../../matching/comparison/surname.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';
import { model } from './model.ts';

const lexicon = new Lexicon(model.names);
const tables = model.names;

function surnameLevel([particle, surname]: Name, subject: Name) {
  const out = newOutcome();
  const entry = lexicon.guestSurname(parseSurname(particle, surname, tables));
  compareSurname(entry, lexicon.keepSurname(subject[0], subject[1]), out);
  return MATCH_LEVELS.surname[out.level];
}

function givenLevel([names, initials]: Name, subject: SubjectNames) {
  const out = newOutcome();
  compareGivenNames(lexicon.guestGivenNames(names, initials), lexicon.keepGivenNames(...subject), out);
  return MATCH_LEVELS.given_names[out.level];
}

type Name = readonly [string, string];
type SubjectNames = readonly [string, string, string];

describe('surname levels', () => {
  test.each<readonly [Name, Name, string, string]>([
    [['van den', 'Berg'], ['van den', 'Berg'], 'exact', ''],
    [['', 'Van den Berg'], ['van den', 'Berg'], 'exact', 'particle in the surname'],
    [['', 'Berg, van den'], ['van den', 'Berg'], 'exact', 'particle behind'],
    [['v.d.', 'Berg'], ['van den', 'Berg'], 'exact', 'particle shortened'],
    [['', 'Berg'], ['van den', 'Berg'], 'exact', 'particle dropped'],
    [['', 'Vangerven'], ['van', 'Gerven'], 'exact', 'particle fused'],
    [['', 'DHondt'], ['', "D'Hondt"], 'exact', 'apostrophe'],
    [['', 'Chin A Foeng'], ['', 'ChinAFoeng'], 'exact', 'spaces lost'],
    [['', 'IJsselstein'], ['', 'Ĳsselstein'], 'exact', 'one letter IJ'],
    [['', 'Schut'], ['', 'Schoet'], 'spelling', 'oe for u'],
    [['', 'Chan'], ['', 'Chen'], 'spelling', 'Cantonese and pinyin'],
    [['', 'Bcnmoulay'], ['', 'Benmoulay'], 'spelling', 'scanned'],
    [['', 'Verfoes'], ['', 'Verdoes'], 'one_edit', 'neighbouring key'],
    [['', 'Jasnen'], ['', 'Jansen'], 'one_edit', 'letters swapped'],
    [['', 'Lansdlrrf'], ['', 'Lansdorf'], 'two_edits', ''],
    [['', 'Kraan-van Delden'], ['', 'Kraan'], 'part', 'double name'],
    [['', 'Willemse'], ['', 'Willemsen-Bakker'], 'part_similar', 'part with an error'],
    [['', 'Vleeschouw'], ['', 'Vleeschouwersman'], 'truncated', ''],
    [['', 'de Vries e.v. Bakker'], ['de', 'Vries'], 'part', 'wife of'],
    [['', 'Bakker geb. de Vries'], ['de', 'Vries'], 'part', 'born as'],
    [['', 'Bakker (de Vries)'], ['de', 'Vries'], 'part', 'maiden name in brackets'],
    [['', 'Smit wed. van Dijk'], ['', 'Smit'], 'part', 'widow of'],
    [['', 'Jansen jr.'], ['', 'Jansen'], 'exact', 'a suffix is no name'],
    [['', 'El-Amrani'], ['', 'El Amrani'], 'exact', 'hyphen for space'],
    [['', 'Elamrani'], ['', 'El Amrani'], 'exact', 'article fused'],
    [['van', 'Dellen'], ['van', 'Beeren'], 'different', 'a particle makes no names alike'],
    [['', 'Bakker'], ['', 'Visser'], 'different', ''],
    [['', '.'], ['', 'Visser'], 'missing', 'unknown in the BRP'],
  ])('%j against %j is %s %s', (entry, subject, level) => {
    expect(surnameLevel(entry, subject)).toBe(level);
  });
});

describe('how many have by chance a name this near', () => {
  const word = (text: string) => lexicon.guestSurname(parseSurname('', text, tables)).core!;
  const givenName = (text: string) => lexicon.guestGivenNames(text, '').names[0]!;

  test('more where people bear both names than where one may be a misspelling of the other', () => {
    const near = word('Bakkr').nearSurnamePpb(1, word('Bakker'));
    expect(word('Bekker').nearSurnamePpb(1, word('Bakker'))).toBeGreaterThan(10 * near);
    expect(word('Bekker').nearSurnamePpb(0, word('Bakker'))).toBeLessThan(
      10 * word('Bakkr').nearSurnamePpb(0, word('Bakker')),
    );
    const nearGiven = givenName('Petir').nearGivenNamePpb(1, givenName('Peter'));
    expect(givenName('Pieter').nearGivenNamePpb(1, givenName('Peter'))).toBeGreaterThan(nearGiven);
  });
});

describe('given name levels', () => {
  test.each<readonly [Name, SubjectNames, string, string]>([
    [['Johanna Maria', ''], ['Johanna Maria', 'J.M.', ''], 'exact', ''],
    [['GeertJan', ''], ['Geert-Jan', 'G.', ''], 'exact', 'hyphen lost'],
    [['Wim', ''], ['Willem', 'W.', ''], 'nickname', 'roepnaam table'],
    [['Cokkie', ''], ['Cornelia', 'C.', 'Cokkie'], 'call_name', 'recorded, and in the roepnaam table'],
    [['Sandra', ''], ['Maria', 'M.', 'Sandra'], 'call_name', 'recorded call name'],
    [['Mohamed', ''], ['Mohammed', 'M.', ''], 'nickname', 'romanisation'],
    [['Soeradj', ''], ['Suradj', 'S.', ''], 'spelling', ''],
    [['Sabinw', ''], ['Sabine', 'S.', ''], 'one_edit', ''],
    [['Hermanus Gerrit Johan', ''], ['Johan Hermanus Gerrit', 'J.H.G.', ''], 'other_name', 'reordered'],
    [['', 'J.M.'], ['Johanna Maria', 'J.M.', ''], 'initials_equal', ''],
    [['', 'JM'], ['Johanna Maria', '', ''], 'initials_equal', 'initials without points'],
    [['J.M.', ''], ['Johanna Maria', 'J.M.', ''], 'initials_equal', 'initials in the field of the names'],
    [['', 'J.'], ['Johanna Maria', 'J.M.', ''], 'initial_only', ''],
    [['', 'K.'], ['Johanna Maria', 'J.M.', ''], 'initials_differ', ''],
    [['Alex', ''], ['Alexandrina', 'A.', ''], 'truncated', 'its beginning'],
    [['Crnls', ''], ['Cornelis', 'C.', ''], 'truncated', 'its consonants'],
    [['Crnla', ''], ['Cornelis', 'C.', ''], 'same_initial', 'a vowel that it lacks'],
    [['Crsnl', ''], ['Cornelis', 'C.', ''], 'same_initial', 'its consonants in another order'],
    [['Jochem', ''], ['Johanna', 'J.', ''], 'same_initial', ''],
    [['Peter', ''], ['Johanna', 'J.', ''], 'different', ''],
    [['', ''], ['Johanna', 'J.', ''], 'missing', ''],
  ])('%j against %j is %s %s', (entry, subject, level) => {
    expect(givenLevel(entry, subject)).toBe(level);
  });
});

describe('names in one text', () => {
  test.each([
    ['', 'drs. Jansen', 'jansen', ''],
    ['van der', 'Berg', 'berg', 'vander'],
    ['', 'Berg, van der', 'berg', 'vander'],
    ['el', 'Idrissi', 'idrissi', 'el'],
    ['', '.', '', ''],
  ])('surname "%s" "%s" has core "%s" and particle "%s"', (particle, surname, core, expected) => {
    expect(parseSurname(particle, surname, tables)).toMatchObject({ core, particle: expected });
  });

  test.each([
    ['Yusuf Rijnshoeven', 'Yusuf', 'Rijnshoeven'],
    ['Mandy El Rhouddani', 'Mandy', 'El Rhouddani'],
    ['Jansen, Piet', 'Piet', 'Jansen'],
  ])('the full name "%s" has given names "%s" and surname "%s"', (fullName, givenNames, surname) => {
    expect(splitFullName(fullName, tables)).toEqual({ givenNames, surname });
  });
});
