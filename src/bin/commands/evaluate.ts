import type { Command } from 'commander';

/** Adds `screening evaluate`. */
export function addEvaluateCommand(program: Command): void {
  program.command('evaluate');
}
