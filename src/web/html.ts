const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Not exported: whoever holds one got it from `html`, so its text has been escaped. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A piece of a page that may be sent as it is. */
export type Html = Markup;

/** What may stand in a template: text and numbers are escaped, markup is not, null and an empty list are nothing. */
export type Piece = Html | string | number | null | readonly Piece[];

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return escaped(String(piece));
}

/**
 * Markup with values in it. Values are safe as text and inside quoted attributes, and nowhere else: not as a name, not
 * in an unquoted attribute, and not in a script or style, of which the pages have none.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Markup(strings.reduce((text, string, index) => text + textOf(pieces[index - 1] ?? null) + string));
}

/** The text to send. */
export function render(markup: Html): string {
  return markup.text;
}
