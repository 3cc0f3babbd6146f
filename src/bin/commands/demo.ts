import type { Command } from 'commander';
import type { Language } from '../../domain/language.ts';
import { createShutdown, type Shutdown } from '../../runtime/shutdown.ts';
import { demoText } from '../../texts/demo.ts';
import { findSurprises } from '../demo/as-planned.ts';
import type { DoorTools } from '../demo/doors.ts';
import { forgetInstallation } from '../demo/fresh.ts';
import { runGivenFiles } from '../demo/given-files.ts';
import { type DemoInput, makeDemoInput } from '../demo/made-up-week.ts';
import { runWeek } from '../demo/run-week.ts';
import { printInvitation, printSummary, printSurprises } from '../demo/summary.ts';
import { openInstallation } from '../installation.ts';
import { foundProblem, printLine } from '../output.ts';
import { importRegisterBytes } from '../register-import.ts';
import { openScreening } from '../screening-system.ts';
import { serve } from '../serve.ts';

interface DemoFlags {
  readonly exit?: boolean;
  readonly fresh?: boolean;
  readonly register?: string;
  readonly deliveries?: readonly string[];
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The made-up week: register, deliveries through every door, summary, and whether all came out as planned. */
async function runMadeUpWeek(tools: DoorTools, { register, week }: DemoInput, language: Language): Promise<void> {
  const { installation } = tools;
  printLine(demoText('intro', language));
  const options = { mode: 'snapshot', confirmed: true } as const;
  const imported = await importRegisterBytes(installation, once(register.csv), options);
  const subjects = imported.joined + imported.changed + imported.unchanged;
  printLine(demoText('register', language, { subjects, refused: imported.refusedByGate }));
  const begunMs = performance.now();
  const delivered = await runWeek(tools, week);
  const seconds = (performance.now() - begunMs) / 1_000;
  await printSummary(installation.store, delivered, seconds, language);
  const surprises = await findSurprises(installation.store, delivered, week.planted);
  printSurprises(surprises, week.planted.length, language);
  if (surprises.length > 0) foundProblem();
}

async function startDemo(flags: DemoFlags, shutdown: Shutdown): Promise<void> {
  const installation = await openInstallation();
  shutdown.onStop(() => installation.close());
  const system = await openScreening(installation);
  shutdown.onStop(() => system.close());
  const server = await serve(installation, system);
  shutdown.onStop(() => server.close());
  const worker = await system.startWorker();
  shutdown.onStop(() => worker.close());
  const tools = { installation, system, server };
  const { language } = installation.config;
  if (flags.register !== undefined || flags.deliveries !== undefined) await runGivenFiles(tools, flags, language);
  else await runMadeUpWeek(tools, makeDemoInput(installation), language);
  if (flags.exit === true) return shutdown.stop();
  printInvitation(server.url, language);
}

async function runDemo(flags: DemoFlags): Promise<void> {
  if (flags.fresh === true) await forgetInstallation();
  const shutdown = createShutdown(foundProblem);
  try {
    await startDemo(flags, shutdown);
  } catch (error) {
    // What a Ctrl-C cut off is no failure: the next start goes on from there.
    const cutOff = shutdown.signal.aborted;
    await shutdown.stop();
    if (!cutOff) throw error;
  }
}

/** Adds `screening demo`. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('the whole system on embedded defaults, with a week of made-up deliveries')
    .option('--exit', 'stop after the summary')
    .option('--fresh', 'forget what an earlier demo left')
    .option('--register <file>', 'use this register instead of the made-up one')
    .option('--deliveries <files...>', 'use these deliveries instead of the made-up week')
    .action(runDemo);
}
