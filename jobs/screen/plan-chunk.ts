import type {
  BegunChunk,
  CaseHistory,
  CaseWrite,
  ChunkLine,
  ChunkResult,
  LineResult,
  PairKnowledge,
} from '../../db/contract/chunks.ts';
import type { Fact } from '../../src/domain/case.ts';
import type { CaseNumber, SubjectId } from '../../src/domain/ids.ts';
import type { Rating } from '../../src/domain/rating.ts';
import type { Relevance } from '../../src/relevance/relevance.ts';
import type { Placement } from '../case-life/order.ts';
import { bury, buryRetracted, forget, rerate } from '../case-life/retraction.ts';
import { applySnapshot } from '../case-life/snapshot.ts';
import { type CaseState, isWithdrawn, type Pair, stateOf } from '../case-life/state.ts';
import { caseWriteOf } from '../case-life/write.ts';
import { ratingInput } from '../rating-input.ts';
import type { Compared, MatchScope, SubjectFacts } from './comparison.ts';
import { endInChunk } from './overtaken.ts';
import type { Knowledge } from './pairs.ts';
import { caseNumberOf } from './placements.ts';

/** A chunk with everything that was read and compared for it; from here on nothing is asked of anybody. */
export interface ChunkFindings {
  readonly begun: Extract<BegunChunk, { kind: 'work' }>;
  readonly histories: ReadonlyMap<CaseNumber, CaseHistory>;
  readonly placements: ReadonlyMap<number, Placement>;
  readonly compared: ReadonlyMap<number, Compared>;
  readonly knowledge: Knowledge;
  readonly scope: MatchScope;
  readonly relevance: Relevance;
}

/** Counts by code, for the audit row of the chunk. */
class Tally {
  readonly counts: Record<string, number> = {};

  add(code: string): void {
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }
}

function ratingOf(
  { relevance, scope }: ChunkFindings,
  facts: readonly Fact[],
  { birthDate, confirmedFacts }: PairKnowledge,
  { kind: subjectKind, functionClass }: SubjectFacts,
): Rating {
  const toRate = { facts, subjectKind, functionClass, birthDate, confirmedFacts };
  return relevance.rate(ratingInput(toRate, relevance, scope.today));
}

/** The pairs of a line, rated on `facts`. A subject that left in the meantime has none, so its task is withdrawn. */
function pairsOf(findings: ChunkFindings, line: number, facts: readonly Fact[]): readonly Pair[] {
  const hits = new Map(findings.compared.get(line)?.hits.map((hit) => [hit.subjectId, hit]));
  return [...(findings.knowledge.get(line)?.values() ?? [])].flatMap((known): Pair[] => {
    const { subjectId } = known;
    const subject = findings.scope.subject(subjectId);
    if (subject === null) return [];
    const rating = ratingOf(findings, facts, known, subject);
    const hit = hits.get(subjectId) ?? null;
    return [{ ...{ subjectId, hit, compared: subject.compared, rating }, knowledge: known }];
  });
}

function clearedReason(compared: Compared | undefined, reason: LineResult['reason']): LineResult['reason'] {
  const outOfScope =
    reason === 'no_hit' && compared !== undefined && compared.hits.length === 0 && compared.refused.length > 0;
  return outOfScope ? 'out_of_scope' : reason;
}

/** An entry that withdraws a task is `tasked`, so that the ledger shows what became of it. */
function endOfForgotten({ tasks }: CaseState): Pick<LineResult, 'outcome' | 'reason'> {
  return [...tasks.values()].some((task) => !isWithdrawn(task))
    ? { outcome: 'tasked', reason: 'existing_task' }
    : { outcome: 'cleared', reason: 'not_relevant' };
}

function applyLine(
  findings: ChunkFindings,
  state: CaseState,
  { line, entry }: ChunkLine,
  tally: Tally,
): { readonly state: CaseState; readonly result: LineResult } {
  if (entry.kind === 'retraction') {
    const buried = bury(state, entry);
    const pairs = pairsOf(findings, line, buried.content?.case.facts ?? []);
    const changed = buried.content === state.content ? buried : rerate(buried, pairs);
    return { state: changed, result: { line, outcome: 'withdrawn', reason: 'retraction' } };
  }
  const placement = findings.placements.get(line);
  if (placement?.kind === 'forgotten') {
    tally.add('none:ERASE');
    return { state: forget(state, entry), result: { line, ...endOfForgotten(state) } };
  }
  if (placement?.kind !== 'newest') {
    const kept = placement?.kind === 'retracted' ? buryRetracted(state, entry) : state;
    return { state: kept, result: { line, outcome: 'superseded', reason: 'older' } };
  }
  const compared = findings.compared.get(line);
  for (const condition of compared?.refused ?? []) tally.add(`gate:${condition}`);
  const pairs = pairsOf(findings, line, placement.facts);
  for (const { hit, rating } of pairs) if (hit !== null && rating.level === 'none') tally.add(`none:${rating.ruleId}`);
  const before = state.content?.case.facts ?? [];
  const substance = findings.relevance.hasNewSubstance(before, placement.facts);
  const { state: next, outcome, reason } = applySnapshot(state, entry, placement.facts, substance, pairs);
  return { state: next, result: { line, outcome, reason: clearedReason(compared, reason) } };
}

/** What a chunk changes, from what was found: every line its outcome, every case its new truth, every version it read. */
export function planChunk(findings: ChunkFindings): ChunkResult {
  const { begun, histories, knowledge, scope } = findings;
  const states = new Map<CaseNumber, CaseState>([...histories].map(([number, history]) => [number, stateOf(history)]));
  const tally = new Tally();
  const stateAt = (line: ChunkLine): CaseState => {
    const state = states.get(caseNumberOf(line));
    if (state === undefined) throw new Error(`beginChunk gave no history for the case of line ${line.line}`);
    return state;
  };
  const applied = begun.lines.map((line) => {
    const { state, result } = applyLine(findings, stateAt(line), line, tally);
    states.set(caseNumberOf(line), state);
    return { line, result };
  });
  const lines = applied.map(({ line, result }) => endInChunk(result, line, stateAt(line)));
  for (const { reason } of lines) tally.add(`outcome:${reason}`);
  const cases = [...states]
    .map(([number, state]) => caseWriteOf(number, state))
    .filter((write): write is CaseWrite => write !== null);
  const dispositions = new Map<SubjectId, string>();
  for (const ofLine of knowledge.values())
    for (const known of ofLine.values()) dispositions.set(known.subjectId, known.dispositionVersion);
  return {
    chunkId: begun.chunkId,
    attempt: begun.attempt,
    registerVersion: scope.registerVersion,
    modelVersion: scope.modelVersion,
    lines,
    cases,
    expectedCases: [...histories.values()].map(({ caseNumber, version }) => ({ caseNumber, version })),
    expectedDispositions: [...dispositions].map(([subjectId, version]) => ({ subjectId, version })),
    inquiries: findings.compared.size > 0 ? scope.inquiries : [],
    counts: tally.counts,
  };
}
