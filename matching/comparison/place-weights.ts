import type { PlaceAttribute } from '../attributes/places.ts';
import type { AttributeWeights } from '../decision/weights.ts';
import type { SubjectColumns } from '../subject-columns.ts';
import { newOutcome } from './outcome.ts';
import { comparePlace } from './place-and-sex.ts';

/** Stands for a weight that was not worked out yet: weights are some thousands of milli-bits. */
const UNKNOWN = -0x8000;
/** Weights that are remembered, in all; then they are forgotten together, so that memory stays bounded. */
const MAX_REMEMBERED = 1 << 22;

type Row = Int16Array<ArrayBuffer>;

/**
 * What an entry's birth place weighs against those of subjects. Places are few and come again and again, in the register
 * and from entry to entry: each pair of them is compared once, and its weight kept in a row of the entry's place.
 */
export class PlaceWeights {
  readonly #weights: AttributeWeights;
  readonly #outcome = newOutcome();
  readonly #rows = new Map<number, Row>();
  #remembered = 0;
  #entry: PlaceAttribute | null = null;
  #row: Row = new Int16Array(0);

  constructor(weights: AttributeWeights) {
    this.#weights = weights;
  }

  begin(entry: PlaceAttribute): void {
    this.#entry = entry;
    this.#row = this.#rows.get(entry.id) ?? new Int16Array(0);
  }

  /** Milli-bits against the place of a subject. */
  weigh(subjects: SubjectColumns, slot: number): number {
    const id = subjects.placeIdOf(slot);
    const known = this.#row[id];
    if (known !== undefined && known !== UNKNOWN) return known;
    comparePlace(this.#entry!, subjects.placeOf(slot), this.#outcome);
    const weight = this.#weights.weigh(this.#outcome.level, this.#outcome.ppb);
    if (id >= 0 && this.#entry!.id >= 0) {
      if (id >= this.#row.length) this.#grow(id);
      this.#row[id] = weight;
    }
    return weight;
  }

  #grow(id: number): void {
    const row = new Int16Array((id + 1) * 2).fill(UNKNOWN);
    row.set(this.#row);
    this.#remembered += row.length - this.#row.length;
    if (this.#remembered > MAX_REMEMBERED) {
      this.#rows.clear();
      this.#remembered = row.length;
    }
    this.#rows.set(this.#entry!.id, row);
    this.#row = row;
  }
}
