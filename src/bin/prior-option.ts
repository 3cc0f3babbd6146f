import { InvalidArgumentError } from 'commander';

/** Reads `--prior`: expected true pairs per entry, more than 0 and less than 1. */
export function parsePrior(text: string): number {
  const prior = Number(text);
  if (prior > 0 && prior < 1) return prior;
  throw new InvalidArgumentError('a number between 0 and 1 is needed, such as 0.0005');
}
