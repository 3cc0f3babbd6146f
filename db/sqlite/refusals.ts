import { ScreeningError } from '../../src/domain/errors.ts';

/** Throws a refusal when its transaction is done, so that the audit row of the attempt stays. */
export async function orThrow<T>(answer: Promise<T>): Promise<Exclude<T, ScreeningError>> {
  const told = await answer;
  if (told instanceof ScreeningError) throw told;
  return told as Exclude<T, ScreeningError>;
}
