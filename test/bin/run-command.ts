import { jest } from '@jest/globals';
import { tellFailure } from '../../src/bin/failures.ts';
import { createProgram } from '../../src/bin/program.ts';

/** What a command printed and the code that it ended with. */
export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number;
  /** The objects on stdout, when it printed any. */
  readonly json: readonly Record<string, unknown>[];
}

function jsonIn(out: string): Ended['json'] {
  if (!out.startsWith('{')) return [];
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Runs `screening …` in this process as the program would, on the installation that the environment names. */
export async function runCommand(...args: string[]): Promise<Ended> {
  const printed = { out: '', err: '' };
  const catching = (stream: 'out' | 'err') => (text: unknown) => {
    printed[stream] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(catching('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(catching('err')),
  ];
  let code = 0;
  try {
    await (await createProgram(args)).parseAsync(args, { from: 'user' });
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    code = tellFailure(error, { language: 'en', withTrace: false, write: catching('err') });
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
  return { ...printed, code, json: jsonIn(printed.out) };
}
