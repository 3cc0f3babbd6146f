import type { Principals, RegisterPage } from '../db/contract/register.ts';
import type { Model } from '../matching/model.ts';
import { createRegisterIndex, type RegisterIndex } from '../matching/register-index.ts';
import type { FeedMode } from '../src/domain/basis.ts';
import type { GateCondition } from '../src/domain/gate.ts';
import { asRegisterVersion, type PersonnelNumber, type RegisterVersion, type SubjectId } from '../src/domain/ids.ts';
import { isPlanted, type Subject } from '../src/domain/subject.ts';
import type { AskedAbout } from '../src/legal/asked-about.ts';
import { askedOf, type Law } from './law.ts';
import type { SubjectFacts } from './screen/comparison.ts';

/** A partner who is not under continuous control; an inquiry may let it be compared with one delivery. */
export interface Guest {
  readonly subject: Subject;
  readonly asked: AskedAbout;
}

/** The register in memory at one version and on one day. Changed in place, without a pause, between chunks. */
export interface RegisterState {
  readonly law: Law;
  readonly feedMode: FeedMode;
  readonly registerVersion: RegisterVersion;
  readonly index: RegisterIndex;
  /** Only what relevance needs; who somebody is stands in the index alone. */
  readonly inScope: Map<SubjectId, SubjectFacts>;
  /** Why subjects are not in the index, each condition once. */
  readonly refused: Set<GateCondition>;
  /** Partners that may be kept at all. They are few, and whether they are compared depends on who they belong to. */
  readonly partners: Map<SubjectId, Subject>;
  readonly guests: Map<SubjectId, Guest>;
}

export function emptyState(model: Model, law: Law, feedMode: FeedMode): RegisterState {
  return {
    ...{ law, feedMode, registerVersion: asRegisterVersion(0), index: createRegisterIndex(model) },
    ...{ inScope: new Map(), refused: new Set(), partners: new Map(), guests: new Map() },
  };
}

export function factsOf(subject: Subject, compared: boolean): SubjectFacts {
  const { kind, functionClass } = subject;
  return { kind, functionClass, compared, planted: isPlanted(subject) };
}

function drop({ index, inScope, partners, guests }: RegisterState, subjectId: SubjectId): void {
  index.remove(subjectId);
  for (const kept of [inScope, partners, guests]) kept.delete(subjectId);
}

/** The gate comes before the index: whoever it refuses cannot be compared, because he is not there. */
function admit(state: RegisterState, subject: Subject, asked: AskedAbout): boolean {
  const { law, feedMode } = state;
  const verdict = law.gate({ ...asked, permission: 'match', feedMode, deliveryKey: null });
  if (verdict.kind === 'refused') {
    state.refused.add(verdict.condition);
    return false;
  }
  state.index.put(subject);
  state.inScope.set(subject.subjectId, factsOf(subject, true));
  return true;
}

export function apply(state: RegisterState, page: RegisterPage): void {
  for (const subject of page.subjects) {
    drop(state, subject.subjectId);
    if (subject.kind === 'partner') state.partners.set(subject.subjectId, subject);
    else admit(state, subject, askedOf(state.law, subject, null));
  }
  for (const subjectId of page.left) drop(state, subjectId);
}

/** Whom the partners belong to, once these pages are applied. */
export function principalsNamed(
  { partners }: RegisterState,
  pages: readonly RegisterPage[],
): readonly PersonnelNumber[] {
  const subjects = [...partners.values(), ...pages.flatMap((page) => page.subjects)];
  return [...new Set(subjects.flatMap(({ partnerLink }) => (partnerLink === null ? [] : [partnerLink.partnerOf])))];
}

/** Asks anew about every partner: one may be in or out because of somebody else's row. */
export function admitPartners(state: RegisterState, { principals }: Pick<Principals, 'principals'>): void {
  state.guests.clear();
  for (const subject of state.partners.values()) {
    state.index.remove(subject.subjectId);
    state.inScope.delete(subject.subjectId);
    const principal = subject.partnerLink === null ? null : (principals.get(subject.partnerLink.partnerOf) ?? null);
    const asked = askedOf(state.law, subject, principal);
    if (!admit(state, subject, asked)) state.guests.set(subject.subjectId, { subject, asked });
  }
}
