import { z } from 'zod';
import { asEpochMs, type EpochMs } from '../domain/ids.ts';
import { isComplete, type PartialDate, parsePartialDate } from '../domain/partial-date.ts';

/** Longest free text of a field. The population register allows 200 letters for a name; qualifications run longer. */
const MAX_TEXT = 4_000;
/** Longest name, place or initials (Logisch Ontwerp BRP: 200). */
const MAX_NAME = 200;

/**
 * C0 controls but tab and line breaks, DEL, and what turns the direction of the text around it (a name could then be
 * read as another); with halves of surrogate pairs: none of them is ever part of a name.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Blank is also what looks so, as a space without width does: such a name can never be compared. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function isPrintable(text: string): boolean {
  return text.isWellFormed() && !UNPRINTABLE.test(text);
}

function textUpTo(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(isPrintable)
    .transform((text) => text.trim());
}

/** Text that must be there and not be blank, trimmed. */
export const requiredName = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .refine(isPrintable)
  .transform((text) => text.trim())
  .refine((text) => VISIBLE.test(text));

/** A name or place, trimmed; absent, null and blank are all the empty string. */
export const optionalName = textUpTo(MAX_NAME)
  .nullish()
  .transform((text) => text ?? '');

/** Free text, trimmed; absent and null are the empty string. */
export const optionalText = textUpTo(MAX_TEXT)
  .nullish()
  .transform((text) => text ?? '');

/** Free text, trimmed; absent, null and blank are null. */
export const nullableText = optionalText.transform((text) => (text === '' ? null : text));

/** A value that may be absent or null. Blank text is neither: only names and free text may be blank. */
export function nullable<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A list that may be absent or null, which then is empty. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);
}

/** One of the words of the wire, turned into ours. */
export function word<Words extends Readonly<Record<string, string>>>(words: Words) {
  const keys = Object.keys(words) as [keyof Words & string];
  return z.enum(keys).transform((key): Words[keyof Words] => words[key as keyof Words]);
}

function impossible(context: z.core.$RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'IMPOSSIBLE_DATE' });
  return z.NEVER;
}

/** `YYYY-MM-DD`, with `00` for an unknown day or month and `0000-00-00` for nothing known. */
export const partialDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text, context): PartialDate => parsePartialDate(text) ?? impossible(context));

/** `YYYY-MM-DD` in the calendar, nothing unknown. */
export const fullDate = partialDate.transform(
  (date, context): PartialDate => (isComplete(date) ? date : impossible(context)),
);

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** ISO 8601 with seconds and a zone. Without a zone the order of messages would hang on where this runs. */
export const moment = z
  .string()
  .regex(MOMENT)
  .transform((text, context): EpochMs => {
    const date = parsePartialDate(text.slice(0, 10));
    return date !== null && isComplete(date) ? asEpochMs(Date.parse(text)) : impossible(context);
  });
