import type { Command } from 'commander';

/** Adds `screening train`. */
export function addTrainCommand(program: Command): void {
  program.command('train');
}
