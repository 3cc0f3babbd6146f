import { isDeepStrictEqual } from 'node:util';
import type { RegisterPage } from '../db/contract/register.ts';
import type { Store } from '../db/store.ts';
import type { Model } from '../matching/model.ts';
import { createRegisterIndex, type RegisterIndex } from '../matching/register-index.ts';
import { screenPerson } from '../matching/screen.ts';
import type { Access } from '../src/domain/access.ts';
import type { LegalBasis } from '../src/domain/basis.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import type { GateCondition, GateVerdict } from '../src/domain/gate.ts';
import { asRegisterVersion, type RegisterVersion, type SubjectId } from '../src/domain/ids.ts';
import type { PersonIdentity } from '../src/domain/person.ts';
import type { RegisterRow, Subject } from '../src/domain/subject.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import type { Clock } from '../src/runtime/clock.ts';
import type { Compared, MatchScope, SubjectFacts } from './screen/comparison.ts';

const INDEXING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Subjects read at a time; each page is opened and indexed before the next is asked for. */
const PAGE_SUBJECTS = 2_000;

/** Readings that a moving register may spoil before the chunk is left to a later try. */
const MAX_READINGS = 5;

/** Says of a subject whether the law lets it be compared today. */
export type MatchGate = (subject: RegisterRow) => GateVerdict;

export interface IndexTools {
  readonly store: Store;
  readonly model: Model;
  readonly clock: Clock;
  /** Expected true pairs per entry. */
  readonly priorPerEntry: number;
  readonly matchGate: (bases: readonly LegalBasis[], today: CalendarDate) => MatchGate;
}

/** What the law makes of the register on one day. */
interface Law {
  readonly today: CalendarDate;
  readonly bases: readonly LegalBasis[];
  readonly gate: MatchGate;
}

interface State {
  readonly law: Law;
  readonly registerVersion: RegisterVersion;
  readonly index: RegisterIndex;
  /** Only what relevance needs; who somebody is stands in the index alone. */
  readonly inScope: Map<SubjectId, SubjectFacts>;
  /** Why subjects are not in the index, each condition once. */
  readonly refused: Set<GateCondition>;
}

function emptyState(model: Model, law: Law): State {
  const index = createRegisterIndex(model);
  return { law, registerVersion: asRegisterVersion(0), index, inScope: new Map(), refused: new Set() };
}

function drop({ index, inScope }: State, subjectId: SubjectId): void {
  index.remove(subjectId);
  inScope.delete(subjectId);
}

/** The gate comes before the index: whoever it refuses cannot be compared, because he is not there. */
function put(state: State, subject: Subject): void {
  const verdict = state.law.gate(subject);
  if (verdict.kind === 'refused') {
    state.refused.add(verdict.condition);
    drop(state, subject.subjectId);
    return;
  }
  state.index.put(subject);
  state.inScope.set(subject.subjectId, { kind: subject.kind, functionClass: subject.functionClass });
}

function apply(state: State, page: RegisterPage): void {
  for (const subject of page.subjects) put(state, subject);
  for (const subjectId of page.left) drop(state, subjectId);
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

/** A new index beside the old one, page by page, so that the register is never in memory twice in the clear. */
async function build(tools: IndexTools, law: Law): Promise<State | null> {
  const state = emptyState(tools.model, law);
  const reached = await readPages(tools.store, state.registerVersion, (page) => apply(state, page));
  return reached === null ? null : { ...state, registerVersion: reached };
}

/** Changes are collected first and applied without a pause, so that no chunk sees half of them. */
async function update(tools: IndexTools, state: State): Promise<State | null> {
  const pages: RegisterPage[] = [];
  const reached = await readPages(tools.store, state.registerVersion, (page) => pages.push(page));
  if (reached === null) return null;
  for (const page of pages) apply(state, page);
  return { ...state, registerVersion: reached };
}

function compare(state: State, person: PersonIdentity, priorPerEntry: number): Compared {
  if (state.index.size === 0) return { hits: [], refused: [...state.refused] };
  return { hits: screenPerson(state.index, person, { priorPerEntry }), refused: [] };
}

function scopeOf(state: State, { model, priorPerEntry }: IndexTools): MatchScope {
  return {
    registerVersion: state.registerVersion,
    modelVersion: model.version,
    today: state.law.today,
    compare: (person) => compare(state, person, priorPerEntry),
    subject: (subjectId) => state.inScope.get(subjectId) ?? null,
  };
}

/** The one index of this process: the subjects that may be compared today, as the database has them. */
export interface RegisterHolder {
  /** The register as it is now, at least as new as asked. */
  scope(atLeast: RegisterVersion): Promise<MatchScope>;
  /** For metrics: subjects in the index and the register version it holds; zeros before the first use. */
  readonly size: number;
  readonly version: RegisterVersion;
}

/**
 * Follows the database, not messages, which may be lost: every chunk asks for its version. The index is updated in
 * place when subjects changed and built anew when the day or a legal basis did, because then anybody may come into
 * scope or leave it.
 */
export function createRegisterHolder(tools: IndexTools): RegisterHolder {
  const { store, clock, matchGate } = tools;
  let held: State | null = null;
  let renewing: Promise<State> | null = null;

  const renew = async (): Promise<State> => {
    const today = calendarDay(clock.now());
    for (let tries = 0; tries < MAX_READINGS; tries += 1) {
      const bases = await store.listBases(INDEXING);
      const sameLaw = held !== null && held.law.today === today && isDeepStrictEqual(held.law.bases, bases);
      const next =
        held !== null && sameLaw
          ? await update(tools, held)
          : await build(tools, { today, bases, gate: matchGate(bases, today) });
      if (next !== null) return next;
    }
    throw new ScreeningError('REGISTER_NOT_READY');
  };

  const current = async (): Promise<State> => {
    const version = await store.registerVersion(INDEXING);
    if (held !== null && held.registerVersion === version && held.law.today === calendarDay(clock.now())) return held;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    held = await renewing;
    return held;
  };

  return {
    async scope(atLeast) {
      const state = await current();
      if (state.registerVersion < atLeast) throw new ScreeningError('REGISTER_NOT_READY');
      return scopeOf(state, tools);
    },
    get size() {
      return held?.index.size ?? 0;
    },
    get version() {
      return held?.registerVersion ?? asRegisterVersion(0);
    },
  };
}
