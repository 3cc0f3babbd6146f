import { CANARY_SENDER, type DeliveryState, type DeliveryStatus, OUTCOMES } from '../../domain/delivery.ts';
import { ERROR_CATALOGUE, type ErrorCode } from '../../domain/errors.ts';
import { asEpochMs } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { errorSentence } from '../../texts/errors.ts';
import { badge, type Tone } from '../components/badge.ts';
import { address, pagination } from '../components/pagination.ts';
import { type Column, table } from '../components/table.ts';
import { count, duration, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const DELIVERIES_PER_PAGE = 25;

const TONES: Readonly<Record<DeliveryState, Tone>> = {
  receiving: 'neutral',
  screening: 'neutral',
  settled: 'neutral',
  refused: 'problem',
};

/** Where a delivery stands, in other words when it needs a person: colour alone tells not everybody. */
export function stateBadge({ say }: AccountVisit, { state, code }: DeliveryStatus): Html {
  const word = state === 'settled' && code !== null ? 'faulty' : state;
  return badge(say(`delivery.state.${word}`), code === null ? TONES[state] : 'problem');
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code);
}

/** The sentence of the code that a delivery carries; the bare code when the catalogue has lost it; empty without one. */
export function remark({ code }: DeliveryStatus, language: Language): string {
  if (code === null) return '';
  return isErrorCode(code) ? errorSentence({ code, params: {} }, language) : code;
}

/** From the first byte to the closed ledger; null while that is not there. */
export function durationOf({ receivedAt, settledAt }: DeliveryStatus): number | null {
  return settledAt === null ? null : settledAt - receivedAt;
}

/** Whether every line that was received has exactly one outcome (promise P1); null while some are still to screen. */
export function ledgerBadge({ say }: AccountVisit, { state, received, outcomes }: DeliveryStatus): Html | null {
  if (state !== 'settled') return null;
  const isBalanced = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0) === received;
  return isBalanced ? badge(say('deliveries.balanced.yes'), 'good') : badge(say('deliveries.balanced.no'), 'problem');
}

/** Who delivered; of planted test persons in words, because their deliveries stand between those of the source. */
export function senderName({ say }: AccountVisit, { sender }: DeliveryStatus): string {
  return sender === CANARY_SENDER ? say('deliveries.canary') : sender;
}

/** Both in one column, and the sender under its delivery: so many figures leave no room for more. */
function states(visit: AccountVisit, status: DeliveryStatus): Html {
  const balanced = ledgerBadge(visit, status);
  const ledger = balanced === null ? null : html`<span>${visit.say('deliveries.balanced')} ${balanced}</span>`;
  return html`<span class="screening-stack">${stateBadge(visit, status)}${ledger}</span>`;
}

function columnsOf(visit: AccountVisit): readonly Column<DeliveryStatus>[] {
  const { say, language } = visit;
  return [
    {
      label: say('deliveries.id'),
      kind: 'name',
      cell: (status) =>
        html`<span><a class="utrecht-link screening-whole" href="/deliveries/${status.deliveryKey}">${status.deliveryId}</a>
<span class="screening-beside">${senderName(visit, status)}</span></span>`,
    },
    { label: say('deliveries.state'), cell: (status) => states(visit, status) },
    { label: say('deliveries.received'), kind: 'number', cell: ({ received }) => count(received, language) },
    ...OUTCOMES.toReversed().map(
      (outcome): Column<DeliveryStatus> => ({
        label: say(`deliveries.${outcome}`),
        kind: 'number',
        cell: ({ deliveryKey, outcomes }) => {
          const lines = count(outcomes[outcome], language);
          if (outcome !== 'quarantined' || outcomes.quarantined === 0) return lines;
          return html`<a class="utrecht-link" href="/deliveries/${deliveryKey}#quarantine">${lines}</a>`;
        },
      }),
    ),
    { label: say('deliveries.at'), cell: ({ receivedAt }) => moment(receivedAt, language) },
    {
      label: say('deliveries.duration'),
      kind: 'number',
      cell: (status) => {
        const durationMs = durationOf(status);
        return durationMs === null ? '–' : duration(durationMs, language);
      },
    },
  ];
}

/** What came in and what became of it, newest first. */
export async function showDeliveries(visit: AccountVisit): Promise<Answer> {
  const { say, store } = visit;
  const before = /^\d{1,15}$/.test(visit.query('before')) ? Number(visit.query('before')) : null;
  const deliveries = await store.listDeliveries(accessOf(visit, 'operate'), {
    limit: DELIVERIES_PER_PAGE,
    ...(before !== null && { before: asEpochMs(before) }),
  });
  const oldest = deliveries.length === DELIVERIES_PER_PAGE ? deliveries.at(-1) : undefined;
  const list =
    deliveries.length === 0
      ? html`<p class="utrecht-paragraph">${say('deliveries.empty')}</p>`
      : table(say('deliveries.caption'), columnsOf(visit), deliveries);
  const pages = pagination(
    say,
    before === null ? null : '/deliveries',
    oldest === undefined ? null : address('/deliveries', { before: String(oldest.receivedAt) }),
  );
  return { kind: 'page', title: say('deliveries.title'), main: html`${list}${pages}` };
}
