import { describe, expect, test } from '@jest/globals';
import { compare, levelsOf } from './compare.ts';
import { person, subject } from './model.ts';
import { TRADITIONS } from './name-traditions.ts';

function named(text: string) {
  const [particle = '', surname = '', givenNames = ''] = text.split('|').map((part) => part.trim());
  return { particle, surname, givenNames };
}

/** Levels in the notation of the table. */
function levels(entry: string, register: string): string {
  const {
    surname,
    given_names: given,
    name_form: form,
  } = levelsOf(compare(person(named(entry)), subject(named(register))));
  const parts = [surname, given === 'missing' ? '-' : given, form === 'fields_swapped' ? 'swapped' : ''];
  return parts.filter((part) => part !== '').join(' ');
}

describe.each(Object.entries(TRADITIONS))('%s names', (_, pairs) => {
  test.each(pairs)('%s is %s (%s): %s', (entry, register, expected) => {
    expect(levels(entry, register)).toBe(expected);
  });
});
