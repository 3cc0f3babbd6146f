import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access } from '../src/domain/access.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import type { DeliveryEvent } from '../src/intake/delivery-event.ts';
import { type DeliveryFile, openDeliveryFile, sideFileOf } from '../src/runtime/delivery-file.ts';
import type { Accepted } from './accept.ts';

const BY_INBOX: Access = { actor: { kind: 'system', name: 'inbox' }, purpose: 'receive_delivery' };

export interface InboxTools {
  /** The folder that deliveries are put in; may be a network mount. */
  readonly folder: string;
  readonly accept: (access: Access, events: AsyncIterable<DeliveryEvent>) => Promise<Accepted>;
  readonly read: (file: DeliveryFile) => AsyncIterable<DeliveryEvent>;
}

/** What a file looked like; nothing but this tells whether somebody is still writing it. */
interface Look {
  readonly size: number;
  readonly modifiedMs: number;
}

export interface Polled {
  /** Files that were taken in, refused or known already, and are gone. */
  readonly finished: number;
  /** Files that somebody still writes, or that another worker has in hand. */
  readonly left: number;
}

/** A poller remembers what it saw, so it is kept for the life of the process. */
export type InboxPoller = () => Promise<Polled>;

function isDelivery(name: string): boolean {
  return !name.startsWith('.') && !/\.(part|tmp|sha256)$/i.test(name);
}

/** An XML delivery is not complete before its checksum lies beside it. */
function needsSideFile(name: string): boolean {
  return /\.xml(\.gz)?$/i.test(name);
}

async function look(path: string): Promise<Look | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? { size: found.size, modifiedMs: found.mtimeMs } : null;
}

function same(a: Look | null | undefined, b: Look | null): boolean {
  return a != null && b !== null && a.size === b.size && a.modifiedMs === b.modifiedMs;
}

/** Whether the file may go: taken in, known, or refused for what is in it. */
function isDone(accepted: Accepted): boolean {
  if (accepted.kind !== 'refused') return true;
  return accepted.code !== 'DELIVERY_IN_PROGRESS' && accepted.code !== 'DELIVERY_INTERRUPTED';
}

/** Null: it cannot be opened now, which must not keep the files after it waiting. */
async function openIfPossible(path: string): Promise<DeliveryFile | null> {
  try {
    return await openDeliveryFile(path);
  } catch (error) {
    if (error instanceof ScreeningError && error.code === 'FILE_UNREADABLE') return null;
    throw error;
  }
}

async function take(tools: InboxTools, path: string, seen: Look): Promise<boolean> {
  const file = await openIfPossible(path);
  if (file === null) return false;
  const accepted = await tools.accept(BY_INBOX, tools.read(file));
  // A refused file that has grown meanwhile was half-written after all; the rest of it deserves another reading.
  if (!isDone(accepted) || (accepted.kind === 'refused' && !same(seen, await look(path)))) return false;
  await rm(path, { force: true });
  await rm(sideFileOf(path), { force: true });
  return true;
}

/**
 * Looks through the inbox folder. A file is taken when it looks as it did at the poll before: that works on a network
 * mount, where no event comes and clocks differ. Two workers cannot store the same delivery twice, because the
 * database lets one of them receive it; the other leaves the file alone. Names of files go nowhere: senders put names
 * of people in them.
 */
export function createInboxPoller(tools: InboxTools): InboxPoller {
  const before = new Map<string, Look>();
  return async () => {
    const names = (await readdir(tools.folder)).filter(isDelivery).sort();
    for (const name of before.keys()) if (!names.includes(name)) before.delete(name);
    let finished = 0;
    for (const name of names) {
      const path = join(tools.folder, name);
      const now = await look(path);
      const complete = !needsSideFile(name) || (await look(sideFileOf(path))) !== null;
      const quiet = complete && same(before.get(name), now);
      if (now === null) continue;
      before.set(name, now);
      if (quiet && (await take(tools, path, now))) finished += 1;
    }
    return { finished, left: names.length - finished };
  };
}
