import type { EntryPerson } from '../attributes/entry-person.ts';
import { hashText } from '../attributes/hash.ts';
import { soundOf } from '../attributes/sound.ts';
import type { RegisterIndex } from '../register-index.ts';
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
import type { Postings } from './postings.ts';
import { BLOCKING_RULES, type BlockingRule } from './rules.ts';

/** A surname borne by at most so many subjects pairs all of them with an entry that bears it, whatever else differs. */
const RARE_SURNAME = 24;

const RULE = Object.fromEntries(BLOCKING_RULES.map((rule, index) => [rule, index])) as Record<BlockingRule, number>;

/** Collects the slots of an entry's candidates, each once, with the first rule that found it. Reused between entries. */
export class CandidateCollector {
  slots = new Int32Array(4096);
  rules = new Uint8Array(4096);
  count = 0;
  #seen = new Int32Array(0);
  #round = 0;

  collect(index: RegisterIndex, entry: EntryPerson): void {
    if (this.#seen.length < index.subjects.capacity) this.#seen = new Int32Array(index.subjects.capacity * 2);
    this.#round += 1;
    this.count = 0;
    const surnames: number[] = [];
    const givenNames: number[] = [];
    for (const name of entry.names) {
      addSounds(name.surname.sounds, surnames);
      addSounds(name.givenNames.sounds, givenNames);
    }
    this.#byNumberAndDate(index, entry);
    // Fields change places: each kind of name is also looked up as the other.
    const asSurname = [...surnames, ...givenNames.filter((sound) => !surnames.includes(sound))];
    const asGivenName = [...givenNames, ...surnames.filter((sound) => !givenNames.includes(sound))];
    for (const sound of asSurname) this.#bySurnameAndDate(index, entry, sound, RULE.surname_and_date_part);
    const keys: number[] = [];
    for (const sound of asGivenName) addGivenNameDateKeys(sound, entry.year, entry.month, entry.day, keys);
    for (const key of keys) this.#take(index.postings, key, RULE.given_name_and_date_part);
    for (const sound of asSurname) this.#bySurnameAndGiven(index, sound, asGivenName, RULE.surname_and_given_name);
    this.#byPlace(index, entry, surnames);
    this.#bySimilarSurname(index, entry, asGivenName);
    for (const sound of asSurname) this.#byRareSurname(index, sound, RULE.rare_surname);
  }

  #byNumberAndDate(index: RegisterIndex, entry: EntryPerson): void {
    const { bsn, year, month, day } = entry;
    if (bsn.valid !== 0) this.#take(index.postings, bsnKey(bsn.valid), RULE.bsn_equal);
    if (bsn.digits !== '') {
      const keys: number[] = [];
      addBsnDeletionKeys(bsn.digits, keys);
      for (const key of keys) this.#take(index.postings, key, RULE.bsn_near);
    }
    if (year === 0 || day === 0) return;
    this.#take(index.postings, birthDateKey(year, month, day), RULE.birth_date);
    if (day <= 12 && day !== month) this.#take(index.postings, birthDateKey(year, day, month), RULE.birth_date_swapped);
  }

  #bySurnameAndDate({ postings, bearers }: RegisterIndex, entry: EntryPerson, sound: number, rule: number): void {
    const { year, month, day } = entry;
    if (year !== 0 && bearers.mayHaveYear(sound, year)) this.#take(postings, surnameYearKey(sound, year), rule);
    if (day !== 0 && bearers.mayHaveDay(sound, month, day)) {
      this.#take(postings, surnameMonthDayKey(sound, month, day), rule);
    }
  }

  #bySurnameAndGiven(
    { postings, bearers }: RegisterIndex,
    sound: number,
    givenNames: readonly number[],
    rule: number,
  ): void {
    for (const given of givenNames) {
      if (given === sound || !bearers.mayHaveGivenName(sound, given)) continue;
      this.#take(postings, surnameGivenNameKey(sound, given), rule);
    }
  }

  #byPlace(index: RegisterIndex, entry: EntryPerson, surnames: readonly number[]): void {
    const place = entry.place.key;
    if (place === 0) return;
    const keys: number[] = [];
    addPlaceKeys(place, entry, entry.names[0]?.givenNames.initials.slice(0, 1) ?? '', keys);
    // With a date the surname leads further than with the place.
    if (entry.year === 0) for (const sound of surnames) keys.push(placeSurnameKey(place, sound));
    for (const key of keys) this.#take(index.postings, key, RULE.place_and_date_part);
  }

  #bySimilarSurname(index: RegisterIndex, entry: EntryPerson, givenNames: readonly number[]): void {
    for (const { surname, source } of entry.names) {
      // Given names that may be surnames are looked up as they are; searching for their likes costs more than it finds.
      if (surname.core === null || source === 'swapped') continue;
      for (const variant of surname.core.surnameVariants ?? []) {
        this.#bySimilarSound(index, entry, hashText(soundOf(variant)), givenNames);
      }
      for (const sound of index.sounds.find(surname.core.sound, surname.core.soundPattern)) {
        this.#bySimilarSound(index, entry, sound, givenNames);
      }
    }
  }

  #bySimilarSound(index: RegisterIndex, entry: EntryPerson, sound: number, givenNames: readonly number[]): void {
    this.#bySurnameAndDate(index, entry, sound, RULE.similar_surname);
    this.#bySurnameAndGiven(index, sound, givenNames, RULE.similar_surname);
  }

  #byRareSurname(index: RegisterIndex, sound: number, rule: number): void {
    const key = surnameKey(sound);
    let borne = 0;
    for (let link = index.postings.first(key); link !== 0; link = index.postings.next(link)) {
      borne += 1;
      if (borne > RARE_SURNAME) return;
    }
    this.#take(index.postings, key, rule);
  }

  #take(postings: Postings, key: number, rule: number): void {
    for (let link = postings.first(key); link !== 0; link = postings.next(link)) {
      const slot = postings.value(link);
      if (this.#seen[slot] === this.#round) continue;
      this.#seen[slot] = this.#round;
      if (this.count === this.slots.length) this.#grow();
      this.slots[this.count] = slot;
      this.rules[this.count] = rule;
      this.count += 1;
    }
  }

  #grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const rules = new Uint8Array(this.slots.length * 2);
    slots.set(this.slots);
    rules.set(this.rules);
    this.slots = slots;
    this.rules = rules;
  }
}
