import { doubled } from '../attributes/doubled.ts';
import type { EntryPerson } from '../attributes/entry-person.ts';
import { hashText } from '../attributes/hash.ts';
import { soundOf } from '../attributes/sound.ts';
import type { RegisterIndex } from '../register-index.ts';
import { dayBit, givenNameBit, isPossible, yearBit } from './bearers.ts';
import {
  addBsnDeletionKeys,
  addGivenNameDateKeys,
  addPlaceKeys,
  addSounds,
  birthDateKey,
  bsnKey,
  placeSurnameKey,
  surnameGivenNameKey,
  surnameKey,
  surnameMonthDayKey,
  surnameYearKey,
} from './keys.ts';
import { BLOCKING_RULES, type BlockingRule } from './rules.ts';

/** A surname borne by at most so many subjects pairs all of them with an entry that bears it, whatever else differs. */
const RARE_SURNAME = 24;

const RULE = Object.fromEntries(BLOCKING_RULES.map((rule, index) => [rule, index])) as Record<BlockingRule, number>;

/** Collects the slots of an entry's candidates, each once, with the first rule that found it. Reused between entries. */
export class CandidateCollector {
  slots = new Int32Array(4096);
  rules = new Int32Array(4096);
  count = 0;
  /** The entry's keys in the order of their rules, and the heads of their lists. */
  #keys = new Int32Array(256);
  #keyRules = new Int32Array(256);
  #heads = new Int32Array(256);
  #keyCount = 0;
  /** Which dates and given names may go together with each of the entry's surnames or their likes. */
  #together = new Int32Array(256);

  collect(index: RegisterIndex, entry: EntryPerson): void {
    this.#keyCount = 0;
    const surnames: number[] = [];
    const givenNames: number[] = [];
    for (const name of entry.names) {
      addSounds(name.surname.sounds, surnames);
      addSounds(name.givenNames.sounds, givenNames);
    }
    this.#byNumberAndDate(entry);
    // Fields change places: each kind of name is also looked up as the other.
    const asSurname = surnames.slice();
    addSounds(givenNames, asSurname);
    const asGivenName = givenNames.slice();
    addSounds(surnames, asGivenName);
    const wanted = [yearBit(entry.year), dayBit(entry.month, entry.day), ...asGivenName.map(givenNameBit)];
    this.#lookUpTogether(index, asSurname, wanted);
    this.#bySurnameAndDate(entry, asSurname, RULE.surname_and_date_part);
    this.#byGivenNameAndDate(entry, asGivenName);
    this.#bySurnameAndGiven(asSurname, asGivenName, RULE.surname_and_given_name);
    this.#byPlace(entry, surnames);
    const similar = similarSurnames(index, entry);
    this.#lookUpTogether(index, similar, wanted);
    this.#bySurnameAndDate(entry, similar, RULE.similar_surname);
    this.#bySurnameAndGiven(similar, asGivenName, RULE.similar_surname);
    for (const sound of asSurname) this.#add(surnameKey(sound), RULE.rare_surname);
    this.#take(index);
  }

  #byNumberAndDate({ bsn, year, month, day }: EntryPerson): void {
    if (bsn.valid !== 0) this.#add(bsnKey(bsn.valid), RULE.bsn_equal);
    if (bsn.digits !== '') {
      const keys: number[] = [];
      addBsnDeletionKeys(bsn.digits, keys);
      for (const key of keys) this.#add(key, RULE.bsn_near);
    }
    if (year === 0 || day === 0) return;
    this.#add(birthDateKey(year, month, day), RULE.birth_date);
    if (day <= 12 && day !== month) this.#add(birthDateKey(year, day, month), RULE.birth_date_swapped);
  }

  #lookUpTogether({ bearers }: RegisterIndex, surnames: readonly number[], wanted: readonly number[]): void {
    if (surnames.length > this.#together.length) this.#together = new Int32Array(surnames.length * 2);
    bearers.mayHave(surnames, wanted, this.#together);
  }

  #bySurnameAndDate({ year, month, day }: EntryPerson, surnames: readonly number[], rule: number): void {
    for (let at = 0; at < surnames.length; at += 1) {
      const sound = surnames[at]!;
      const together = this.#together[at]!;
      if (year !== 0 && isPossible(together, 0)) this.#add(surnameYearKey(sound, year), rule);
      if (day !== 0 && isPossible(together, 1)) this.#add(surnameMonthDayKey(sound, month, day), rule);
    }
  }

  #byGivenNameAndDate({ year, month, day }: EntryPerson, givenNames: readonly number[]): void {
    const keys: number[] = [];
    for (const sound of givenNames) addGivenNameDateKeys(sound, year, month, day, keys);
    for (const key of keys) this.#add(key, RULE.given_name_and_date_part);
  }

  #bySurnameAndGiven(surnames: readonly number[], givenNames: readonly number[], rule: number): void {
    for (let at = 0; at < surnames.length; at += 1) {
      const sound = surnames[at]!;
      for (let which = 0; which < givenNames.length; which += 1) {
        if (givenNames[which] === sound || !isPossible(this.#together[at]!, which + 2)) continue;
        this.#add(surnameGivenNameKey(sound, givenNames[which]!), rule);
      }
    }
  }

  #byPlace(entry: EntryPerson, surnames: readonly number[]): void {
    const place = entry.place.key;
    if (place === 0) return;
    const keys: number[] = [];
    addPlaceKeys(place, entry, entry.names[0]?.givenNames.initials.slice(0, 1) ?? '', keys);
    // With a date the surname leads further than with the place.
    if (entry.year === 0) for (const sound of surnames) keys.push(placeSurnameKey(place, sound));
    for (const key of keys) this.#add(key, RULE.place_and_date_part);
  }

  #add(key: number, rule: number): void {
    if (this.#keyCount === this.#keys.length) {
      this.#keys = doubled(this.#keys);
      this.#heads = doubled(this.#heads);
      this.#keyRules = doubled(this.#keyRules);
    }
    this.#keys[this.#keyCount] = key;
    this.#keyRules[this.#keyCount] = rule;
    this.#keyCount += 1;
  }

  /** Takes what stands under the keys, each subject under the first of its rules. */
  #take({ postings, subjects }: RegisterIndex): void {
    this.count = 0;
    subjects.beginRound();
    postings.heads(this.#keys, this.#keyCount, this.#heads);
    for (let at = 0; at < this.#keyCount; at += 1) {
      const rule = this.#keyRules[at]!;
      const found = postings.find(this.#heads[at]!);
      if (rule === RULE.rare_surname && found > RARE_SURNAME) continue;
      while (this.count + found > this.slots.length) {
        this.slots = doubled(this.slots);
        this.rules = doubled(this.rules);
      }
      for (let which = 0; which < found; which += 1) {
        const slot = postings.found(which);
        if (!subjects.see(slot)) continue;
        this.slots[this.count] = slot;
        this.rules[this.count] = rule;
        this.count += 1;
      }
    }
  }
}

/** Sounds of register surnames that are spelled or sound like an entry's. */
function similarSurnames(index: RegisterIndex, entry: EntryPerson): readonly number[] {
  const similar: number[] = [];
  for (const { surname, source } of entry.names) {
    // Given names that may be surnames are looked up as they are; searching for their likes costs more than it finds.
    if (surname.core === null || source === 'swapped') continue;
    for (const variant of surname.core.surnameVariants ?? []) similar.push(hashText(soundOf(variant)));
    for (const sound of index.sounds.find(surname.core.sound, surname.core.soundPattern)) similar.push(sound);
  }
  return similar;
}
