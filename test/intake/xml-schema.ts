import { retractionSchema, snapshotSchema } from '../../src/intake/entry-schema.ts';
import { headerSchema } from '../../src/intake/header-schema.ts';
import { ENTRY_SHAPE, type ObjectShape } from '../../src/intake/wire-shape.ts';
import { inputSchema, isNullable, type JsonSchema, withoutNull } from './json-schemas.ts';

const BASES: Readonly<Record<string, string>> = { string: 'xs:string', integer: 'xs:integer', boolean: 'xs:boolean' };

function facets({ enum: words, pattern, minimum, maximum, minLength, maxLength }: JsonSchema): string[] {
  // XSD patterns match the whole value and know no anchors.
  const unanchored = pattern?.replace(/^\^|\$$/g, '').replaceAll('(?:', '(');
  return [
    ...(words ?? []).filter((word) => word !== '').map((word) => `<xs:enumeration value="${word}"/>`),
    ...(unanchored === undefined ? [] : [`<xs:pattern value="${unanchored}"/>`]),
    ...(minimum === undefined || minimum < 0 ? [] : [`<xs:minInclusive value="${minimum}"/>`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`<xs:maxInclusive value="${maximum}"/>`]),
    ...(minLength === undefined ? [] : [`<xs:minLength value="${minLength}"/>`]),
    ...(maxLength === undefined ? [] : [`<xs:maxLength value="${maxLength}"/>`]),
  ];
}

function simpleType(schema: JsonSchema): string {
  const base = BASES[withoutNull(schema).type ?? 'string'];
  return `<xs:simpleType><xs:restriction base="${base}">${facets(schema).join('')}</xs:restriction></xs:simpleType>`;
}

function element(name: string, schema: JsonSchema, required: boolean): string {
  const inner = withoutNull(schema);
  const optional = required && !isNullable(schema) ? '' : ' minOccurs="0"';
  if (inner.items !== undefined) {
    return element(name, inner.items, false).replace(' minOccurs="0"', ' minOccurs="0" maxOccurs="unbounded"');
  }
  if (inner.type === undefined) return `<xs:element name="${name}" minOccurs="0"/>`;
  const type = inner.properties === undefined ? simpleType(inner) : complexType(inner);
  return `<xs:element name="${name}"${optional}>${type}</xs:element>`;
}

function complexType({ properties = {}, required = [] }: JsonSchema): string {
  const children = Object.entries(properties).map(([name, schema]) => element(name, schema, required.includes(name)));
  return `<xs:complexType><xs:sequence>${children.join('')}</xs:sequence></xs:complexType>`;
}

function attribute([name, schema]: [string, JsonSchema]): string {
  return `<xs:attribute name="${name}" use="required">${simpleType(schema)}</xs:attribute>`;
}

/** `persoon` with what may come along and is dropped: any content at all. */
function personSchema(person: JsonSchema | undefined): JsonSchema {
  const shape = ENTRY_SHAPE.keys['persoon'] as ObjectShape;
  const dropped = Object.keys(shape.keys).filter((key) => shape.keys[key] === 'dropped');
  return { ...person, properties: { ...person?.properties, ...Object.fromEntries(dropped.map((key) => [key, {}])) } };
}

/** Both kinds of message in one type: a `verwijdering` has no `persoon`, any other has no `feitnummers`. */
function messageType(): string {
  const snapshot = inputSchema(snapshotSchema).properties ?? {};
  const retraction = inputSchema(retractionSchema).properties ?? {};
  const zaak = { ...snapshot['zaak']?.properties, ...retraction['zaak']?.properties };
  const kinds = [...(snapshot['soort']?.enum ?? []), retraction['soort']?.const ?? ''];
  return complexType({
    properties: {
      ...snapshot,
      soort: { type: 'string', enum: kinds },
      persoon: personSchema(snapshot['persoon']),
      zaak: { type: 'object', properties: zaak, required: ['parketnummer'] },
    },
    required: ['berichtId', 'soort', 'tijdstip', 'zaak'],
  });
}

function indented(xml: string): string {
  let depth = 0;
  return xml.replace(/<[^>]+>/g, (tag) => {
    if (tag.startsWith('</')) depth--;
    const line = `${'  '.repeat(depth)}${tag}\n`;
    if (!tag.startsWith('</') && !tag.endsWith('/>')) depth++;
    return line;
  });
}

/** The published XSD of a delivery. Stricter than the reader in one thing: the order of elements. */
export function xmlSchema(): string {
  const attributes = Object.entries(inputSchema(headerSchema).properties ?? {}).filter(([name]) => name !== 'sha256');
  const bericht = `<xs:element name="bericht" minOccurs="0" maxOccurs="unbounded">${messageType()}</xs:element>`;
  const levering = `<xs:element name="levering"><xs:complexType><xs:sequence>${bericht}</xs:sequence>${attributes.map(attribute).join('')}</xs:complexType></xs:element>`;
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">${levering}</xs:schema>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(schema)}`;
}
