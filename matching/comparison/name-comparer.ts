import type { EntryName } from '../attributes/entry-person.ts';
import { MAX_WORD } from '../attributes/letters.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from '../attributes/lexicon.ts';
import { LEAST_AMONG_NAMESAKES_PPB } from '../attributes/name-tables.ts';
import { namesakesKinship } from '../decision/full-name.ts';
import type { Weights } from '../decision/weights.ts';
import { compareFurtherNames, compareGivenNames, givenNameInSurname } from './given-names.ts';
import { GivenNamesBound } from './given-names-bound.ts';
import { levelNumbers, newOutcome, type Outcome } from './outcome.ts';
import { compareParticle, EQUAL_PARTICLE } from './particle.ts';
import { compareSurname, isWhole, surnameInGivenNames } from './surname.ts';
import { SurnameBounds } from './surname-bounds.ts';

const SURNAME = levelNumbers('surname');
const GIVEN = levelNumbers('given_names');

/** What comparing one surname, or one run of given names, with an entry's name came to. */
export interface NameOutcome extends Outcome {
  /** Milli-bits of the attribute itself. */
  weight: number;
  /**
   * Of a surname that agrees: how much of a given name's share among namesakes its commonness leaves. Of given names:
   * the share of everybody with them, as a part of their share among namesakes. Both log2 in milli-bits.
   */
  share: number;
  /** Level of the particle or of the further given names; −1 when that says nothing. */
  secondLevel: number;
  secondWeight: number;
}

/** A double name may be this much shorter in an entry than its two names together: it was cut or misspelled. */
export const LENGTH_SLACK = 3;

/** The fewest letters of an entry's name that may be a double name of so many letters. */
export function leastOfDouble(letters: number): number {
  return Math.min(letters, MAX_WORD) - LENGTH_SLACK;
}

/** Stands for "no least share": no given name is commoner than among everybody. */
const NO_LEAST_SHARE = -1_000_000;

export function newNameOutcome(): NameOutcome {
  return { level: 0, ppb: 0, weight: 0, share: 0, secondLevel: -1, secondWeight: 0 };
}

/** What a given name counts for less because it is commoner among those who bear the surname, in milli-bits; 0 or less. */
export function togetherWeight(surnameShare: number, givenNamesShare: number): number {
  return Math.min(0, givenNamesShare - surnameShare);
}

/** Of strangers who share a common name this part has it in another form (own estimate): Mohammed and Mohamed. */
const OTHER_FORMS = 0.25;

const LEAST_AMONG_NAMESAKES = shareMilliBits(LEAST_AMONG_NAMESAKES_PPB);

function shareMilliBits(ppb: number): number {
  return Math.round(1000 * Math.log2(ppb * 1e-9));
}

/** log2, in milli-bits, of the share that the agreeing given name has among namesakes: of the two names the commoner's. */
function amongNamesakes(entry: GivenNamesAttribute, subject: GivenNamesAttribute, level: number): number {
  if (level >= GIVEN.in_surname) return LEAST_AMONG_NAMESAKES;
  const ppb = Math.max(entry.names[0]?.amongNamesakesPpb ?? 0, subject.names[0]?.amongNamesakesPpb ?? 0);
  const share = level <= GIVEN.call_name ? ppb : OTHER_FORMS * ppb;
  return share <= LEAST_AMONG_NAMESAKES_PPB ? LEAST_AMONG_NAMESAKES : shareMilliBits(share);
}

/** Share of those called by the first name who bear the second too: names that go together do so here as well. */
function secondPpb({ names }: GivenNamesAttribute): number {
  const second = names[1];
  if (second === undefined) return 0;
  const { amongNamesakesPpb: ppb } = second;
  return Math.max(second.givenNamePpb, ppb > LEAST_AMONG_NAMESAKES_PPB ? ppb : 0);
}

/** A particle written into the surname, or behind it, is there all the same. */
function particleLevel(entry: SurnameAttribute, subject: SurnameAttribute): number {
  const level = compareParticle(entry.particle, subject.particle);
  return level >= 0 && isWhole(entry, subject) ? EQUAL_PARTICLE : level;
}

/** Numbers per name, side by side as one look into memory: the round in which they hold, the sum and the share. */
const STRIDE = 4;
const SUM = 1;
const SHARE = 2;

/** What kept names, by their ids, came to in the present round: the sum of both weights and the share. */
class RoundCache {
  #numbers = new Int32Array(0);

  reserve(size: number): void {
    if (this.#numbers.length >= size * STRIDE) return;
    const numbers = new Int32Array(size * 2 * STRIDE);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  holds(id: number, round: number): boolean {
    return this.#numbers[id * STRIDE] === round;
  }

  set(id: number, round: number, sum: number, share: number): number {
    const at = id * STRIDE;
    this.#numbers[at] = round;
    this.#numbers[at + SUM] = sum;
    this.#numbers[at + SHARE] = share;
    return sum;
  }

  sumOf(id: number): number {
    return this.#numbers[id * STRIDE + SUM]!;
  }

  shareOf(id: number): number {
    return this.#numbers[id * STRIDE + SHARE]!;
  }
}

/**
 * Compares one name of an entry with names of subjects, each distinct surname and run of given names once: candidates
 * of one entry share most of them.
 */
export class NameComparer {
  readonly #weights: Weights;
  readonly #lexicon: Lexicon;
  readonly #surnames = new RoundCache();
  readonly #givenNames = new RoundCache();
  readonly #bounds: SurnameBounds;
  readonly #givenNamesBound: GivenNamesBound;
  readonly #scratch = newNameOutcome();
  readonly #other = newOutcome();
  #entry: EntryName | null = null;
  #round = 0;
  #mostOfSurname = 0;
  /** The most that any subject's given names weigh against the entry's, and any subject's whole name, in milli-bits. */
  mostOfGivenNames = 0;
  most = 0;

  constructor(weights: Weights, lexicon: Lexicon) {
    this.#weights = weights;
    this.#lexicon = lexicon;
    this.#bounds = new SurnameBounds(weights, lexicon.tables);
    this.#givenNamesBound = new GivenNamesBound(weights);
  }

  begin(entry: EntryName): void {
    this.#entry = entry;
    this.#round += 1;
    this.#bounds.begin(entry);
    this.mostOfGivenNames = this.#givenNamesBound.mostOfAny(entry.givenNames);
    this.#mostOfSurname = this.#bounds.mostOfAny(entry);
    this.most = this.#mostOfSurname + this.mostOfGivenNames;
    this.#surnames.reserve(this.#lexicon.surnameCount + 1);
    this.#givenNames.reserve(this.#lexicon.givenNamesCount + 1);
  }

  /** Whether a kept surname, by its id, and its particle weigh so many milli-bits against the entry's. */
  reaches(id: number, milliBits: number): boolean {
    if (milliBits > this.#mostOfSurname) return false;
    const { outlines } = this.#lexicon;
    // Bounds are not kept: most are asked for once, and looking for one costs as much as working it out.
    if (this.#bounds.atMost(outlines, id) < milliBits) {
      if (milliBits > this.#bounds.inGivenNames || !this.#bounds.mayBeGivenName(outlines, id)) return false;
    }
    return this.surnameWeight(id) >= milliBits;
  }

  /** Whether the double name of two kept surnames, in either order, may weigh so many milli-bits. */
  mayReachAsDouble(first: number, second: number, milliBits: number): boolean {
    const { source, surname } = this.#entry!;
    if (milliBits > this.#mostOfSurname || source === 'swapped' || surname.core === null) return false;
    const { outlines } = this.#lexicon;
    const letters = outlines.coreLength(first) + outlines.coreLength(second);
    if (surname.full!.length < leastOfDouble(letters)) return false;
    return this.#bounds.doubleAtMost(outlines, first, second) >= milliBits;
  }

  /** Milli-bits of a kept surname of a subject, by its id, and of its particle against the entry's. */
  surnameWeight(id: number): number {
    const cache = this.#surnames;
    if (cache.holds(id, this.#round)) return cache.sumOf(id);
    this.surname(this.#lexicon.surnameAt(id), this.#scratch);
    return cache.set(id, this.#round, this.#scratch.weight + this.#scratch.secondWeight, this.#scratch.share);
  }

  /** Milli-bits of a subject's given names against the entry's, by themselves. */
  givenNamesWeight(subject: GivenNamesAttribute): number {
    const cache = this.#givenNames;
    if (cache.holds(subject.id, this.#round)) return cache.sumOf(subject.id);
    this.givenNames(subject, this.#scratch);
    return cache.set(subject.id, this.#round, this.#scratch.weight + this.#scratch.secondWeight, this.#scratch.share);
  }

  /** Milli-bits of a full name both halves of which were weighed in this round. */
  fullNameWeight(surname: SurnameAttribute, givenNames: GivenNamesAttribute): number {
    const together = togetherWeight(this.#surnames.shareOf(surname.id), this.#givenNames.shareOf(givenNames.id));
    return this.#surnames.sumOf(surname.id) + this.#givenNames.sumOf(givenNames.id) + together;
  }

  /** Milli-bits of a full name whose surname the lexicon does not keep. */
  uncachedFullNameWeight(surname: SurnameAttribute, givenNames: GivenNamesAttribute): number {
    const given = this.givenNamesWeight(givenNames);
    this.surname(surname, this.#scratch);
    const together = togetherWeight(this.#scratch.share, this.#givenNames.shareOf(givenNames.id));
    return this.#scratch.weight + this.#scratch.secondWeight + given + together;
  }

  /** The same as `surnameWeight`, with levels: for the few pairs that are shown. */
  surname(subject: SurnameAttribute, out: NameOutcome): void {
    const entry = this.#entry!;
    const { surname, particle } = this.#weights;
    compareSurname(entry.surname, subject, out);
    out.weight = surname.weigh(out.level, out.ppb);
    out.share = out.level <= SURNAME.similar ? namesakesKinship(subject.core!.surnamePpb) : NO_LEAST_SHARE;
    out.secondLevel = -1;
    out.secondWeight = 0;
    if (out.level > SURNAME.part_similar && surnameInGivenNames(entry.givenNames, subject)) {
      const ppb = subject.core!.surnamePpb;
      const weight = surname.weigh(SURNAME.in_given_names, ppb);
      if (weight > out.weight) {
        out.level = SURNAME.in_given_names;
        out.ppb = ppb;
        out.weight = weight;
      }
    } else if (out.level <= SURNAME.part_similar) {
      out.secondLevel = particleLevel(entry.surname, subject);
      if (out.secondLevel >= 0) out.secondWeight = particle.weigh(out.secondLevel, 0);
    }
  }

  /** The same as `givenNamesWeight`, with levels. */
  givenNames(subject: GivenNamesAttribute, out: NameOutcome): void {
    const entry = this.#entry!;
    const { given_names: given, further_names: further } = this.#weights;
    compareGivenNames(entry.givenNames, subject, out);
    out.weight = given.weigh(out.level, out.ppb);
    out.secondLevel = -1;
    out.secondWeight = 0;
    if (out.level >= GIVEN.truncated && givenNameInSurname(entry.surname, subject)) {
      this.#other.ppb = subject.names[0]!.givenNamePpb;
      const weight = given.weigh(GIVEN.in_surname, this.#other.ppb);
      if (weight > out.weight) {
        out.level = GIVEN.in_surname;
        out.ppb = this.#other.ppb;
        out.weight = weight;
      }
    }
    out.share = given.rarity(out.level, out.ppb) - amongNamesakes(entry.givenNames, subject, out.level);
    if (out.level < GIVEN.in_surname) {
      out.secondLevel = compareFurtherNames(entry.givenNames, subject);
      if (out.secondLevel >= 0) out.secondWeight = further.weigh(out.secondLevel, secondPpb(subject));
    }
  }
}
