import { hashText, mixHash } from './attributes/hash.ts';
import { type NameTables, parseNameTables } from './attributes/name-tables.ts';
import { type PlaceTables, parsePlaceTables } from './attributes/places.ts';
import { buildCalibration, type Calibration } from './decision/calibration.ts';
import { buildWeights, parseWeightsFile, RELATIVES, type Weights } from './decision/weights.ts';

/** The texts of the files in `matching/data`, by file name. `src/runtime/tables.ts` reads them. */
export type ModelTables = Readonly<Record<string, string>>;

/**
 * Raised by hand whenever the code of a comparator, a blocking rule or the decision changes what comes out: it is the
 * part of the model's version that the tables do not show. A test holds a sample of vectors to it.
 */
export const COMPARATORS_VERSION = 4;

/** Everything the matcher knows: weights, name tables, frequencies, calibration. Immutable once parsed. */
export interface Model {
  /** `<comparators>.<weights>-<hash of all tables>`; a hit made under the same version replays from its content. */
  readonly version: string;
  readonly names: NameTables;
  readonly places: PlaceTables;
  readonly weights: Weights;
  readonly calibrate: Calibration;
  /** log2 of how many entries concern a relative of a kind per entry about the subject, in milli-bits. */
  readonly relativeMilliBits: readonly number[];
}

function hashTables(tables: ModelTables): string {
  let [low, high] = [0, 1];
  for (const name of Object.keys(tables).sort()) {
    const hash = hashText(`${name}\n${tables[name]}`);
    low = mixHash(low, hash);
    high = mixHash(high, mixHash(hash, low));
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * Reads and checks the model's tables. Pure.
 * @throws ScreeningError TABLE_INVALID naming the table and what is wrong with it.
 */
export function parseModel(tables: ModelTables): Model {
  const file = parseWeightsFile(tables['weights.json']);
  return {
    version: `${COMPARATORS_VERSION}.${file.version}-${hashTables(tables)}`,
    names: parseNameTables(tables),
    places: parsePlaceTables(tables),
    weights: buildWeights(file),
    calibrate: buildCalibration(file.calibration.points),
    relativeMilliBits: RELATIVES.map((relative) => Math.round(1000 * Math.log2(file.relatives[relative].perSame))),
  };
}
