import { type Command, Option } from 'commander';
import {
  BASIS_CONDITIONS,
  BASIS_MODES,
  type BasisCondition,
  type BasisMode,
  FEED_MODES,
  type FeedMode,
  type Statute,
} from '../../domain/basis.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Regime, SubjectKind } from '../../domain/subject.ts';
import { printJson, printLine } from '../output.ts';
import type { Acting } from './acting.ts';
import { dayOption, gazetteOption, windowOption } from './basis-options.ts';

const KINDS: readonly SubjectKind[] = ['officer', 'external', 'partner'];
const REGIMES: readonly Regime[] = ['BO', 'VOG', 'position_of_trust'];

interface RecordFlags {
  readonly statute: string;
  readonly gazette: Pick<Statute, 'gazetteYear' | 'gazetteNumber'>;
  readonly articles: readonly string[];
  readonly kind: SubjectKind;
  readonly mode: BasisMode;
  readonly feed: FeedMode;
  readonly organisation?: string;
  readonly regimes: readonly Regime[];
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly conditions: readonly BasisCondition[];
  readonly dpia: string;
  readonly keepUnmatched: number;
}

/** Everything that a basis is; what the law demands of it the gate asks at every use, not here. */
export function addRecordOptions(command: Command): Command {
  return command
    .requiredOption('--statute <name>', 'the act, as in "Politiewet 2012"')
    .requiredOption('--gazette <year/number>', 'its place in the Staatsblad, as in 2020/412', gazetteOption)
    .requiredOption('--articles <article...>', 'bare article numbers, as in 48v')
    .addOption(new Option('--kind <kind>', 'whom it covers').choices(KINDS).makeOptionMandatory())
    .addOption(new Option('--mode <mode>', 'continuously or once').choices(BASIS_MODES).default('continuous'))
    .addOption(new Option('--feed <feed>', 'the widest feed it allows').choices(FEED_MODES).default('subscription'))
    .option('--organisation <name>', 'the only organisation it covers; left out: everybody in the register')
    .addOption(new Option('--regimes <regime...>', 'the regimes it covers').choices(REGIMES).default(['BO']))
    .requiredOption('--from <day>', 'its first day (YYYY-MM-DD)', dayOption)
    .option('--until <day>', 'its last day; left out: no end known', dayOption)
    .addOption(
      new Option('--conditions <condition...>', 'what a later statute demands of partners')
        .choices(BASIS_CONDITIONS)
        .default([]),
    )
    .requiredOption('--dpia <reference>', 'where the data-protection impact assessment is filed')
    .option(
      '--keep-unmatched <days>',
      'days that entries about nobody may be kept for who joins late',
      windowOption,
      0,
    );
}

/** @throws ScreeningError USAGE when it would end before it begins */
export async function runRecord({ store, access, accountId, clock, json }: Acting, flags: RecordFlags): Promise<void> {
  const {
    statute: name,
    gazette,
    articles,
    kind,
    mode,
    feed,
    organisation = null,
    regimes,
    from,
    until = null,
  } = flags;
  if (until !== null && until < from) throw refusal('USAGE', 'ends_before_begin');
  const basisId = await store.recordBasis(
    access,
    {
      ...{ statute: { name, ...gazette }, articles, subjectKind: kind, mode, feedMode: feed, organisation, regimes },
      ...{ from, until, conditions: flags.conditions, dpiaReference: flags.dpia, recordedBy: accountId },
      ...{ keepUnmatchedDays: flags.keepUnmatched, fictitious: false },
    },
    clock.now(),
  );
  if (json) printJson({ basisId });
  else printLine(basisId);
}
