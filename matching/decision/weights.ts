import { z } from 'zod';
import { ScreeningError } from '../../src/domain/errors.ts';
import { MATCH_LEVELS, type MatchAttribute } from '../../src/domain/match-level.ts';

/** The other explanations of a likeness, besides "the same person" and "a stranger". */
export const RELATIVES = ['twin', 'sibling', 'same_name_parent'] as const;

/** `same`: a relative reaches the level as easily as the person; a number: log2 likelihood against a stranger. */
const relativeSchema = z.union([z.literal('same'), z.number()]);

const levelSchema = z.strictObject({
  /** What a person wrote before anything was counted; learning starts from it each time. */
  written: z.strictObject({ same: z.number().gt(0).max(1), chance: z.number().min(0).max(1) }),
  /** Share of pairs of one person at this level, among those where the attribute is known. */
  same: z.number().gt(0).max(1),
  /** Share of pairs of strangers at this level, whatever the name. */
  chance: z.number().min(0).max(1),
  /** What the frequency of the agreeing name adds to the share of strangers: this many times the frequency. */
  share: z.number().min(0).optional(),
  /** The least share of strangers, however rare the name: names, places and families go together, so rarity has an end. */
  least: z.number().min(0).optional(),
  relatives: z.partialRecord(z.enum(RELATIVES), relativeSchema).optional(),
  evidence: z.string(),
});

const relativePriorSchema = z.strictObject({
  /** Entries about such a relative of a subject, per entry about the subject. */
  perSame: z.number().gt(0),
  evidence: z.string(),
});

const weightsSchema = z.strictObject({
  version: z.number().int().positive(),
  trainedOn: z.string(),
  attributes: z.record(z.string(), z.record(z.string(), levelSchema)),
  relatives: z.strictObject({
    twin: relativePriorSchema,
    sibling: relativePriorSchema,
    same_name_parent: relativePriorSchema,
  }),
  calibration: z.strictObject({
    /** Total match weight in bits → calibrated bits; both ascending. Straight lines between, slope 1 outside. */
    points: z.array(z.tuple([z.number(), z.number()])).min(2),
  }),
});

/** The file `weights.json`: what `screening train` writes and a reviewer reads. */
export type WeightsFile = z.infer<typeof weightsSchema>;

/** No name counts as rarer than this: 4 people in a million, the share taken for a surname that no table knows. */
const RAREST_PPB = 3_600;

/** The weights of one attribute's levels, ready for use. */
export class AttributeWeights {
  readonly #same: Float64Array;
  readonly #chance: Float64Array;
  readonly #share: Float64Array;
  readonly #least: Float64Array;
  readonly #fixed: Int32Array;
  readonly #relatives: readonly (readonly (number | 'same')[])[];
  /** The highest weight that any level can have, in milli-bits. */
  readonly highest: number;

  constructor(levels: readonly WeightsFile['attributes'][string][string][]) {
    this.#same = Float64Array.from(levels, (level) => level.same);
    this.#chance = Float64Array.from(levels, (level) => level.chance);
    this.#share = Float64Array.from(levels, (level) => (level.share ?? 0) * 1e-9);
    this.#least = Float64Array.from(levels, (level) => level.least ?? 0);
    this.#fixed = Int32Array.from(levels, (level) =>
      Math.round(1000 * Math.log2(level.same / Math.max(level.chance, 1e-9))),
    );
    this.#relatives = RELATIVES.map((relative) => levels.map((level) => level.relatives?.[relative] ?? 0));
    this.highest = Math.max(...levels.map((_, index) => this.weigh(index, RAREST_PPB)));
  }

  /** log2 Bayes factor of a level in milli-bits, given the frequency of the agreeing name in parts per billion. */
  weigh(level: number, ppb: number): number {
    if (this.#share[level]! === 0) return this.#fixed[level]!;
    return Math.round(1000 * Math.log2(this.#same[level]! / this.#chanceOf(level, ppb)));
  }

  /** log2 of the share of strangers who reach a level by its name's frequency, in milli-bits; 0 where none counts. */
  rarity(level: number, ppb: number): number {
    return this.#share[level]! === 0 ? 0 : Math.round(1000 * Math.log2(this.#chanceOf(level, ppb)));
  }

  #chanceOf(level: number, ppb: number): number {
    const agreeing = Math.max(this.#share[level]! * Math.max(ppb, RAREST_PPB), this.#least[level]!);
    return Math.min(1, this.#chance[level]! + agreeing);
  }

  usesFrequency(level: number): boolean {
    return this.#share[level]! > 0;
  }

  /** log2 likelihood, against a stranger, that such a relative reaches a level that weighs `weight` for the same person. */
  weighRelative(relative: number, level: number, weight: number): number {
    const value = this.#relatives[relative]![level]!;
    return value === 'same' ? weight : Math.round(value * 1000);
  }
}

export type Weights = Readonly<Record<MatchAttribute, AttributeWeights>>;

const NEUTRAL_LEVEL = { written: { same: 1, chance: 1 }, same: 1, chance: 1, evidence: '' };

/** Attributes that no table weighs: they are worked out from the others. */
const DERIVED: ReadonlySet<string> = new Set(['relative', 'known_pair', 'calibration']);

/**
 * Reads and checks `weights.json`.
 * @throws ScreeningError TABLE_INVALID naming the first thing that is wrong.
 */
export function parseWeightsFile(text: string | undefined): WeightsFile {
  if (text === undefined) throw new ScreeningError('TABLE_INVALID', { table: 'weights.json', problem: 'missing' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ScreeningError('TABLE_INVALID', { table: 'weights.json', problem: 'not JSON' }, { cause });
  }
  const parsed = weightsSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const problem = `${issue?.path.join('.')}: ${issue?.message}`;
    throw new ScreeningError('TABLE_INVALID', { table: 'weights.json', problem });
  }
  return parsed.data;
}

/** @throws ScreeningError TABLE_INVALID when a level has no weight. */
export function buildWeights(file: WeightsFile): Weights {
  const entries = Object.entries(MATCH_LEVELS).map(([attribute, levels]) => {
    const table = file.attributes[attribute];
    const rows = levels.map((level) => {
      if (DERIVED.has(attribute)) return NEUTRAL_LEVEL;
      const row = table?.[level];
      if (row !== undefined) return row;
      throw new ScreeningError('TABLE_INVALID', { table: 'weights.json', problem: `no ${attribute}.${level}` });
    });
    return [attribute, new AttributeWeights(rows)] as const;
  });
  return Object.fromEntries(entries) as unknown as Weights;
}
