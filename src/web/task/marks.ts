import { diffChars } from 'diff';
import { type Html, html } from '../html.ts';

/** Below this share of letters in common, single marked letters would be confetti: all of it differs. */
const SHARE_IN_COMMON = 0.5;

interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** Two values cut into what they have in common and what they have not; upper and lower case are the same. */
function partsOf(left: string, right: string): readonly [readonly Part[], readonly Part[]] {
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

function htmlOf(parts: readonly Part[]): Html {
  return html`${parts.map(({ text, differs }) => (differs ? html`<mark class="screening-mark">${text}</mark>` : text))}`;
}

/**
 * How different two values are, 0 (the same letters in the same order) to 1 (nothing in common); for finding which of
 * several recorded forms is the one that an entry resembles.
 */
export function difference(left: string, right: string): number {
  const [parts] = partsOf(left, right);
  return 1 - shareInCommon(parts, Math.max(left.length, right.length, 1));
}

/** Both values with the letters marked that the other lacks. */
export function marked(left: string, right: string): readonly [Html, Html] {
  if (difference(left, right) > SHARE_IN_COMMON) {
    return [htmlOf([{ text: left, differs: true }]), htmlOf([{ text: right, differs: true }])];
  }
  const [ofLeft, ofRight] = partsOf(left, right);
  return [htmlOf(ofLeft), htmlOf(ofRight)];
}
