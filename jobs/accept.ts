import type { LineToStore } from '../db/contract/deliveries.ts';
import { afterAcceptance, afterRefusal, type CameBy } from '../src/alarms/happenings.ts';
import type { Access } from '../src/domain/access.ts';
import { CANARY_SENDER, type DeliveryHeader, type DeliveryRef, type DeliveryStatus } from '../src/domain/delivery.ts';
import type { ErrorCode } from '../src/domain/errors.ts';
import type { DeliveryKey } from '../src/domain/ids.ts';
import type { QuarantineReason } from '../src/domain/ledger.ts';
import type { TextParams } from '../src/domain/text-code.ts';
import type { DeliveryEvent, RefusedDelivery } from '../src/intake/delivery-event.ts';
import { type AlarmTools, recordVerdicts } from './alarms.ts';
import type { Flow } from './flow.ts';

export interface AcceptTools extends AlarmTools {
  readonly flow: Flow;
  /** Lines per chunk. */
  readonly chunkSize: number;
  /** Whether the law lets a delivery of the installation's feed mode in at all, now. */
  readonly mayIngest: () => Promise<boolean>;
}

export type Accepted =
  | { readonly kind: 'accepted'; readonly delivery: DeliveryRef }
  /** The very same delivery was accepted before. */
  | { readonly kind: 'duplicate'; readonly status: DeliveryStatus }
  /** Nothing of it remains, except its header with the code when there was one. */
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly header: DeliveryHeader | null;
      readonly reasons: readonly QuarantineReason[];
      readonly params: TextParams;
    };

/** What a door knows of a delivery before a line of it is read. */
export interface Origin {
  /** By whose token it came. */
  readonly sender?: string;
  /** What is refused now is tried again: no last word, so no alarm. */
  readonly isTentative?: boolean;
}

type RefusedHere = Extract<Accepted, { readonly kind: 'refused' }>;

/** Lines that are sealed and written in one transaction; also what is held in memory of a delivery. */
const APPEND_LINES = 500;

/** A receipt not heard of for so long was broken off; whoever brings the delivery again may begin anew. */
export const STALE_RECEIPT_MS = 120_000;

interface Receipt {
  readonly header: DeliveryHeader;
  readonly delivery: DeliveryRef;
}

type Opened = { readonly kind: 'open'; readonly receipt: Receipt } | Accepted;

function refusal(header: DeliveryHeader | null, code: ErrorCode, refused?: RefusedDelivery): Accepted {
  return { kind: 'refused', code, header, reasons: refused?.reasons ?? [], params: refused?.params ?? {} };
}

/** Planted test persons come through a door of their own, which nobody else does. */
type Door = 'senders' | 'planted';

async function open(tools: AcceptTools, access: Access, door: Door, header: DeliveryHeader): Promise<Opened> {
  if ((header.sender === CANARY_SENDER) !== (door === 'planted')) return refusal(header, 'SENDER_RESERVED');
  if (!(await tools.mayIngest())) return refusal(header, 'FEED_MODE_REFUSED');
  const opened = await tools.store.openDelivery(access, header, tools.clock.now(), STALE_RECEIPT_MS);
  switch (opened.kind) {
    case 'opened':
      return {
        kind: 'open',
        receipt: { header, delivery: { deliveryKey: opened.deliveryKey, deliveryId: header.deliveryId } },
      };
    case 'duplicate':
      return { kind: 'duplicate', status: opened.status };
    case 'conflict':
      return refusal(header, 'DELIVERY_CONFLICT');
    case 'in_progress':
      return refusal(header, 'DELIVERY_IN_PROGRESS');
  }
}

async function finalise(tools: AcceptTools, access: Access, { header, delivery }: Receipt): Promise<Accepted> {
  const { store, clock } = tools;
  const finalised = await store.finaliseDelivery(access, delivery.deliveryKey, tools.chunkSize, clock.now());
  if (finalised === null) return refusal(header, 'DELIVERY_IN_PROGRESS');
  await recordVerdicts(tools, access, afterAcceptance(header, finalised.missingSequenceNumbers));
  await tools.flow.deliveryFinalised(delivery, finalised.chunkIds);
  return { kind: 'accepted', delivery };
}

/** Stores lines as they come, a batch at a time; answers how the stream ended. */
class Receiver {
  readonly #tools: AcceptTools;
  readonly #access: Access;
  readonly #door: Door;
  #batch: LineToStore[] = [];
  #receipt: Receipt | null = null;

  constructor(tools: AcceptTools, access: Access, door: Door) {
    this.#tools = tools;
    this.#access = access;
    this.#door = door;
  }

  get header(): DeliveryHeader | null {
    return this.#receipt?.header ?? null;
  }

  /** Under which the delivery is kept; null when it was not opened. */
  get deliveryKey(): DeliveryKey | null {
    return this.#receipt?.delivery.deliveryKey ?? null;
  }

  /** Null: go on. */
  async take(event: DeliveryEvent): Promise<Accepted | null> {
    switch (event.kind) {
      case 'header': {
        const opened = await open(this.#tools, this.#access, this.#door, event.header);
        if (opened.kind !== 'open') return opened;
        this.#receipt = opened.receipt;
        return null;
      }
      case 'refused':
        return this.refuse(event.code, event);
      case 'complete':
        return (await this.#flush()) ?? finalise(this.#tools, this.#access, this.#opened());
      default:
        this.#batch.push(event);
        return this.#batch.length < APPEND_LINES ? null : this.#flush();
    }
  }

  /** Deletes what was stored and says so; also after a stream that broke off. */
  async refuse(code: ErrorCode, refused?: RefusedDelivery): Promise<Accepted> {
    const { store, clock } = this.#tools;
    if (this.#receipt !== null) {
      await store.refuseDelivery(this.#access, this.#receipt.delivery.deliveryKey, code, clock.now());
    }
    return refusal(this.header, code, refused);
  }

  async #flush(): Promise<Accepted | null> {
    const { delivery, header } = this.#opened();
    const lines = this.#batch;
    this.#batch = [];
    const stored = await this.#tools.store.appendLines(
      this.#access,
      delivery.deliveryKey,
      lines,
      this.#tools.clock.now(),
    );
    // Somebody began the same delivery anew because this receipt was not heard of for too long.
    return stored ? null : refusal(header, 'DELIVERY_IN_PROGRESS');
  }

  #opened(): Receipt {
    if (this.#receipt === null) throw new Error('an intake adapter yielded a line before the header');
    return this.#receipt;
  }
}

async function receive(receiver: Receiver, iterator: AsyncIterator<DeliveryEvent>): Promise<Accepted> {
  for (;;) {
    let step: IteratorResult<DeliveryEvent>;
    try {
      step = await iterator.next();
    } catch {
      return receiver.refuse('DELIVERY_INTERRUPTED');
    }
    if (step.done === true) return receiver.refuse('DELIVERY_INTERRUPTED');
    const accepted = await receiver.take(step.value);
    if (accepted !== null) return accepted;
  }
}

/** The door by which a delivery came; the system actors that hand deliveries in are named after theirs. */
function cameBy({ actor }: Access, { sender }: Origin): CameBy {
  return { door: actor.kind === 'system' ? actor.name : 'cli', sender: sender ?? null };
}

async function tellRefusal(
  tools: AcceptTools,
  access: Access,
  { header, code }: RefusedHere,
  deliveryKey: DeliveryKey | null,
  origin: Origin,
): Promise<void> {
  // Somebody else has it in hand, and the inbox asks again every few seconds; what becomes of it shows there.
  if (code === 'DELIVERY_IN_PROGRESS') return;
  if (origin.isTentative === true) return;
  tools.logger.warn('a delivery was refused', { code, ...(deliveryKey !== null && { deliveryKey }) });
  await recordVerdicts(tools, access, afterRefusal(header ?? cameBy(access, origin), code));
}

async function acceptAt(
  tools: AcceptTools,
  access: Access,
  door: Door,
  events: AsyncIterable<DeliveryEvent>,
  origin: Origin,
): Promise<Accepted> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    const receiver = new Receiver(tools, access, door);
    const accepted = await receive(receiver, iterator);
    if (accepted.kind === 'refused') await tellRefusal(tools, access, accepted, receiver.deliveryKey, origin);
    return accepted;
  } finally {
    await iterator.return?.();
  }
}

/**
 * Takes in one delivery, whatever door it came through. Pulls the events one by one, so the sender is slowed to what
 * the database takes. After `accepted` the screening is queued; should that fail, the sweep does it.
 *
 * A stream that breaks off is refused as DELIVERY_INTERRUPTED, with nothing left of it; a failure of our own (the
 * database) is thrown, and the delivery can be brought again after `STALE_RECEIPT_MS` at the latest.
 */
export function acceptDelivery(
  tools: AcceptTools,
  access: Access,
  events: AsyncIterable<DeliveryEvent>,
  origin: Origin = {},
): Promise<Accepted> {
  return acceptAt(tools, access, 'senders', events, origin);
}

/** The same for a delivery of planted test persons, and for no other. */
export function acceptPlanted(
  tools: AcceptTools,
  access: Access,
  events: AsyncIterable<DeliveryEvent>,
): Promise<Accepted> {
  return acceptAt(tools, access, 'planted', events, {});
}
