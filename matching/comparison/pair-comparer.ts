import type { EntryName, EntryPerson } from '../attributes/entry-person.ts';
import { patternOf } from '../attributes/letters.ts';
import type { Lexicon, SurnameAttribute } from '../attributes/lexicon.ts';
import { joinSurnames } from '../attributes/name-parts.ts';
import type { NameForm, SubjectPerson } from '../attributes/subject-person.ts';
import type { Weights } from '../decision/weights.ts';
import { SEXES, type SubjectColumns, UNUSABLE_BSN } from '../subject-columns.ts';
import { compareBirthDate } from './birth-date.ts';
import { compareBsn } from './bsn.ts';
import { FarNumbers } from './far-numbers.ts';
import {
  LENGTH_SLACK,
  leastOfDouble,
  NameComparer,
  type NameOutcome,
  newNameOutcome,
  togetherWeight,
} from './name-comparer.ts';
import { levelNumbers, newOutcome } from './outcome.ts';
import { comparePlace, compareSex } from './place-and-sex.ts';
import { PlaceWeights } from './place-weights.ts';

const FORM = levelNumbers('name_form');
const BSN = levelNumbers('bsn');

/** Names that agree this well, in milli-bits, stand in their own fields: each in the other's comes to 10.6 bits at most. */
const GOOD_NAMES_MILLIBITS = 11_000;

interface DoubleName {
  readonly sum: number;
  readonly entry: number;
  readonly surname: SurnameAttribute;
}

/** Lowest total, for a pair that was given up early. */
const GIVEN_UP = -1_000_000_000;

/** What is left of a pair's comparison: levels, frequencies and weights of the best form. Reused. */
export class PairVector {
  bsn = 0;
  birthDate = 0;
  readonly place = newOutcome();
  sex = 0;
  form = 0;
  readonly surname: NameOutcome = newNameOutcome();
  /** Its weight is that of the given names among those who bear the surname. */
  readonly givenNames: NameOutcome = newNameOutcome();
}

/** Compares one entry with many subjects; cheap integers first, names only where the pair can still matter. */
export class PairComparer {
  readonly #weights: Weights;
  readonly #lexicon: Lexicon;
  readonly #names: NameComparer[] = [];
  /** What the form of each of the entry's names weighs against a birth name. */
  readonly #birthForms: number[] = [];
  /** The same against a partner's name. */
  readonly #partnerForms: number[] = [];
  /** What each of `SEXES` weighs against the entry's. */
  readonly #sexes = new Int32Array(SEXES.length);
  readonly #doubleForm: number;
  #entry: EntryPerson | null = null;
  #bsnPattern: Int32Array = patternOf('');
  readonly #places: PlaceWeights;
  readonly #farNumbers = new FarNumbers();
  #bound = 0;

  constructor(weights: Weights, lexicon: Lexicon) {
    this.#weights = weights;
    this.#lexicon = lexicon;
    this.#doubleForm = weights.name_form.weigh(FORM.double_name, 0);
    this.#places = new PlaceWeights(weights.birth_place);
  }

  begin(entry: EntryPerson): void {
    this.#entry = entry;
    this.#places.begin(entry.place);
    for (let at = 0; at < SEXES.length; at += 1) {
      this.#sexes[at] = this.#weights.sex.weigh(compareSex(entry.sex, SEXES[at]!), 0);
    }
    this.#bsnPattern = patternOf(entry.bsn.digits);
    if (entry.bsn.digits.length === 9) this.#farNumbers.begin(Number(entry.bsn.digits));
    entry.names.forEach((name, index) => {
      this.#names[index] ??= new NameComparer(this.#weights, this.#lexicon);
      this.#names[index].begin(name);
      this.#birthForms[index] = this.#weights.name_form.weigh(formOf(name.source, 'birth_name'), 0);
      this.#partnerForms[index] = this.#weights.name_form.weigh(formOf(name.source, 'partner_name'), 0);
    });
    this.#bound = GIVEN_UP;
    for (let index = 0; index < entry.names.length; index += 1) {
      // Aliases and swapped fields weigh the same against every form; a double name has a form of its own.
      const own = entry.names[index]!.source === 'main' ? this.#weights.name_form.highest : this.#birthForms[index]!;
      this.#bound = Math.max(this.#bound, this.#names[index]!.most + Math.max(own, this.#doubleForm));
    }
  }

  /** Sum of all weights in milli-bits, or `GIVEN_UP` when it cannot reach `floor`. */
  total(subjects: SubjectColumns, slot: number, floor: number): number {
    let sum = this.#dateWeight(subjects.dateOf(slot)) + this.#bsnWeight(subjects, slot);
    sum += this.#sexes[subjects.sexOf(slot)]!;
    if (sum + this.#weights.birth_place.highest + this.#bound < floor) return GIVEN_UP;
    sum += this.#places.weigh(subjects, slot);
    if (sum + this.#bound < floor) return GIVEN_UP;
    const surname = subjects.birthSurnameOf(slot);
    if (surname >= 0 && !this.#canReach(floor - sum, surname, subjects.partnerSurnameOf(slot))) return GIVEN_UP;
    return sum + this.#bestNames(subjects.people[slot]!, floor - sum, null);
  }

  /** Whether a subject's surname by birth, its partner's (−1: none) or both leave room for given names to lift the names to `floor`. */
  #canReach(floor: number, surname: number, partner: number): boolean {
    const names = this.#entry!.names;
    for (let at = 0; at < names.length; at += 1) {
      const comparer = this.#names[at]!;
      const missing = floor - comparer.mostOfGivenNames;
      if (comparer.reaches(surname, missing - this.#birthForms[at]!)) return true;
      if (partner < 0) continue;
      if (comparer.reaches(partner, missing - this.#partnerForms[at]!)) return true;
      if (comparer.mayReachAsDouble(surname, partner, missing - this.#doubleForm)) return true;
    }
    return false;
  }

  #dateWeight(date: number): number {
    const { year, month, day } = this.#entry!;
    const level = compareBirthDate(year, month, day, date >> 9, (date >> 5) & 15, date & 31);
    return this.#weights.birth_date.weigh(level, 0);
  }

  #bsnWeight(subjects: SubjectColumns, slot: number): number {
    const { bsn: entry } = this.#entry!;
    const number = subjects.bsnOf(slot);
    const { bsn: weights } = this.#weights;
    if (entry.digits === '' || number === 0) return weights.weigh(BSN.missing, 0);
    if (number === entry.valid) return weights.weigh(BSN.equal, 0);
    if (
      number !== UNUSABLE_BSN &&
      entry.digits.length === 9 &&
      this.#farNumbers.isFar(number, subjects.bsnDigitsOf(slot))
    ) {
      return weights.weigh(entry.valid === 0 ? BSN.unusable : BSN.different, 0);
    }
    return weights.weigh(compareBsn(entry, this.#bsnPattern, subjects.people[slot]!.bsn), 0);
  }

  /**
   * Fills a vector with everything. Its sum is `total`'s, or less: names that fit as they stand leave swapped fields aside
   * here, and are not looked at there when they cannot reach the floor.
   */
  describe(subject: SubjectPerson, out: PairVector): void {
    const entry = this.#entry!;
    out.bsn = compareBsn(entry.bsn, this.#bsnPattern, subject.bsn);
    out.birthDate = compareBirthDate(entry.year, entry.month, entry.day, subject.year, subject.month, subject.day);
    out.sex = compareSex(entry.sex, subject.sex);
    comparePlace(entry.place, subject.place, out.place);
    this.#bestNames(subject, GIVEN_UP, out);
  }

  /** Milli-bits of the best of all pairs of an entry's name and a subject's name. */
  #bestNames(subject: SubjectPerson, floor: number, out: PairVector | null): number {
    const entry = this.#entry!;
    let best = GIVEN_UP;
    let bestEntry = 0;
    let bestSubject = 0;
    for (let e = 0; e < entry.names.length; e += 1) {
      // Fields are taken as swapped only where they do not fit as they stand.
      if (entry.names[e]!.source === 'swapped' && best > GOOD_NAMES_MILLIBITS) continue;
      const comparer = this.#names[e]!;
      for (let s = 0; s < subject.names.length; s += 1) {
        const name = subject.names[s]!;
        const form = this.#weights.name_form.weigh(formOf(entry.names[e]!.source, name.form), 0);
        if (!comparer.reaches(name.surname.id, floor - form - comparer.mostOfGivenNames)) continue;
        comparer.givenNamesWeight(name.givenNames);
        const sum = comparer.fullNameWeight(name.surname, name.givenNames) + form;
        if (sum > best) {
          best = sum;
          bestEntry = e;
          bestSubject = s;
        }
      }
    }
    // More than the best name, and no less than the floor.
    const double = subject.hasPartnerName ? this.#bestDouble(subject, Math.max(best, floor - 1)) : null;
    if (double !== null) best = double.sum;
    if (out !== null) {
      const name = subject.names[bestSubject]!;
      const comparer = this.#names[double?.entry ?? bestEntry]!;
      out.form = double === null ? formOf(entry.names[bestEntry]!.source, name.form) : FORM.double_name;
      comparer.surname(double?.surname ?? name.surname, out.surname);
      comparer.givenNames(double === null ? name.givenNames : subject.names[0]!.givenNames, out.givenNames);
      out.givenNames.weight += togetherWeight(out.surname.share, out.givenNames.share);
    }
    return best;
  }

  /**
   * The double name of birth and partner name in either order, where an entry's surname is long enough to be one; null
   * unless it weighs more than `floor`.
   */
  #bestDouble(subject: SubjectPerson, floor: number): DoubleName | null {
    const own = subject.names[0]!.surname;
    const partner = subject.names[1]!.surname;
    if (own.core === null || partner.core === null) return null;
    let best: DoubleName | null = null;
    const letters = own.core.length + partner.core.length;
    const longest = letters + 3 * LENGTH_SLACK;
    this.#entry!.names.forEach((name, entry) => {
      if (name.surname.full === null || name.surname.full.length < leastOfDouble(letters)) return;
      const comparer = this.#names[entry]!;
      const missing = floor - this.#doubleForm - comparer.mostOfGivenNames;
      if (!comparer.mayReachAsDouble(own.id, partner.id, missing)) return;
      const fits = name.surname.parts.length > 1 && name.surname.full!.length <= longest;
      if (!fits && comparer.surnameWeight(own.id) <= 0 && comparer.surnameWeight(partner.id) <= 0) return;
      for (const [first, second] of [
        [own, partner],
        [partner, own],
      ] as const) {
        const surname = this.#lexicon.guestSurname(joinSurnames(first, second));
        const sum = comparer.uncachedFullNameWeight(surname, subject.names[0]!.givenNames) + this.#doubleForm;
        if (sum > (best?.sum ?? floor)) best = { sum, entry, surname };
      }
    });
    return best;
  }
}

function formOf(source: EntryName['source'], form: NameForm): number {
  if (source === 'swapped') return FORM.fields_swapped;
  return source === 'alias' ? FORM.entry_alias : FORM[form];
}
