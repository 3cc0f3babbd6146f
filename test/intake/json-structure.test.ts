import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonStructure } from '../../src/intake/json-structure.ts';
import { splitLines } from '../../src/intake/split-lines.ts';
import type { Shape } from '../../src/intake/wire-shape.ts';
import { pieces } from './wire.ts';

const SHAPE: Shape = { keys: { a: 'text', b: { list: { keys: { a: 'text' } } } } };

describe('the structure of JSON text', () => {
  test('whatever an object became text from, no key stands twice in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 2 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(jsonStructure(text, SHAPE, 16)).toEqual({ tooDeep: false, duplicates: [] });
      }),
    );
  });

  test('a key that is put in once more is found, whatever it is and whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        const [name, inner] = [JSON.stringify(key), JSON.stringify(value)];
        const path = key === 'a' || key === 'b' ? key : '?';
        expect(jsonStructure(`{${name}:${inner},${name}:${inner}}`, SHAPE, 32).duplicates).toContain(path);
      }),
    );
  });

  test.each([
    ['{"b":[{"a":1},{"a":1,"a":2}]}', ['b[1].a']],
    ['{"a":{"a":1},"b":[{"a":"\\",\\"a\\":"}]}', []],
    ['{"x":{"a":1,"a":2}}', ['?.?']],
    ['{"a":1,"a":2,"a":3}', ['a', 'a']],
  ])('%s', (text, duplicates) => {
    expect(jsonStructure(text, SHAPE, 16).duplicates).toEqual(duplicates);
  });

  test.each([
    [16, false],
    [17, true],
  ])('%i levels', (depth, tooDeep) => {
    expect(jsonStructure('['.repeat(depth) + ']'.repeat(depth), SHAPE, 16).tooDeep).toBe(tooDeep);
  });

  test('text that is no JSON never makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ab1 ') }), (text) => {
        expect(typeof jsonStructure(text, SHAPE, 4).tooDeep).toBe('boolean');
      }),
    );
  });
});

describe('lines', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', ' ') });

  test('are those of the text, however it is cut, and the body is what follows the first break', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        const bytes = Buffer.from(content);
        const lines: string[] = [];
        const body: Uint8Array[] = [];
        for await (const line of splitLines(pieces(bytes, size), 100, (part) => body.push(part))) {
          lines.push(Buffer.from(line.bytes).toString());
        }
        const expected = content.split('\n').map((line) => line.replace(/\r$/, ''));
        if (content === '' || content.endsWith('\n')) expected.pop();
        expect(lines).toEqual(expected);
        expect(Buffer.concat(body).toString()).toBe(content.replace(/^[^\n]*(?:\n|$)/, ''));
      }),
    );
  });
});
