import { MATCH_LEVELS } from '../../src/domain/match-level.ts';
import type { GivenNamesAttribute } from '../attributes/lexicon.ts';
import type { Weights } from '../decision/weights.ts';
import { levelNumbers } from './outcome.ts';

const LEVEL = levelNumbers('given_names');
const FURTHER = levelNumbers('further_names');

/** Levels that initials alone reach: how rare the entry's own are says how much they can weigh. */
const OF_INITIALS = [LEVEL.initials_equal, LEVEL.initials_partly, LEVEL.initial_only] as const;
/** Levels that need no given names of the entry: the subject's may be the entry's surname. */
const OF_NO_NAMES = [LEVEL.missing, LEVEL.in_surname, LEVEL.initials_differ] as const;
/** Levels whose weight the entry's own names bound. */
const OF_OWN_RARITY: readonly number[] = [LEVEL.exact, ...OF_INITIALS];

/** What given names weigh at most against an entry's, further names included, in milli-bits. A property test holds it. */
export class GivenNamesBound {
  readonly #weights: Weights;
  readonly #withoutNames: number;
  readonly #nearNames: number;
  readonly #furtherInitials: number;
  readonly #furtherOfNone: number;

  constructor(weights: Weights) {
    const { given_names: given, further_names: further } = weights;
    this.#weights = weights;
    this.#withoutNames = Math.max(...OF_NO_NAMES.map((level) => given.weigh(level, 0)));
    const near = MATCH_LEVELS.given_names.map((_, level) => level).filter((level) => !OF_OWN_RARITY.includes(level));
    this.#nearNames = Math.max(...near.map((level) => given.weigh(level, 0)));
    this.#furtherOfNone = Math.max(0, further.weigh(FURTHER.omitted, 0));
    this.#furtherInitials = Math.max(this.#furtherOfNone, further.weigh(FURTHER.initials, 0));
  }

  /** The most that any subject's given names weigh. */
  mostOfAny({ names, together, initials, initialPpb, initialsPpb }: GivenNamesAttribute): number {
    const { given_names: given, further_names: further } = this.#weights;
    let most = this.#withoutNames;
    if (initials !== '') {
      for (const level of OF_INITIALS) most = Math.max(most, given.weigh(level, Math.min(initialPpb, initialsPpb)));
    }
    if (names.length > 0) {
      const ppb = Math.min(names[0]!.givenNamePpb, together!.givenNamePpb);
      most = Math.max(most, this.#nearNames, given.weigh(LEVEL.exact, ppb));
    }
    // Of one name nothing is further but what it leaves out; of initials only more initials are.
    if (Math.max(names.length, initials.length) <= 1) return most + this.#furtherOfNone;
    return most + (names.length > 1 ? further.highest : this.#furtherInitials);
  }
}
