import { type Band, type BsnState, type Hit, type HitEvidence, probabilityOf } from '../src/domain/hit.ts';
import type { SubjectId } from '../src/domain/ids.ts';
import type { PersonIdentity } from '../src/domain/person.ts';
import { type EntryPerson, entryPerson } from './attributes/entry-person.ts';
import { CandidateCollector } from './blocking/candidates.ts';
import { BLOCKING_RULES } from './blocking/rules.ts';
import { bsnState } from './comparison/bsn.ts';
import { PairComparer, PairVector } from './comparison/pair-comparer.ts';
import { bandOf } from './decision/bands.ts';
import { CONFIRMED_MILLIBITS, type KnownPair, makeEvidence } from './decision/evidence.ts';
import { totalMilliBits } from './decision/sum.ts';
import type { Model } from './model.ts';
import type { RegisterIndex } from './register-index.ts';

export interface ScreenOptions {
  /** Expected true pairs per entry: 0.0005 in operation. More than 0, less than 1. */
  readonly priorPerEntry: number;
  /** Earlier verdicts on this source person, by subject. A dismissal is shown and weighs nothing. */
  readonly knownPairs?: ReadonlyMap<SubjectId, KnownPair>;
}

/** A pair that was compared; like a hit, but its band may be `below`. */
export interface Candidate extends Omit<Hit, 'band'> {
  readonly band: Band | 'below';
}

/** Candidates less probable than this are not reported, but for hits, which a rule may have made. */
const REPORT_PROBABILITY = 0.001;
const REPORT_MILLIBITS = Math.floor(1000 * Math.log2(REPORT_PROBABILITY / (1 - REPORT_PROBABILITY)));

/** What follows from the prior and the size of the register. */
interface Odds {
  readonly priorPerEntry: number;
  readonly registerSize: number;
  readonly priorMilliBits: number;
  /** The lowest total of weights, in milli-bits, that is reported, of any pair and of one that was confirmed before. */
  readonly floor: number;
  readonly confirmedFloor: number;
}

/** What one process needs to screen against one index; reused from entry to entry. */
interface Workbench {
  readonly collector: CandidateCollector;
  readonly comparer: PairComparer;
  readonly vector: PairVector;
  /** Of the last entry; most often of the next too. */
  odds: Odds | null;
}

const workbenches = new WeakMap<RegisterIndex, Workbench>();

function workbenchOf(index: RegisterIndex): Workbench {
  let bench = workbenches.get(index);
  if (bench === undefined) {
    bench = {
      collector: new CandidateCollector(),
      comparer: new PairComparer(index.model.weights, index.lexicon),
      vector: new PairVector(),
      odds: null,
    };
    workbenches.set(index, bench);
  }
  return bench;
}

/** log2 prior odds that an entry and one subject are a true pair, in milli-bits. */
export function priorMilliBits(priorPerEntry: number, registerSize: number): number {
  const probability = priorPerEntry / Math.max(registerSize, 1);
  return Math.round(1000 * Math.log2(probability / (1 - probability)));
}

function oddsOf(bench: Workbench, { model, size }: RegisterIndex, priorPerEntry: number): Odds {
  const last = bench.odds;
  if (last !== null && last.priorPerEntry === priorPerEntry && last.registerSize === size) return last;
  const prior = priorMilliBits(priorPerEntry, size);
  const wanted = REPORT_MILLIBITS - prior;
  const floor = lowestTotal(model, wanted);
  // Calibration is no shift: what a confirmation adds behind it is more or less before it.
  const confirmedFloor = lowestTotal(model, wanted - CONFIRMED_MILLIBITS);
  bench.odds = { priorPerEntry, registerSize: size, priorMilliBits: prior, floor, confirmedFloor };
  return bench.odds;
}

interface Scored {
  readonly subjectId: SubjectId;
  readonly version: number;
  readonly evidence: HitEvidence;
  readonly milliBits: number;
  readonly state: BsnState;
}

/** Hits at or above the task threshold and every pair with an equal valid BSN, best first. */
export function screenPerson(index: RegisterIndex, person: PersonIdentity, options: ScreenOptions): readonly Hit[] {
  return scoreCandidates(index, person, options).filter((candidate): candidate is Hit => candidate.band !== 'below');
}

/** Every candidate at probability 0.001 or above and every hit, best first; rivals keep the order of their ids. */
export function scoreCandidates(
  index: RegisterIndex,
  person: PersonIdentity,
  options: ScreenOptions,
): readonly Candidate[] {
  const entry = entryPerson(person, index.lexicon, index.model.places);
  const scored = scorePairs(index, entry, options);
  scored.sort((a, b) => b.milliBits - a.milliBits || (a.subjectId < b.subjectId ? -1 : 1));
  const candidates: Candidate[] = [];
  scored.forEach((pair, rank) => {
    const rival = scored[rank === 0 ? 1 : 0]?.milliBits ?? Number.NEGATIVE_INFINITY;
    const probability = probabilityOf(pair.evidence);
    const band = bandOf(probability, pair.state, pair.milliBits - rival);
    if (band === 'below' && probability < REPORT_PROBABILITY) return;
    candidates.push({
      subjectId: pair.subjectId,
      subjectVersion: pair.version,
      probability,
      band,
      bsnState: pair.state,
      evidence: pair.evidence,
    });
  });
  return candidates;
}

function scorePairs(index: RegisterIndex, entry: EntryPerson, options: ScreenOptions): Scored[] {
  const bench = workbenchOf(index);
  const { collector, comparer, vector } = bench;
  const { model, subjects } = index;
  const odds = oddsOf(bench, index, options.priorPerEntry);
  const floor = options.knownPairs === undefined ? odds.floor : odds.confirmedFloor;
  collector.collect(index, entry);
  comparer.begin(entry);
  const scored: Scored[] = [];
  for (let at = 0; at < collector.count; at += 1) {
    const slot = collector.slots[at]!;
    const isEqual = entry.bsn.valid !== 0 && subjects.bsnOf(slot) === entry.bsn.valid;
    if (!isEqual && comparer.total(subjects, slot, floor) < floor) continue;
    const subject = subjects.people[slot]!;
    const state = bsnState(entry.bsn, subject.bsn);
    const subjectId = subjects.ids[slot]!;
    comparer.describe(subject, vector);
    const evidence = makeEvidence(vector, {
      model,
      priorMilliBits: odds.priorMilliBits,
      registerSize: index.size,
      blockingRule: BLOCKING_RULES[collector.rules[at]!] ?? '',
      knownPair: options.knownPairs?.get(subjectId) ?? null,
    });
    const milliBits = totalMilliBits(evidence);
    scored.push({ subjectId, version: subjects.versions[slot]!, evidence, milliBits, state });
  }
  return scored;
}

/** The lowest total of weights that calibration does not put below `wanted`, both in milli-bits; found by halving. */
function lowestTotal(model: Model, wanted: number): number {
  let [low, high] = [-200_000, 200_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (model.calibrate(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}
