import { z } from 'zod';
import { retractionSchema, snapshotSchema } from '../../src/intake/entry-schema.ts';
import { headerSchema } from '../../src/intake/header-schema.ts';
import { registerRowSchema } from '../../src/intake/register-row.ts';

/** The part of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What a sender may write, which is the input of the schema that reads it. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest as JsonSchema;
}

/** What a value must be when it is not null. */
export function withoutNull(schema: JsonSchema): JsonSchema & { readonly type?: string } {
  const inner = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  const { type, ...rest } = inner;
  const kind = [type].flat().find((name) => name !== 'null');
  return kind === undefined ? rest : { ...rest, type: kind };
}

export function isNullable(schema: JsonSchema): boolean {
  return [schema, ...(schema.anyOf ?? [])].some(({ type }) => [type].flat().includes('null'));
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The published JSON Schemas by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'delivery.schema.json': {
      $schema: DIALECT,
      title: 'One line of a delivery in NDJSON',
      description: 'The first line is the header, every other a message. What is not listed is counted and dropped.',
      oneOf: [{ $ref: '#/$defs/levering' }, { $ref: '#/$defs/bericht' }, { $ref: '#/$defs/verwijdering' }],
      $defs: {
        levering: inputSchema(headerSchema),
        bericht: inputSchema(snapshotSchema),
        verwijdering: inputSchema(retractionSchema),
      },
    },
    'register.schema.json': {
      $schema: DIALECT,
      title: 'One row of a register in NDJSON; the same columns in CSV',
      description: 'Blank cells and null are left out before this is applied.',
      ...inputSchema(registerRowSchema),
    },
  };
}
