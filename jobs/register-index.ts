import { isDeepStrictEqual } from 'node:util';
import type { Principals, RegisterPage } from '../db/contract/register.ts';
import type { Store } from '../db/store.ts';
import type { Model } from '../matching/model.ts';
import type { Access } from '../src/domain/access.ts';
import type { FeedMode } from '../src/domain/basis.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import { asRegisterVersion, type DeliveryKey, type PersonnelNumber, type RegisterVersion } from '../src/domain/ids.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { type Law, readLaw } from './law.ts';
import { scopeOf } from './match-scope.ts';
import { admitPartners, apply, emptyState, principalsNamed, type RegisterState } from './register-state.ts';
import type { MatchScope } from './screen/comparison.ts';

const INDEXING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Subjects read at a time; each page is opened and indexed before the next is asked for. */
const PAGE_SUBJECTS = 2_000;

/** Readings that a moving register may spoil before the chunk is left to a later try. */
const MAX_READINGS = 5;

export interface IndexTools {
  readonly store: Store;
  readonly model: Model;
  readonly clock: Clock;
  /** Expected true pairs per entry. */
  readonly priorPerEntry: number;
  readonly feedMode: FeedMode;
}

/**
 * Reads every page of what changed after a version.
 * @returns the version that was reached, or null when the register moved meanwhile and the reading must begin again
 */
async function readPages(
  store: Store,
  after: RegisterVersion,
  take: (page: RegisterPage) => void,
): Promise<RegisterVersion | null> {
  let reached: RegisterVersion | null = null;
  let cursor: string | null = null;
  do {
    const page: RegisterPage = await store.readRegister(INDEXING, after, cursor, PAGE_SUBJECTS);
    if (reached !== null && page.registerVersion !== reached) return null;
    reached = page.registerVersion;
    take(page);
    cursor = page.next;
  } while (cursor !== null);
  return reached;
}

/** Principals of the same register version as the pages; null when the register moved meanwhile. */
async function readPrincipals(
  store: Store,
  numbers: readonly PersonnelNumber[],
  reached: RegisterVersion,
): Promise<Pick<Principals, 'principals'> | null> {
  if (numbers.length === 0) return { principals: new Map() };
  const read = await store.readPrincipals(INDEXING, numbers);
  return read.registerVersion === reached ? read : null;
}

/** A new index beside the old one, page by page, so that the register is never in memory twice in the clear. */
async function build({ store, model, feedMode }: IndexTools, law: Law): Promise<RegisterState | null> {
  const state = emptyState(model, law, feedMode);
  const reached = await readPages(store, state.registerVersion, (page) => apply(state, page));
  if (reached === null) return null;
  const principals = await readPrincipals(store, principalsNamed(state, []), reached);
  if (principals === null) return null;
  admitPartners(state, principals);
  return { ...state, registerVersion: reached };
}

/** Changes are collected first and applied without a pause, so that no chunk sees half of them. */
async function update({ store }: IndexTools, held: RegisterState, law: Law): Promise<RegisterState | null> {
  const pages: RegisterPage[] = [];
  const reached = await readPages(store, held.registerVersion, (page) => pages.push(page));
  if (reached === null) return null;
  const principals = await readPrincipals(store, principalsNamed(held, pages), reached);
  if (principals === null) return null;
  const state = { ...held, law, registerVersion: reached };
  for (const page of pages) apply(state, page);
  admitPartners(state, principals);
  return state;
}

/** Inquiries matter to partners alone, about whom is asked anew at every change. */
function isSameForStaff(before: Law, now: Law): boolean {
  return before.today === now.today && isDeepStrictEqual(before.bases, now.bases);
}

/** The one index of this process: the subjects that may be compared today, as the database has them. */
export interface RegisterHolder {
  /**
   * The register as it is now, at least as new as asked. For a delivery, with the partners that an inquiry lets be
   * compared with it; `atLeast` is then the version of its finalisation.
   */
  scope(atLeast: RegisterVersion, deliveryKey?: DeliveryKey): Promise<MatchScope>;
  /** For metrics: subjects in the index and the register version it holds; zeros before the first use. */
  readonly size: number;
  readonly version: RegisterVersion;
}

/**
 * Follows the database, not messages, which may be lost: every chunk asks for its version. The index is updated in
 * place when subjects or inquiries changed and built anew when the day or a legal basis did, because then anybody may
 * come into scope or leave it.
 */
export function createRegisterHolder(tools: IndexTools): RegisterHolder {
  const { store, clock, model, priorPerEntry } = tools;
  let held: RegisterState | null = null;
  let renewing: Promise<RegisterState> | null = null;

  const renew = async (): Promise<RegisterState> => {
    const today = calendarDay(clock.now());
    for (let tries = 0; tries < MAX_READINGS; tries += 1) {
      const law = await readLaw(store, INDEXING, today);
      const next: RegisterState | null =
        held !== null && isSameForStaff(held.law, law) ? await update(tools, held, law) : await build(tools, law);
      if (next !== null) return next;
    }
    throw new ScreeningError('REGISTER_NOT_READY');
  };

  const current = async (): Promise<RegisterState> => {
    const version = await store.registerVersion(INDEXING);
    if (held !== null && held.registerVersion === version && held.law.today === calendarDay(clock.now())) return held;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    held = await renewing;
    return held;
  };

  return {
    async scope(atLeast, deliveryKey) {
      const state = await current();
      if (state.registerVersion < atLeast) throw new ScreeningError('REGISTER_NOT_READY');
      const delivery = deliveryKey === undefined ? null : { deliveryKey, registerVersion: atLeast };
      return scopeOf(state, delivery, { modelVersion: model.version, priorPerEntry });
    },
    get size() {
      return held?.index.size ?? 0;
    },
    get version() {
      return held?.registerVersion ?? asRegisterVersion(0);
    },
  };
}
