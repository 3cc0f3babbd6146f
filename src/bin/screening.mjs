#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { BUNDLED_NODE, setUp } from './setup.mjs';

/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

/**
 * Room for young objects, in MB. Node takes three times 32, for pages that are asked for a thousand times a second; here
 * it would only hold on to memory that an index of the register does not need.
 */
const YOUNG_MB = 4;

/** @param {string[]} args */
function run(args) {
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(BUNDLED_NODE, [`--max-semi-space-size=${YOUNG_MB}`, program, ...args], { stdio: 'inherit' });
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write('screening: the bundled Node does not start; remove node_modules and run the command again\n');
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}

try {
  await setUp();
  run(process.argv.slice(2));
} catch (error) {
  const what = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
  process.stderr.write(`screening: set-up failed: ${what}; nothing was lost, run the command again\n`);
  process.exitCode = 2;
}
