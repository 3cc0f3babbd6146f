/**
 * What a log line may carry beside its event (promise P5). This is an allow-list because a list of what is forbidden
 * is never complete: a field that is not named here does not reach the log, and neither does a value of another shape.
 */
const SHAPES = {
  /** Internal random ids: hexadecimal with dashes, which no name is. */
  id: (value: unknown) => typeof value === 'string' && /^[0-9a-f][0-9a-f-]{7,63}$/.test(value) && /\d/.test(value),
  /** Codes of the catalogues, as `CHUNK_FAILED` or `noeviction`. */
  code: (value: unknown) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(value),
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
} as const;

type Shape = keyof typeof SHAPES;

/** Every field that may be logged, with the shape its value must have. */
const LOG_FIELDS = {
  deliveryKey: 'id',
  chunkId: 'id',
  caseId: 'id',
  subjectId: 'id',
  taskId: 'id',
  alarmId: 'id',
  workerId: 'id',
  code: 'code',
  queue: 'code',
  step: 'code',
  state: 'code',
  signal: 'code',
  modelVersion: 'code',
  attempt: 'number',
  attempts: 'number',
  count: 'number',
  entries: 'number',
  registerVersion: 'number',
  durationMs: 'number',
  memoryMb: 'number',
  port: 'number',
  status: 'number',
} as const satisfies Readonly<Record<string, Shape>>;

type ValueOf<S extends Shape> = S extends 'number' ? number : string;

/** The fields of one log line. */
export type LogFields = { readonly [Name in keyof typeof LOG_FIELDS]?: ValueOf<(typeof LOG_FIELDS)[Name]> };

/** Stands where a value was that has not the shape of its field. */
export const REFUSED = '[refused]';

function isLogField(name: string): name is keyof typeof LOG_FIELDS {
  return Object.hasOwn(LOG_FIELDS, name);
}

/** What of `fields` may be written: other names are dropped, values of another shape are replaced by `REFUSED`. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  const kept = Object.entries(fields).flatMap(([name, value]): [string, string | number][] => {
    if (!isLogField(name) || value === undefined) return [];
    const fits = SHAPES[LOG_FIELDS[name]](value);
    return [[name, fits ? (value as string | number) : REFUSED]];
  });
  return Object.fromEntries(kept);
}
