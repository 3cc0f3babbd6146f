import { jest } from '@jest/globals';
import { Command } from 'commander';

/** What a command left behind. */
export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number;
  readonly json: readonly Record<string, unknown>[];
}

/** Runs one command in this process, as the program would. What it throws is thrown. */
export async function runCommand(add: (program: Command) => void, args: readonly string[]): Promise<Ended> {
  const printed = { out: '', err: '' };
  const catching = (stream: 'out' | 'err') => (text: unknown) => {
    printed[stream] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(catching('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(catching('err')),
  ];
  const program = new Command().exitOverride();
  add(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  const lines = printed.out.startsWith('{') ? printed.out.trim().split('\n') : [];
  return { ...printed, code, json: lines.map((line) => JSON.parse(line)) };
}
