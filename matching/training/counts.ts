import { MATCH_LEVELS, type MatchAttribute } from '../../src/domain/match-level.ts';
import type { EntryPerson } from '../attributes/entry-person.ts';
import type { SubjectPerson } from '../attributes/subject-person.ts';
import { PairComparer, PairVector } from '../comparison/pair-comparer.ts';
import type { RegisterIndex } from '../register-index.ts';

/** How many pairs stood at each level, by attribute. */
export type LevelCounts = Readonly<Partial<Record<MatchAttribute, Float64Array>>>;

const COUNTED = [
  'bsn',
  'birth_date',
  'surname',
  'particle',
  'given_names',
  'further_names',
  'birth_place',
  'sex',
] as const satisfies readonly MatchAttribute[];

/** Compares pairs and counts their levels; what learning the weights starts from. */
export class LevelCounter {
  readonly #comparer: PairComparer;
  readonly #vector = new PairVector();
  readonly #counts: Partial<Record<MatchAttribute, Float64Array>> = {};

  constructor(index: RegisterIndex) {
    this.#comparer = new PairComparer(index.model.weights, index.lexicon);
    for (const attribute of COUNTED) this.#counts[attribute] = new Float64Array(MATCH_LEVELS[attribute].length);
  }

  get counts(): LevelCounts {
    return this.#counts;
  }

  add(entry: EntryPerson, subject: SubjectPerson): void {
    const vector = this.#vector;
    this.#comparer.begin(entry);
    this.#comparer.describe(subject, vector);
    const levels = {
      bsn: vector.bsn,
      birth_date: vector.birthDate,
      surname: vector.surname.level,
      particle: vector.surname.secondLevel,
      given_names: vector.givenNames.level,
      further_names: vector.givenNames.secondLevel,
      birth_place: vector.place.level,
      sex: vector.sex,
    };
    for (const attribute of COUNTED) {
      const level = levels[attribute];
      const counts = this.#counts[attribute];
      if (level >= 0 && counts !== undefined) counts[level]! += 1;
    }
  }
}
