import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access } from '../src/domain/access.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import { asEpochMs, type EpochMs } from '../src/domain/ids.ts';
import type { DeliveryEvent } from '../src/intake/delivery-event.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { type DeliveryFile, openDeliveryFile } from '../src/runtime/delivery-file.ts';
import type { Accepted, Origin } from './accept.ts';
import { isDelivery, isUnfinished, type Look, lookAt, removeUnlessChanged } from './inbox-file.ts';

const BY_INBOX: Access = { actor: { kind: 'system', name: 'inbox' }, purpose: 'receive_delivery' };

/**
 * A file that is refused although nobody wrote to it for so long is as its sender meant it. Before that a slow sender
 * may only have paused, and removing the file would lose what is still to come. Chosen.
 */
export const REFUSAL_STANDS_AFTER_MS = 15_000;
/** Pause before a file that could not be read or removed is tried again. */
export const RETRY_AFTER_MS = 60_000;
/** A file that lies in the inbox for so long is one that nobody will ever take in as it is. Chosen. */
export const STUCK_AFTER_MS = 15 * 60_000;

export interface InboxTools {
  /** The folder that deliveries are put in; may be a network mount. */
  readonly folder: string;
  readonly clock: Clock;
  readonly accept: (access: Access, events: AsyncIterable<DeliveryEvent>, origin: Origin) => Promise<Accepted>;
  readonly read: (file: DeliveryFile) => AsyncIterable<DeliveryEvent>;
}

export type Polled =
  /** The folder is not there, or cannot be listed: a network mount that is gone. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'polled';
      /** Files that were taken in, refused or known already, and are gone. */
      readonly finished: number;
      /** Deliveries that are still there. */
      readonly left: number;
      /** Files that should not be: of those, and of uploads that were abandoned. */
      readonly stuck: number;
    };

/** A poller remembers what it saw, so it is kept for the life of the process. */
export type InboxPoller = () => Promise<Polled>;

/** What a poller knows of one file. */
interface Seen {
  readonly look: Look;
  /** Since when it looks like that. */
  readonly since: EpochMs;
  /** When to try it (again). */
  readonly notBefore: EpochMs;
}

/** `in_hand`: another worker receives it. */
type Tried =
  | { readonly kind: 'finished' }
  | { readonly kind: 'in_hand' }
  | { readonly kind: 'again'; readonly notBefore: EpochMs };

/** Null: it cannot be opened now, which must not keep the files after it waiting. */
async function openIfPossible(path: string): Promise<DeliveryFile | null> {
  try {
    return await openDeliveryFile(path);
  } catch (error) {
    if (error instanceof ScreeningError && error.code === 'FILE_UNREADABLE') return null;
    throw error;
  }
}

async function tryFile(tools: InboxTools, path: string, { look, since }: Seen): Promise<Tried> {
  const file = await openIfPossible(path);
  const isTentative = tools.clock.now() - since < REFUSAL_STANDS_AFTER_MS;
  const accepted = file === null ? null : await tools.accept(BY_INBOX, tools.read(file), { isTentative });
  const now = tools.clock.now();
  const again = (notBefore: number): Tried => ({ kind: 'again', notBefore: asEpochMs(notBefore) });
  if (accepted === null) return again(now + RETRY_AFTER_MS);
  if (accepted.kind === 'refused') {
    if (accepted.code === 'DELIVERY_IN_PROGRESS') return { kind: 'in_hand' };
    if (accepted.code === 'DELIVERY_INTERRUPTED') return again(now + RETRY_AFTER_MS);
    if (isTentative) return again(since + REFUSAL_STANDS_AFTER_MS);
  }
  return (await removeUnlessChanged(path, look)) ? { kind: 'finished' } : again(now + RETRY_AFTER_MS);
}

/** Goes through one folder, poll after poll. */
class InboxFolder {
  readonly #tools: InboxTools;
  readonly #seen = new Map<string, Seen>();

  constructor(tools: InboxTools) {
    this.#tools = tools;
  }

  async poll(): Promise<Polled> {
    const found = await readdir(this.#tools.folder).catch(() => null);
    if (found === null) return { kind: 'unreadable' };
    const names = found.filter(isDelivery).sort();
    for (const name of this.#seen.keys()) if (!names.includes(name)) this.#seen.delete(name);
    const counts = { gone: 0, left: 0, stuck: 0 };
    for (const name of names) counts[await this.#visit(name)] += 1;
    const stuck = counts.stuck + (await this.#countAbandoned(found));
    return { kind: 'polled', finished: counts.gone, left: counts.left + counts.stuck, stuck };
  }

  /** Uploads that nobody goes on with, and checksums whose delivery never came: people are named in them too. */
  async #countAbandoned(found: readonly string[]): Promise<number> {
    const now = this.#tools.clock.now();
    let abandoned = 0;
    for (const name of found.filter(isUnfinished)) {
      if (name.endsWith('.sha256') && found.includes(name.slice(0, -'.sha256'.length))) continue;
      const look = await lookAt(join(this.#tools.folder, name));
      if (look !== null && now - look.changedAt > STUCK_AFTER_MS) abandoned += 1;
    }
    return abandoned;
  }

  async #visit(name: string): Promise<'gone' | 'left' | 'stuck'> {
    const path = join(this.#tools.folder, name);
    const now = this.#tools.clock.now();
    const look = await lookAt(path);
    const known = this.#seen.get(name);
    if (look === null) return 'gone';
    if (known?.look.fingerprint !== look.fingerprint) {
      this.#seen.set(name, { look, since: now, notBefore: now });
      return 'left';
    }
    const tried = look.isReady && now >= known.notBefore ? await tryFile(this.#tools, path, known) : null;
    if (tried?.kind === 'finished') return 'gone';
    if (tried?.kind === 'in_hand') return 'left';
    if (tried !== null) this.#seen.set(name, { ...known, notBefore: tried.notBefore });
    return now - look.changedAt > STUCK_AFTER_MS ? 'stuck' : 'left';
  }
}

/**
 * Looks through the inbox folder. A file is tried when it looks as it did at the poll before: that works on a network
 * mount, where no event comes and clocks differ. Two workers cannot store the same delivery twice, because the
 * database lets one of them receive it; the other leaves the file alone. Names of files go nowhere: senders put names
 * of people in them.
 */
export function createInboxPoller(tools: InboxTools): InboxPoller {
  const folder = new InboxFolder(tools);
  return () => folder.poll();
}
