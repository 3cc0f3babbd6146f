import type { Store } from '../../../db/store.ts';
import type { Access } from '../../domain/access.ts';
import type { OUTCOMES } from '../../domain/delivery.ts';
import type { Language } from '../../domain/language.ts';
import { DEMO_ROLES, demoText, SUMMARY_HEADS } from '../../texts/demo.ts';
import type { CanaryResult } from '../canary-run.ts';
import { EMBEDDED_ACCOUNTS } from '../embedded-accounts.ts';
import type { Installation } from '../installation.ts';
import { printLine } from '../output.ts';
import type { Surprise } from './as-planned.ts';
import type { Delivered } from './run-week.ts';

const BY_DEMO: Access = { actor: { kind: 'system', name: 'demo' }, purpose: 'operate' };
const SHOWN = [
  'tasked',
  'cleared',
  'withdrawn',
  'superseded',
  'quarantined',
] as const satisfies readonly (typeof OUTCOMES)[number][];

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    printLine(cells.join('  '));
  }
}

/** One line per delivery, the tasks by rating, and how fast it went. */
export async function printSummary(
  store: Store,
  delivered: readonly Delivered[],
  seconds: number,
  language: Language,
): Promise<void> {
  printTable([
    SUMMARY_HEADS[language],
    ...delivered.map(({ status, door, again }) => [
      status.deliveryId,
      door,
      again ? 'duplicate' : (status.code ?? status.state),
      String(status.received),
      ...SHOWN.map((outcome) => String(status.outcomes[outcome])),
    ]),
  ]);
  const { byRating } = await store.countTasks(BY_DEMO);
  const { high = 0, medium = 0, low = 0, none = 0 } = byRating;
  printLine(demoText('ratings', language, { high, medium, low, none }));
  const entries = delivered.reduce((sum, { again, status }) => sum + (again ? 0 : status.received), 0);
  if (entries === 0) return printNothingNew(language);
  printLine(
    demoText('speed', language, { entries, seconds: seconds.toFixed(1), perSecond: Math.round(entries / seconds) }),
  );
}

function printNothingNew(language: Language): void {
  printLine(demoText('nothingNew', language));
}

export function printSurprises(surprises: readonly Surprise[], planted: number, language: Language): void {
  if (surprises.length === 0) printLine(demoText('asPlanned', language, { planted }));
  for (const { planted: line, got } of surprises) {
    const expected = `${line.outcome} ${line.reason ?? ''}`.trim();
    printLine(
      demoText('notAsPlanned', language, {
        what: line.what,
        delivery: line.leveringId,
        line: line.line,
        expected,
        got,
      }),
    );
  }
}

/** What became of the test persons that were planted night by night. False when one was missed. */
export function printCanaries(nights: readonly CanaryResult[], language: Language): boolean {
  const planted = nights.reduce((sum, night) => sum + night.planted, 0);
  const found = nights.reduce((sum, night) => sum + night.found, 0);
  if (nights.length > 0) printLine(demoText('canaries', language, { nights: nights.length, planted, found }));
  return found === planted;
}

/** How far the reviewers of the made-up week came. */
export async function printWork({ store, clock }: Installation, language: Language): Promise<void> {
  const { byState } = await store.countTasks(BY_DEMO);
  const { overdue } = await store.readStatistics(BY_DEMO, 1, clock.now());
  const { open = 0, claimed = 0, identity_decided: confirmed = 0, waiting = 0, second_look: again = 0 } = byState;
  const { closed = 0, withdrawn = 0 } = byState;
  const counts = { open, inHand: claimed + confirmed, waiting, again, closed, withdrawn, overdue: overdue?.all ?? 0 };
  printLine(demoText('work', language, counts));
}

/** Where to go on, and as whom. */
export function printInvitation(url: string, language: Language): void {
  printLine(demoText('pages', language, { url }));
  for (const { name, roles } of EMBEDDED_ACCOUNTS) {
    const does = roles.map((role) => DEMO_ROLES[role][language]).join('; ');
    printLine(`  ${name.padEnd(11)} ${does}`);
  }
  printLine(demoText('stop', language));
}
