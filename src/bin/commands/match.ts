import type { Command } from 'commander';

/** Adds `screening match`. */
export function addMatchCommand(program: Command): void {
  program.command('match');
}
