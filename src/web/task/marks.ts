import { diffArrays, diffChars } from 'diff';
import { type Html, html } from '../html.ts';

/** Below this share of letters in common, single marked letters would be confetti: all of it differs. */
const SHARE_IN_COMMON = 0.5;

interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** Two values, each cut into what the other has as well and what it has not. */
type Parts = readonly [readonly Part[], readonly Part[]];

const foldedAlike = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Letter by letter; upper and lower case are the same. */
function lettersOf(left: string, right: string): Parts {
  const parts: [Part[], Part[]] = [[], []];
  let [atLeft, atRight] = [0, 0];
  for (const { value, added, removed } of diffChars(left, right, { ignoreCase: true })) {
    if (!added) parts[0].push({ text: left.slice(atLeft, atLeft + value.length), differs: removed });
    if (!removed) parts[1].push({ text: right.slice(atRight, atRight + value.length), differs: added });
    if (!added) atLeft += value.length;
    if (!removed) atRight += value.length;
  }
  return parts;
}

function shareInCommon(parts: readonly Part[], length: number): number {
  return parts.reduce((sum, { text, differs }) => (differs ? sum : sum + text.length), 0) / length;
}

/** The space around a word is not marked: it would be underlined. */
function mark(text: string): Html {
  const word = text.trim();
  if (word === '') return html`${text}`;
  const [before, after] = [text.length - text.trimStart().length, text.trimEnd().length];
  return html`${text.slice(0, before)}<mark class="screening-mark">${word}</mark>${text.slice(after)}`;
}

function htmlOf(parts: readonly Part[]): Html {
  return html`${parts.map(({ text, differs }) => (differs ? mark(text) : text))}`;
}

/**
 * How different two values are, 0 (the same letters in the same order) to 1 (nothing in common); for finding which of
 * several recorded forms is the one that an entry resembles.
 */
export function difference(left: string, right: string): number {
  const [parts] = lettersOf(left, right);
  return 1 - shareInCommon(parts, Math.max(left.length, right.length, 1));
}

/** What stands in the place of one another: the letters that differ, or all of it when there is hardly one in common. */
function replaced(left: string, right: string): Parts {
  if (left !== '' && right !== '' && difference(left, right) <= SHARE_IN_COMMON) return lettersOf(left, right);
  return [[{ text: left, differs: true }], [{ text: right, differs: true }]];
}

/** Words, and what stands between them. */
function wordsOf(text: string): readonly string[] {
  return text.split(/([^\p{L}\p{M}\p{N}]+)/u).filter((word) => word !== '');
}

/** Word by word, so that a second given name that is left out does not make the first one differ. */
function partsOf(left: string, right: string): Parts {
  const parts: [Part[], Part[]] = [[], []];
  const words = [wordsOf(left), wordsOf(right)] as const;
  let [atLeft, atRight] = [0, 0];
  let pending: [string, string] = ['', ''];
  const settle = (): void => {
    const [ofLeft, ofRight] = replaced(...pending);
    parts[0].push(...ofLeft);
    parts[1].push(...ofRight);
    pending = ['', ''];
  };
  for (const { value, added, removed } of diffArrays([...words[0]], [...words[1]], { comparator: foldedAlike })) {
    const taken = [added ? 0 : value.length, removed ? 0 : value.length] as const;
    const ofLeft = words[0].slice(atLeft, atLeft + taken[0]).join('');
    const ofRight = words[1].slice(atRight, atRight + taken[1]).join('');
    [atLeft, atRight] = [atLeft + taken[0], atRight + taken[1]];
    if (added || removed) {
      pending = [pending[0] + ofLeft, pending[1] + ofRight];
      continue;
    }
    settle();
    parts[0].push({ text: ofLeft, differs: false });
    parts[1].push({ text: ofRight, differs: false });
  }
  settle();
  return parts;
}

/** Both values with what the other lacks marked. */
export function marked(left: string, right: string): readonly [Html, Html] {
  const [ofLeft, ofRight] = partsOf(left, right);
  return [htmlOf(ofLeft), htmlOf(ofRight)];
}

/** The same for dates and numbers, where a digit means something by its place: each is compared with the one beside it. */
export function markedByPlace(left: string, right: string): readonly [Html, Html] {
  if (left.length !== right.length) return marked(left, right);
  const sideOf = (own: string, other: string): Html =>
    htmlOf([...own].map((text, place) => ({ text, differs: text !== other[place] })));
  return [sideOf(left, right), sideOf(right, left)];
}
