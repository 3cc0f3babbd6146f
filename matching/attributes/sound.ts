/**
 * Spellings that Dutch clerks, speakers and romanisers confuse, applied in order to a folded word. Broad on purpose:
 * the key only groups; how much agreement on it is worth is weighed with the share of people who share a key by chance.
 * Evidence: Dutch phonics (d/t and v/f devoicing, ij/ei/y, ou/au), pre-1947 spelling (sch, ae, ck, gh, th), Surinamese
 * and Indonesian oe = u, tj = c/ch, dj = j, Arabic ou/oe/u, kh/ch/g, q/k, Turkish ş = s/sj. Own estimate, no source
 * gives the mix.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\?/g, ''],
  [/(.)\1+/g, '$1'],
  [/sch(?=$|[^aeiouy])/g, 's'],
  [/sch|sj|sh|sz|cz|tsj|tj|tch|zh/g, 's'],
  [/dzj|dzh|dj|dz/g, 'j'],
  [/ch|kh|gh|g/g, 'g'],
  [/ph/g, 'f'],
  [/th|dt|d$/g, 't'],
  [/qu|kw/g, 'kf'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/[vw]/g, 'f'],
  [/ij|ie|ei|ey|ai|ay|eij|uy|ui|y|j(?=[^aeiou]|$)/g, 'i'],
  [/j/g, 'i'],
  [/oe|ou|au|ow|aw|eu|uo/g, 'u'],
  [/ae|aa|ah/g, 'a'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

/** How a folded word sounds, roughly; words that are spelled alike by ear share it. Never empty for a non-empty word. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, replacement] of RULES) sound = sound.replace(pattern, replacement);
  return sound === '' ? word : sound;
}

/** Groups of letters that scanners confuse, each mapped to one shape (own collection from scanned Dutch registers' habits). */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/rn|nn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/ii/g, 'u'],
  [/[ijlt1]/g, 'l'],
  [/[ceo]/g, 'c'],
  [/[gq]/g, 'g'],
  [/[hb]/g, 'h'],
  [/[uv]/g, 'u'],
];

/** What a folded word looks like to a scanner; words that a scan confuses share it. */
export function shapeOf(word: string): string {
  let shape = word;
  for (const [pattern, replacement] of SHAPES) shape = shape.replace(pattern, replacement);
  return shape;
}
