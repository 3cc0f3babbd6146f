import { describe, expect, test } from '@jest/globals';
import { Lexicon } from '../../matching/attributes/lexicon.ts';
import { parseSurname, splitFullName } from '../../matching/attributes/name-parts.ts';
import { compareFurtherNames, compareGivenNames } from '../../matching/comparison/given-names.ts';
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
    [['', 'Smit-Smit'], ['', 'Smit-van Dijk'], 'part', 'one name twice is no double name in another order'],
    [['', 'Smit wed. van Dijk'], ['', 'Smit'], 'part', 'widow of'],
    [['', 'graaf van Bylandt'], ['van', 'Bylandt'], 'exact', 'title before a particle'],
    [['van', 'Bylandt'], ['graaf van', 'Bylandt'], 'exact', 'title in the field of the particle'],
    [['', 'Bylandt, graaf van'], ['van', 'Bylandt'], 'exact', 'title and particle behind'],
    [['', 'Prins van der Meer'], ['', 'Prins'], 'part', 'a surname that is a title elsewhere'],
    [['', 'de Graaf'], ['de', 'Graaf'], 'exact', 'the same'],
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

  test('less so of short names, whose misspellings are names as often as not', () => {
    const more = (a: string, b: string, unknown: string) =>
      word(a).nearSurnamePpb(1, word(b)) / word(unknown).nearSurnamePpb(1, word(b));
    expect(more('Smid', 'Smit', 'Smyt')).toBeLessThan(more('Bekker', 'Bakker', 'Bakkr'));
  });
});

test('a sound is no longer than what is compared, whatever its letters stand for', () => {
  expect(lexicon.guestSurname(parseSurname('', 'xq'.repeat(15), tables)).core!.sound).toHaveLength(31);
});

describe('how many namesakes by surname have a given name', () => {
  test.each([
    ['thanh', 40_000_000, 'borne by few in the country, and by many of those with the same surnames'],
    ['kees', 8_000_000, 'any other name'],
  ])('%s: %d in a thousand million (%s)', (name, ppb) => {
    expect(tables.amongNamesakesPpb(name)).toBe(ppb);
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
    [['Sjarlotte', ''], ['Charlotte', 'C.', ''], 'spelling', 'French ch by a Dutch ear'],
    [['Anzjela', ''], ['Angela', 'A.', ''], 'spelling', 'English g by a Dutch ear'],
    [['Zjosefien', ''], ['Josephine', 'J.', ''], 'spelling', 'French j by a Dutch ear'],
    [['Keungkwna', ''], ['Keung Kwan', 'K.K.', ''], 'one_edit', 'written as one and misspelled'],
    [['Fatlm-aZohra', ''], ['Fatimazohra', 'F.', ''], 'spelling', 'written apart and scanned'],
    [['Anh', ''], ['Mai Lan', 'M.L.', 'Mai Lan'], 'different', 'a call name that repeats the given names'],
    [['Lan', ''], ['Mai Lan', 'M.L.', 'Mai Lan'], 'other_name', 'no call name apart'],
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

describe('names after the first', () => {
  test.each<readonly [string, string, string | undefined, string]>([
    ['Van Kien', 'Van Kien', 'equal', ''],
    ['Van Tien', 'Van Kien', 'partly', 'one letter of four makes another name'],
    ['Anna Petronelle', 'Anna Petronella', 'equal', 'one letter of a longer name that is none'],
    ['Annna Maria', 'Anna Maria', 'equal', 'the first is weighed by itself'],
    ['Van Hung', 'Van Kien', 'different', ''],
    ['Keungkwna', 'Keung Kwan', undefined, 'none is missing where both are written as one'],
  ])('%s and %s: %s %s', (entry, subject, level) => {
    const [ours, theirs] = [lexicon.guestGivenNames(entry, ''), lexicon.keepGivenNames(subject, '', '')];
    expect(MATCH_LEVELS.further_names[compareFurtherNames(ours, theirs)]).toBe(level);
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
