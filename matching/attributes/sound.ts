/**
 * Spellings that Dutch clerks, speakers and romanisers confuse: letters → sound, the longest that fits first, `$` the
 * end of the word and `@` a following vowel that is looked at and not used up. Broad on purpose: the key only groups;
 * how much agreement on it is worth is weighed with the share of people who share a key by chance.
 * Evidence: Dutch phonics (d/t and v/f devoicing, ij/ei/y, ou/au), pre-1947 spelling (sch, ae, ck, gh, th), Surinamese
 * and Indonesian oe = u, tj = c/ch, dj = j, Arabic ou/oe/u, kh/ch/g, q/k, Turkish ş = s/sj. Own estimate; no source
 * gives the mix.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  sch: 's',
  sj: 's',
  sh: 's',
  sz: 's',
  cz: 's',
  tsj: 's',
  tj: 's',
  tch: 's',
  zh: 's',
  z: 's',
  dzj: 'i',
  dzh: 'i',
  dj: 'i',
  dz: 'i',
  j: 'i',
  ch: 'g',
  kh: 'g',
  gh: 'g',
  ph: 'f',
  v: 'f',
  w: 'f',
  th: 't',
  dt: 't',
  d$: 't',
  qu: 'kf',
  kw: 'kf',
  ck: 'k',
  q: 'k',
  x: 'ks',
  ce: 'se',
  ci: 'si',
  cy: 'si',
  c: 'k',
  ij: 'i',
  ie: 'i',
  ei: 'i',
  ey: 'i',
  ai: 'i',
  ay: 'i',
  eij: 'i',
  uy: 'i',
  ui: 'i',
  uij: 'i',
  y: 'i',
  oe: 'u',
  ou: 'u',
  au: 'u',
  ow: 'u',
  aw: 'u',
  eu: 'u',
  uo: 'u',
  ae: 'a',
  ah: 'a',
  h: '',
  '?': '',
};

/** What scanners confuse, each group mapped to one shape (own collection from how Dutch registers are scanned). */
const SHAPES: Readonly<Record<string, string>> = {
  rn: 'm',
  ri: 'n',
  nn: 'm',
  vv: 'w',
  cl: 'd',
  ii: 'u',
  i: 'l',
  j: 'l',
  t: 'l',
  e: 'c',
  o: 'c',
  q: 'g',
  b: 'h',
  v: 'u',
};

/** Rules by their first letter, longest first: what one pass over a word tries at each place. */
type Rules = ReadonlyMap<string, readonly (readonly [string, string])[]>;

function rulesOf(table: Readonly<Record<string, string>>): Rules {
  const rules = new Map<string, [string, string][]>();
  for (const [letters, result] of Object.entries(table)) {
    const first = letters[0] ?? '';
    rules.set(first, [...(rules.get(first) ?? []), [letters, result]]);
  }
  for (const list of rules.values()) list.sort((a, b) => b[0].length - a[0].length);
  return rules;
}

const SOUND_RULES = rulesOf(SOUNDS);
const SHAPE_RULES = rulesOf(SHAPES);

/** Rewrites a word in one pass; letters without a rule stay. Doubled letters count once where `merge` says so. */
function rewrite(word: string, rules: Rules, merge: boolean): string {
  const ended = `${word}$`;
  let result = '';
  let at = 0;
  while (at < word.length) {
    const letter = ended[at] ?? '';
    let [used, sound] = [1, letter];
    for (const [letters, replacement] of rules.get(letter) ?? []) {
      if (!ended.startsWith(letters, at)) continue;
      used = letters.endsWith('$') ? letters.length - 1 : letters.length;
      sound = replacement;
      break;
    }
    if (!merge || sound === '' || !result.endsWith(sound)) result += sound;
    at += used;
  }
  return result;
}

/** How a folded word sounds, roughly; words that are spelled alike by ear share it. Never empty for a non-empty word. */
export function soundOf(word: string): string {
  const sound = rewrite(word, SOUND_RULES, true);
  return sound === '' ? word : sound;
}

/** What a folded word looks like to a scanner; words that a scan confuses share it. */
export function shapeOf(word: string): string {
  return rewrite(word, SHAPE_RULES, false);
}

/**
 * French and English sounds as a Dutch hand writes them down by ear: Sjarlotte, Anzjela, Zjaklien. A table of its own:
 * `ch` and `g` are another sound in Dutch names, so that these rules hold for a second hearing only.
 */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/zj|sh|ch(?=[aeiouy])/g, 'sj'],
  [/geo/g, 'sjo'],
  [/jean/g, 'sjan'],
  [/g(?=[eiy])|^j(?=acq|ose|uli|ero)/g, 'sj'],
  [/cqu?|que$|qu/g, 'k'],
  [/ine$/, 'ien'],
  [/eau/g, 'o'],
  [/(?<=l)le$|(?<=t)te$|(?<=sj)e$/, ''],
];

/** How a folded word sounds to whoever writes French and English names by ear; empty when that is no other sound. */
export function heardOf(word: string): string {
  let heard = word;
  for (const [letters, sound] of HEARD) heard = heard.replace(letters, sound);
  return heard === word ? '' : soundOf(heard);
}
