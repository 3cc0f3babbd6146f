import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { render } from '../../src/web/html.ts';
import { difference, marked, markedByPlace } from '../../src/web/task/marks.ts';

const OPEN = '<mark class="screening-mark">';

function both(left: string, right: string): readonly [string, string] {
  const [ofLeft, ofRight] = marked(left, right);
  return [render(ofLeft), render(ofRight)].map((text) =>
    text.replaceAll(OPEN, '[').replaceAll('</mark>', ']'),
  ) as never;
}

describe('marks', () => {
  test.each([
    ['Jansen', 'Janssen', 'Jansen', 'Jans[s]en'],
    ['Jansen', 'jansen', 'Jansen', 'jansen'],
    ['12-03-1984', '12-03-1985', '12-03-198[4]', '12-03-198[5]'],
    ['Visser', 'Bakkum', '[Visser]', '[Bakkum]'],
    ['Müller', 'Muller', 'M[ü]ller', 'M[u]ller'],
    ['Anna', 'Anna Iwona', 'Anna', 'Anna [Iwona]'],
    ['Lublin, Polen', 'Opole, Polen', '[Lublin], Polen', '[Opole], Polen'],
    ['van der Berg', 'van den Berg', 'van de[r] Berg', 'van de[n] Berg'],
    ['A.', 'A.I.', 'A.', 'A.[I.]'],
    ['<b>', '<b>', '&lt;b&gt;', '&lt;b&gt;'],
  ])('of %s and %s: %s and %s', (left, right, ofLeft, ofRight) => {
    expect(both(left, right)).toEqual([ofLeft, ofRight]);
  });

  test('of a date or number are by place, so that what changed places is marked on both sides', () => {
    const [ofLeft, ofRight] = markedByPlace('04-03-1990', '03-04-1990').map(render);
    expect([ofLeft, ofRight].map((text) => text?.replaceAll(OPEN, '[').replaceAll('</mark>', ']'))).toEqual([
      '0[4]-0[3]-1990',
      '0[3]-0[4]-1990',
    ]);
  });

  test('take nothing away and add nothing, and mark nothing where both are the same', () => {
    const name = fc.stringMatching(/^[A-Za-zéü -]{1,20}$/);
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(both(left, right).map((text) => text.replaceAll(/[[\]]/g, ''))).toEqual([left, right]);
        expect(both(left, left)).toEqual([left, left]);
        expect(difference(left, right)).toBeGreaterThanOrEqual(0);
        expect(difference(left, right)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
