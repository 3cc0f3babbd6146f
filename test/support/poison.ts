import type { MatchScope } from '../../jobs/screen/comparison.ts';
import type { ScreeningTools } from '../../jobs/screen/screen-chunk.ts';

/**
 * A register in which comparing a person of this surname fails, in the worst way for a log: with an error that quotes
 * the person, also in a line that looks like a place in the program.
 */
export function poisonedScope(scope: ScreeningTools['scope'], surname: string): ScreeningTools['scope'] {
  return async (...asked): Promise<MatchScope> => {
    const real = await scope(...asked);
    return {
      ...real,
      compare: (person) => {
        if (person.surname !== surname) return real.compare(person);
        throw new Error(`cannot compare ${JSON.stringify(person)}\n    at ${surname} (${person.bsn}:1:1)`);
      },
    };
  };
}
