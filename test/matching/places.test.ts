import { describe, expect, test } from '@jest/globals';
import { model } from './model.ts';

describe('how many share a birth place by chance, per million', () => {
  test.each([
    ["'s-Gravenhage", 'Nederland', 34_000, 'a town of the table'],
    ['Den Haag', 'Nederland', 34_000, 'the same town under another name'],
    ['Nibbixwoud', 'Nederland', 1_000, 'a town of which nothing is known'],
    ['Paramaribo', 'Suriname', 250_000, 'half of those born in the country, as far as names go together with it'],
    ['Ho Chi Minhstad', 'Vietnam', 175_000, 'the same of another country'],
    ['Saigon', 'Vietnam', 175_000, 'under its older name'],
    ['Hue', 'Vietnam', 45_000, 'any other town abroad'],
  ])('%s in %s: %d (%s)', (place, country, perMillion) => {
    expect(model.places.place(place, country).ppb).toBe(perMillion * 1000);
  });
});
