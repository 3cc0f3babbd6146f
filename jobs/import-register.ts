import type { RegisterApplied, RegisterImport } from '../db/contract/register.ts';
import { afterImport } from '../src/alarms/happenings.ts';
import type { Access } from '../src/domain/access.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import type { GateCondition } from '../src/domain/gate.ts';
import type { AcceptedRow, RefusedRegister, RegisterLine, RejectedRow } from '../src/intake/register-line.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import { type AlarmTools, recordVerdicts } from './alarms.ts';
import { PLANTED_NUMBERS } from './canary/planted.ts';
import { readLaw } from './law.ts';
import { load } from './load-rows.ts';

export interface ImportTools extends AlarmTools {
  /** Largest share (0–1) of the subjects that may leave without being confirmed. */
  readonly shrinkLimit: number;
}

export interface ImportOptions {
  readonly mode: RegisterImport['mode'];
  /** Somebody has looked at a register that shrinks much, and it is right. */
  readonly confirmed: boolean;
}

export interface ImportedRegister {
  readonly joined: number;
  readonly changed: number;
  readonly left: number;
  readonly unchanged: number;
  /** Whom a snapshot does not name, and who stay because a row that could not be read may be theirs. */
  readonly kept: number;
  readonly rejected: number;
  readonly refusedByGate: number;
  /** Blanks that were filled in as the contract says, counted once per field. */
  readonly assumed: number;
  readonly unusableBsn: number;
  readonly refusedByCondition: Readonly<Partial<Record<GateCondition, number>>>;
  readonly rejections: readonly Pick<RejectedRow, 'line' | 'reasons'>[];
}

/** Rejections told one by one; a file of the wrong kind has one on every line. */
const MAX_REJECTIONS_TOLD = 100;

async function readLines(lines: AsyncIterable<RegisterLine | RefusedRegister>) {
  const accepted: AcceptedRow[] = [];
  const rejections: RejectedRow[] = [];
  for await (const line of lines) {
    if (line.kind === 'refused') throw new ScreeningError(line.code, line.params);
    if (line.kind === 'rejected') rejections.push(line);
    else accepted.push(line);
  }
  return { accepted, rejections };
}

function gateCounts(refused: ImportedRegister['refusedByCondition']): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(refused).map(([condition, rows]) => [`gate:${condition}`, rows]));
}

async function raiseLateJoiners(tools: ImportTools, access: Access, applied: RegisterApplied): Promise<void> {
  if (applied.kind !== 'applied') return;
  const since = applied.lateJoiners.map(({ inServiceFrom }) => inServiceFrom);
  const verdicts = afterImport(applied.registerVersion, since, calendarDay(tools.clock.now()));
  await recordVerdicts(tools, access, verdicts);
}

/**
 * Applies a register file as a difference. Rows that the gate refuses are not stored; whoever they are about leaves,
 * if he was in it. Nothing is applied when the file cannot be read to its end, nor a snapshot without a readable row:
 * that is a fault at HR and not a register of nobody, whoever confirms it.
 *
 * @throws ScreeningError REGISTER_UNREADABLE, REGISTER_WITHOUT_ROWS, REGISTER_SHRINKS
 */
export async function importRegister(
  tools: ImportTools,
  access: Access,
  lines: AsyncIterable<RegisterLine | RefusedRegister>,
  { mode, confirmed }: ImportOptions,
): Promise<ImportedRegister> {
  const { accepted, rejections } = await readLines(lines);
  if (mode === 'snapshot' && accepted.length === 0) {
    throw new ScreeningError('REGISTER_WITHOUT_ROWS', { unreadable: rejections.length });
  }
  const law = await readLaw(tools.store, access, calendarDay(tools.clock.now()));
  const loaded = await load(
    tools.store,
    access,
    law,
    accepted.map(({ row }) => row),
  );
  const { rows, refused, stay, withinInquiry, refusedByCondition } = loaded;
  const applied = await tools.store.applyRegister(
    access,
    {
      mode,
      rows,
      // Nor does a snapshot say that planted test persons left, of whom HR knows nothing.
      rejected: [
        ...PLANTED_NUMBERS,
        ...rejections.flatMap(({ personnelNumber }) => (personnelNumber === null ? [] : [personnelNumber])),
        ...stay,
      ],
      unnamed: rejections.filter(({ personnelNumber }) => personnelNumber === null).length,
      ...{ refused, withinInquiry, counts: gateCounts(refusedByCondition) },
      shrinkLimit: tools.shrinkLimit,
      confirmed,
    },
    tools.clock.now(),
  );
  if (applied.kind === 'shrinks') {
    const { present, wouldLeave } = applied;
    throw new ScreeningError('REGISTER_SHRINKS', { present, wouldLeave, unreadable: rejections.length });
  }
  await raiseLateJoiners(tools, access, applied);
  const { joined, changed, left, unchanged, kept } = applied;
  return {
    joined,
    changed,
    left,
    unchanged,
    kept,
    rejected: rejections.length,
    refusedByGate: refused.length + stay.length,
    assumed: accepted.reduce((sum, line) => sum + line.assumed.length, 0),
    unusableBsn: accepted.filter(({ bsn }) => bsn === 'unusable').length,
    refusedByCondition,
    rejections: rejections.slice(0, MAX_REJECTIONS_TOLD).map(({ line, reasons }) => ({ line, reasons })),
  };
}
