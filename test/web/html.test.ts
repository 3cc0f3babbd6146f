import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, render } from '../../src/web/html.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a browser makes of escaped text. */
function read(markup: string): string {
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

describe('markup', () => {
  test('gives back any text as it was, and lets none of it act as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inText = render(html`<p>${text}</p>`).slice('<p>'.length, -'</p>'.length);
        const inAttribute = render(html`<p title="${text}">`).slice('<p title="'.length, -'">'.length);
        for (const escaped of [inText, inAttribute]) {
          expect(escaped).not.toMatch(/[<>"']/);
          expect(read(escaped)).toBe(text);
        }
      }),
    );
  });

  test.each([
    ['<script>', '&lt;script&gt;'],
    ['"onload="x', '&quot;onload=&quot;x'],
    ['Tom & Jerry&amp;', 'Tom &amp; Jerry&amp;amp;'],
  ])('escapes %s', (text, escaped) => {
    expect(render(html`${text}`)).toBe(escaped);
  });

  test('takes markup as it is, lists piece by piece, and null as nothing', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(render(html`<ul>${items}</ul>${null}${7}`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>7');
  });

  test('does not take an object that only looks like markup', () => {
    const forged = { text: '<script>' } as unknown as string;
    expect(() => render(html`${forged}`)).toThrow();
  });
});
