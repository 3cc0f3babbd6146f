import { type Command, Option } from 'commander';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { type AccountId, asId, type InquiryId, type PersonnelNumber } from '../../domain/ids.ts';
import { INQUIRY_KINDS, type Inquiry, type InquiryKind } from '../../domain/inquiry.ts';
import { refusal } from '../../domain/refusals.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { INQUIRY_STANDS, type InquiryStand } from '../../texts/inquiry.ts';
import { printJson, printLine } from '../output.ts';
import { type Acting, actAs, addActing } from './acting.ts';
import { dayOption } from './basis-options.ts';

interface OpenFlags {
  readonly subject: string;
  readonly kind: InquiryKind;
  readonly ground: string;
  readonly necessity: string;
  readonly investigator: string;
  readonly dpia: string;
  readonly until: CalendarDate;
  readonly notice?: CalendarDate;
  readonly indication: string;
}

/** Accounts are looked up by name by the system: a registrar need not see them. */
async function investigatorOf({ store }: Acting, name: string): Promise<AccountId> {
  const looking = { actor: { kind: 'system', name: 'cli' }, purpose: 'legal_administration' } as const;
  const account = await store.accountByName(looking, name);
  if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
  return account.accountId;
}

/** @throws ScreeningError USAGE for a day on the wrong side of today, ACCOUNT_UNKNOWN, INQUIRY_REFUSED */
async function runOpen(acting: Acting, flags: OpenFlags): Promise<void> {
  const { store, access, clock, json } = acting;
  const { subject, kind, ground, necessity, indication, dpia, until, notice = null } = flags;
  const today = calendarDay(clock.now());
  if (until < today) throw refusal('USAGE', 'ends_in_past');
  if (notice !== null && notice > today) throw refusal('USAGE', 'notice_in_future');
  const inquiryId = await store.openInquiry(
    access,
    {
      ...{ principal: asId<PersonnelNumber>(subject), kind, ground, necessity, indication, dpiaReference: dpia },
      ...{ openedOn: today, noticeSentOn: notice, endsOn: until },
      investigator: await investigatorOf(acting, flags.investigator),
    },
    clock.now(),
  );
  if (json) printJson({ inquiryId });
  else printLine(inquiryId);
}

function standOf({ closedAt, endsOn, noticeSentOn, kind, comparedIn }: Inquiry, today: CalendarDate): InquiryStand {
  if (closedAt !== null) return 'closed';
  if (endsOn === null || endsOn < today) return 'over';
  if (noticeSentOn === null && kind !== 'renewed_incidental') return 'not_told';
  return comparedIn === null ? 'open' : 'compared';
}

async function runList({ store, access, clock, json, language }: Acting): Promise<void> {
  const today = calendarDay(clock.now());
  for (const inquiry of await store.listInquiries(access)) {
    const stand = standOf(inquiry, today);
    if (json) {
      printJson({ ...inquiry, stand });
      continue;
    }
    const { inquiryId, kind, ground, openedOn, endsOn } = inquiry;
    printLine(`${inquiryId}  ${kind}  ${openedOn} – ${endsOn ?? ''}  ${ground}`);
    printLine(`  ${INQUIRY_STANDS[stand][language]}`);
  }
}

/** @throws ScreeningError USAGE for a day that is still to come, INQUIRY_REFUSED */
async function runNotice(acting: Acting, inquiryId: InquiryId, sent: CalendarDate | undefined): Promise<void> {
  const { store, access, clock, json } = acting;
  const today = calendarDay(clock.now());
  const noticeSentOn = sent ?? today;
  if (noticeSentOn > today) throw refusal('USAGE', 'notice_in_future');
  await store.noteNoticeSent(access, inquiryId, noticeSentOn);
  if (json) printJson({ inquiryId, noticeSentOn });
  else printLine(`${inquiryId}  ${noticeSentOn}`);
}

async function runClose({ store, access, clock, json }: Acting, inquiryId: InquiryId): Promise<void> {
  const ended = await store.closeInquiry(access, inquiryId, clock.now());
  if (json) printJson({ inquiryId, closed: true, ...ended });
  else printLine(`${inquiryId}  left ${ended.left}  withdrawnTasks ${ended.withdrawnTasks}`);
}

function addOpenOptions(command: Command): Command {
  return command
    .requiredOption('--subject <officer_id>', 'the officer or external it is about; never the partner')
    .addOption(new Option('--kind <kind>', 'Politiewet 48r or 48x').choices(INQUIRY_KINDS).makeOptionMandatory())
    .requiredOption('--ground <text>', 'why it is opened (Besluit screening art. 12)')
    .requiredOption('--necessity <text>', 'why the data of somebody else are needed')
    .requiredOption('--investigator <account>', 'the reviewer who alone sees what comes of it')
    .requiredOption('--dpia <reference>', 'the impact assessment that covers it: that of the basis')
    .requiredOption('--until <day>', 'its last day (YYYY-MM-DD)', dayOption)
    .option('--notice <day>', 'when the subject was told that it starts; left out: not yet', dayOption)
    .option('--indication <text>', 'what in this inquiry points at another person (48s lid 4)', '');
}

const administer = (command: Command, run: (acting: Acting) => Promise<void>): Promise<void> =>
  actAs(command, run, 'legal_administration');

/** Adds `screening inquiry`. */
export function addInquiryCommand(program: Command): void {
  const inquiry = program
    .command('inquiry')
    .description('inquiries into somebody in the register, the only place where a partner may be compared');
  addOpenOptions(
    addActing(inquiry, 'open', 'opens an inquiry; its id goes into the register file of the partner'),
  ).action((_flags, command: Command) => administer(command, (acting) => runOpen(acting, command.opts())));
  addActing(inquiry, 'list', 'every inquiry, and how it stands').action((_flags, command: Command) =>
    administer(command, runList),
  );
  addActing(inquiry, 'notice <inquiryId>', 'records that the subject was told of the start (48u lid 1)')
    .option('--sent <day>', 'the day on which it was sent; left out: today', dayOption)
    .action((inquiryId: string, { sent }: { readonly sent?: CalendarDate }, command: Command) =>
      administer(command, (acting) => runNotice(acting, asId(inquiryId), sent)),
    );
  addActing(inquiry, 'close <inquiryId>', 'ends an inquiry; whom it let in leaves the register').action(
    (inquiryId: string, _flags, command: Command) => administer(command, (acting) => runClose(acting, asId(inquiryId))),
  );
}
