import type { QuarantinedLine } from '../../../db/contract/deliveries.ts';
import { type DeliveryStatus, OUTCOMES } from '../../domain/delivery.ts';
import { asId, type DeliveryKey } from '../../domain/ids.ts';
import { quarantineText } from '../../texts/intake.ts';
import { factList } from '../components/facts.ts';
import { notice } from '../components/notice.ts';
import { address } from '../components/pagination.ts';
import { table } from '../components/table.ts';
import { count, duration, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';
import { durationOf, ledgerBadge, remark, senderName, stateBadge } from './deliveries.ts';
import { errorPage } from './errors.ts';

/** More is no help to a person; the counts say how many there are. */
const QUARANTINED_LINES_SHOWN = 200;

function facts(visit: AccountVisit, status: DeliveryStatus): Html {
  const { say, language } = visit;
  const durationMs = durationOf(status);
  return factList([
    [say('deliveries.sender'), senderName(visit, status)],
    [say('deliveries.sequence'), count(status.sequenceNumber, language)],
    [say('deliveries.state'), stateBadge(visit, status)],
    [say('deliveries.balanced'), ledgerBadge(visit, status)],
    [say('deliveries.at'), moment(status.receivedAt, language)],
    [say('deliveries.duration'), durationMs === null ? '–' : duration(durationMs, language)],
    [say('deliveries.remark'), remark(status, language)],
  ]);
}

function ledger({ say, language }: AccountVisit, { received, outcomes }: DeliveryStatus): Html {
  const screened = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  const rows = [
    { name: say('deliveries.received'), lines: received },
    ...OUTCOMES.toReversed().map((outcome) => ({ name: say(`deliveries.${outcome}`), lines: outcomes[outcome] })),
    { name: say('deliveries.unscreened'), lines: received - screened },
  ];
  return html`<h2 class="utrecht-heading-2">${say('delivery.ledger')}</h2>
${table(
  say('delivery.ledger.caption'),
  [
    { label: say('delivery.outcome'), kind: 'name', cell: ({ name }) => name },
    { label: say('delivery.lines'), kind: 'number', cell: ({ lines }) => count(lines, language) },
  ],
  rows,
  'narrow',
)}`;
}

/**
 * Whether the ledger is true to its rows. Only for who asks: of a large delivery that is work that keeps others waiting.
 */
async function proof(visit: AccountVisit, { deliveryKey, finalisedAt }: DeliveryStatus): Promise<Html | null> {
  const { say, store, language } = visit;
  if (finalisedAt === null) return null;
  if (visit.query('check') === '') {
    const to = address(`/deliveries/${deliveryKey}`, { check: 'rows' });
    return html`<p class="utrecht-paragraph"><a class="utrecht-link" href="${to}">${say('delivery.check')}</a></p>`;
  }
  const [ledger] = await store.reconcile(accessOf(visit, 'operate'), deliveryKey);
  if (ledger === undefined) return null;
  const figure = (lines: number): string => count(lines, language);
  const broken = ledger.faults.reduce((sum, fault) => sum + fault.count, 0);
  const { declared, received, unscreened } = ledger;
  const figures = { declared: figure(declared), received: figure(received), unscreened: figure(unscreened) };
  return ledger.balanced
    ? notice('ok', null, say('delivery.balanced', { lines: figure(declared) }))
    : notice('problem', null, say('delivery.unbalanced', { ...figures, faults: figure(broken) }));
}

/** Position and reasons: what the source needs to mend the line, and nothing of what stood in it. */
function quarantine({ say, language }: AccountVisit, lines: readonly QuarantinedLine[]): Html | null {
  if (lines.length === 0) return null;
  const more =
    lines.length < QUARANTINED_LINES_SHOWN
      ? null
      : html`<p class="utrecht-paragraph">${say('delivery.quarantine.more', { shown: lines.length })}</p>`;
  const reasons = (line: QuarantinedLine): Html =>
    html`<ul class="screening-reasons">${line.reasons.map(
      ({ code, field }) => html`<li>${quarantineText(code, field, language)}</li>`,
    )}</ul>`;
  return html`<h2 class="utrecht-heading-2" id="quarantine">${say('delivery.quarantine')}</h2>
${more}
${table(
  say('delivery.quarantine.caption'),
  [
    { label: say('delivery.line'), kind: 'name', cell: ({ line }) => count(line, language) },
    { label: say('delivery.reasons'), cell: reasons },
  ],
  lines,
)}`;
}

/** One delivery: its ledger and the lines that were set apart. */
export async function showDelivery(visit: AccountVisit): Promise<Answer> {
  const { say, store } = visit;
  const access = accessOf(visit, 'operate');
  const deliveryKey = asId<DeliveryKey>(visit.param('deliveryKey'));
  const status = await store.deliveryStatus(access, deliveryKey);
  if (status === null) return errorPage(visit, 'not_found');
  const lines = await store.listQuarantine(access, deliveryKey, QUARANTINED_LINES_SHOWN);
  const main = html`<p class="utrecht-paragraph"><a class="utrecht-link" href="/deliveries">${say('delivery.back')}</a></p>
${facts(visit, status)}
${ledger(visit, status)}
${await proof(visit, status)}
${quarantine(visit, lines)}`;
  return { kind: 'page', title: say('delivery.title', { deliveryId: status.deliveryId }), main };
}
