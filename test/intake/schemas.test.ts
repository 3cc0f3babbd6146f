import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { retractionSchema, snapshotSchema } from '../../src/intake/entry-schema.ts';
import { headerSchema } from '../../src/intake/header-schema.ts';
import { ENTRY_SHAPE, HEADER_SHAPE, type ObjectShape, type Shape } from '../../src/intake/wire-shape.ts';
import { inputSchema, type JsonSchema, jsonSchemas, withoutNull } from './json-schemas.ts';
import { xmlSchema } from './xml-schema.ts';

const published = {
  ...Object.fromEntries(
    Object.entries(jsonSchemas()).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]),
  ),
  'delivery.xsd': xmlSchema(),
};

/** Run the tests with UPDATE_SCHEMAS=1 to publish schemas anew after changing what is read. */
const update = process.env['UPDATE_SCHEMAS'] === '1';

describe('the published schemas say what is read', () => {
  test.each(Object.entries(published))('%s', (name, text) => {
    const file = new URL(`../../src/intake/schemas/${name}`, import.meta.url);
    if (update) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

/** A schema as a shape, to hold the two tables against each other. */
function shapeOf(schema: JsonSchema): Shape {
  const inner = withoutNull(schema);
  if (inner.items !== undefined) return { list: shapeOf(inner.items) };
  if (inner.properties === undefined) {
    return inner.type === 'integer' ? 'number' : inner.type === 'boolean' ? 'boolean' : 'text';
  }
  return { keys: Object.fromEntries(Object.entries(inner.properties).map(([key, child]) => [key, shapeOf(child)])) };
}

function withoutDropped(shape: Shape): Shape {
  if (typeof shape === 'string') return shape;
  if ('list' in shape) return { list: withoutDropped(shape.list) };
  const kept = Object.entries(shape.keys).filter(([, child]) => child !== 'dropped');
  return { keys: Object.fromEntries(kept.map(([key, child]) => [key, withoutDropped(child)])) };
}

describe('the shape by which keys are known and XML is typed', () => {
  test('has the keys of the header', () => {
    expect(HEADER_SHAPE).toEqual(shapeOf(inputSchema(headerSchema)));
  });

  test('has the keys of both kinds of message, and no others but those that are dropped', () => {
    const snapshot = shapeOf(inputSchema(snapshotSchema)) as ObjectShape;
    const retraction = shapeOf(inputSchema(retractionSchema)) as ObjectShape;
    const zaak = [snapshot, retraction].map(({ keys }) => (keys['zaak'] as ObjectShape).keys);
    const both = { ...snapshot.keys, ...retraction.keys, zaak: { keys: { ...zaak[0], ...zaak[1] } } };
    expect(withoutDropped(ENTRY_SHAPE)).toEqual({ keys: both });
  });
});
