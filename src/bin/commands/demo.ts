import type { Command } from 'commander';
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Language } from '../../domain/language.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { systemClock } from '../../runtime/clock.ts';
import { createShutdown, type Shutdown } from '../../runtime/shutdown.ts';
import { demoText } from '../../texts/demo.ts';
import { findSurprises } from '../demo/as-planned.ts';
import { type CanaryNights, createCanaryNights } from '../demo/canary-nights.ts';
import { createDemoClock, type DemoClock } from '../demo/demo-clock.ts';
import type { DoorTools } from '../demo/doors.ts';
import { forgetInstallation, hasInstallation } from '../demo/fresh.ts';
import { runGivenFiles } from '../demo/given-files.ts';
import { type DemoInput, makeDemoInput, weekBefore } from '../demo/made-up-week.ts';
import { type Pace, runWeek } from '../demo/run-week.ts';
import { printCanaries, printInvitation, printSummary, printSurprises, printWork } from '../demo/summary.ts';
import { createWorkingWeek, timeOf } from '../demo/working-week.ts';
import { openInstallation } from '../installation.ts';
import { foundProblem, printLine } from '../output.ts';
import { importRegisterBytes } from '../register-import.ts';
import { openScreening } from '../screening-system.ts';
import { serve } from '../serve.ts';

/** The source sends in the night: 03:10. */
const DELIVERED_AT_MINUTES = 190;

interface DemoFlags {
  readonly exit?: boolean;
  readonly fresh?: boolean;
  readonly register?: string;
  readonly deliveries?: readonly string[];
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** What goes by in the week besides deliveries: its days, the test persons of each night and the work of each morning. */
interface WeekPace extends Pace {
  readonly canaries: CanaryNights;
  /** The days after the last delivery, and what is in hand at this moment. */
  untilNow(today: CalendarDate): Promise<void>;
}

function paceOf({ installation, system }: DoorTools, clock: DemoClock, { week, firstDay }: DemoInput): WeekPace {
  const { store, config } = installation;
  const working = createWorkingWeek({ store, clock, language: config.language }, week);
  const canaries = createCanaryNights(installation, system, clock);
  const dayAfter = (index: number): CalendarDate => addDays(firstDay, index + 1);
  const pass = async (day: CalendarDate): Promise<void> => {
    await canaries.plant(day);
    await working.work(day);
  };
  return {
    canaries,
    beforeDelivery: (index) => clock.moveTo(timeOf(dayAfter(index), DELIVERED_AT_MINUTES)),
    afterDelivery: (index) => pass(dayAfter(index)),
    untilNow: async (today) => {
      await pass(addDays(today, -1));
      await canaries.plant(today);
      await working.untilNow();
    },
  };
}

/** The made-up week: register, deliveries through every door, summary, and whether all came out as planned. */
async function runMadeUpWeek(tools: DoorTools, clock: DemoClock, language: Language): Promise<void> {
  const { installation } = tools;
  const today = calendarDay(systemClock.now());
  const input = makeDemoInput(installation, today);
  const { register, week } = input;
  printLine(demoText('intro', language));
  const options = { mode: 'snapshot', confirmed: true } as const;
  const imported = await importRegisterBytes(installation, once(register.csv), options);
  const subjects = imported.joined + imported.changed + imported.unchanged;
  printLine(demoText('register', language, { subjects, refused: imported.refusedByGate }));
  const begunMs = performance.now();
  const pace = paceOf(tools, clock, input);
  const delivered = await runWeek(tools, week, pace);
  const seconds = (performance.now() - begunMs) / 1_000;
  if (delivered.some(({ again }) => !again)) await pace.untilNow(today);
  clock.catchUp();
  await printSummary(installation.store, delivered, seconds, language);
  const surprises = await findSurprises(installation.store, delivered, week.planted);
  printSurprises(surprises, week.planted.length, language);
  if (surprises.length > 0) foundProblem();
  if (!printCanaries(pace.canaries.results(), language)) foundProblem();
  await printWork(installation, language);
}

/** The made-up week passes in seconds, on its own days; only where nothing was recorded on later ones. */
function startingClock({ register, deliveries }: DemoFlags): DemoClock {
  const clock = createDemoClock();
  if (register !== undefined || deliveries !== undefined || hasInstallation()) return clock;
  clock.moveTo(timeOf(weekBefore(calendarDay(systemClock.now())), 0));
  return clock;
}

async function startDemo(flags: DemoFlags, shutdown: Shutdown): Promise<void> {
  const clock = startingClock(flags);
  const installation = await openInstallation(process.env, clock);
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
  else await runMadeUpWeek(tools, clock, language);
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
