import anyAscii from 'any-ascii';
import { repairEncoding } from './encoding.ts';

/** Stands for one or more letters that were lost: compares as equal to any letter. */
export const LOST_LETTER = '?';

/** Digits that a scanner or a hurried hand puts where a letter stood. */
const DIGIT_AS_LETTER: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
};

/** Words of plain letters apart by one space: what most names are, and all that is done to them is to write them small. */
const PLAIN_WORDS = /^(?:[A-Za-z]+(?: [A-Za-z]+)*)?$/;
const PLAIN = /^[A-Za-z .,-]*$/;

function foldUncommon(text: string): string {
  let folded = '';
  for (const character of repairEncoding(text).normalize('NFC')) {
    if (character === '\ufffd' || character === '?') folded += LOST_LETTER;
    else if (/\p{M}/u.test(character)) folded += '';
    else if (/\p{Script=Latin}/u.test(character)) folded += anyAscii(character);
    else if (/[0-9]/.test(character)) folded += DIGIT_AS_LETTER[character];
    else if (/[\p{L}\p{So}\p{Sm}\p{Sc}]/u.test(character) && !/[|]/.test(character)) folded += foreign(character);
    else folded += character === '|' ? 'l' : character;
  }
  return folded;
}

/** Another script is romanised; a sign that no name has (a box, a currency) is a lost letter. */
function foreign(character: string): string {
  const romanised = /\p{L}/u.test(character) ? anyAscii(character) : '';
  return /^[A-Za-z]+$/.test(romanised) ? romanised : LOST_LETTER;
}

/**
 * A name as lower-case letters a–z and lost letters, words apart by one space. Diacritics, case, points and
 * apostrophes are noise in Dutch registers; hyphens and commas only part words.
 */
export function foldName(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  if (text === '.') return '';
  const letters = PLAIN.test(text) ? text : foldUncommon(text);
  return letters
    .toLowerCase()
    .replace(/['’‘`´ʼ"]/g, '')
    .replace(/\?+/g, LOST_LETTER)
    .replace(/[^a-z?]+/g, ' ')
    .trim();
}

/** The words of a folded name. */
export function wordsOf(folded: string): readonly string[] {
  return folded === '' ? [] : folded.split(' ');
}
