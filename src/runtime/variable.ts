import { z } from 'zod';

/** One environment variable: what it may hold and what it is for. The README's table is tested against this. */
interface Variable<T> {
  /** Taken when the variable is absent or empty; null = there is none. */
  readonly fallback: string | null;
  /** What a value must be, in words; said when one is wrong, because the value itself may be a secret. */
  readonly expects: string;
  readonly says: string;
  readonly schema: z.ZodType<T, string>;
}

export function variable<T>(
  fallback: string | null,
  expects: string,
  says: string,
  schema: z.ZodType<T, string>,
): Variable<T> {
  return { fallback, expects, says, schema };
}

/** Anything but nothing. */
export const text = z.string().min(1);
