import type { Command } from 'commander';
import type { LegalBasis } from '../../domain/basis.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { asId, type BasisId } from '../../domain/ids.ts';
import { standingTests } from '../../legal/basis-in-force.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { BASIS_IN_FORCE, GATE_SENTENCES, UNMATCHED_KEPT } from '../../texts/legal.ts';
import { printJson, printLine } from '../output.ts';
import { type Acting, actAs, addActing } from './acting.ts';
import { addRecordOptions, runRecord } from './basis-record.ts';

/** The first thing that keeps a basis from covering anybody; null when it is in force. */
function failing(basis: LegalBasis, today: CalendarDate) {
  return standingTests(today).find(([, holds]) => !holds(basis))?.[0] ?? null;
}

async function runList({ store, access, clock, json, language }: Acting): Promise<void> {
  const today = calendarDay(clock.now());
  for (const basis of await store.listBases(access)) {
    const condition = failing(basis, today);
    if (json) {
      printJson({ ...basis, inForce: condition === null, condition });
      continue;
    }
    const { basisId, statute, articles, subjectKind, mode, feedMode, from, until, fictitious, keepUnmatchedDays } =
      basis;
    const law = `${statute.name} ${articles.join(', ')} (Stb. ${statute.gazetteYear}, ${statute.gazetteNumber})`;
    printLine(`${basisId}  ${subjectKind} ${mode} ${feedMode}  ${law}  ${from} – ${until ?? ''}`);
    const stand = condition === null ? BASIS_IN_FORCE : GATE_SENTENCES[condition];
    printLine(`  ${stand[language]}${fictitious ? ' (FICTITIOUS)' : ''}`);
    if (keepUnmatchedDays) printLine(`  ${UNMATCHED_KEPT[language]} ${keepUnmatchedDays}`);
  }
}

async function runConfirm({ store, access, accountId, clock, json }: Acting, basisId: BasisId): Promise<void> {
  await store.confirmBasis(access, basisId, accountId, clock.now());
  if (json) printJson({ basisId, confirmed: true });
  else printLine(basisId);
}

async function runEnd({ store, access, clock, json }: Acting, basisId: BasisId): Promise<void> {
  const ended = await store.endBasis(access, basisId, clock.now());
  if (json) printJson({ basisId, ended: true, ...ended });
  else printLine(`${basisId}  withdrawnTasks ${ended.withdrawnTasks}`);
}

const administer = (command: Command, run: (acting: Acting) => Promise<void>): Promise<void> =>
  actAs(command, run, 'legal_administration');

/** Adds `screening basis`. */
export function addBasisCommand(program: Command): void {
  const basis = program.command('basis').description('the law that lets people be loaded, matched and shown');
  addActing(basis, 'list', 'every record, and whether it is in force').action((_flags, command: Command) =>
    administer(command, runList),
  );
  addRecordOptions(addActing(basis, 'record', 'writes down a legal basis')).action((_flags, command: Command) =>
    administer(command, (acting) => runRecord(acting, command.opts())),
  );
  addActing(basis, 'confirm <basisId>', 'confirms what another registrar recorded').action(
    (basisId: string, _flags, command: Command) => administer(command, (acting) => runConfirm(acting, asId(basisId))),
  );
  addActing(basis, 'end <basisId>', 'ends a basis; matching stops at once, tasks are withdrawn').action(
    (basisId: string, _flags, command: Command) => administer(command, (acting) => runEnd(acting, asId(basisId))),
  );
}
