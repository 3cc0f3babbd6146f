/** How much a delivery or register file may ask of the reader. All of them bound memory or time against hostile input. */
export interface IntakeLimits {
  /** Longest line (NDJSON) or `bericht` (XML), in bytes before decoding. Longer ones are quarantined `TOO_LONG`. */
  readonly maxLineBytes: number;
  /** Most bytes of a whole file after decompression. */
  readonly maxFileBytes: number;
  /** Most bytes out per byte in of a gzip stream, once `EXPANSION_SLACK_BYTES` have come out. */
  readonly maxExpansion: number;
}

/**
 * A case of a hundred facts takes some 60 kB. Made-up deliveries shrink to a tenth (NDJSON) or a fifteenth (XML) under
 * gzip; what real ones do is not known, and one of retractions only will shrink more. Gzip itself reaches a thousandth.
 */
export const DEFAULT_LIMITS: IntakeLimits = {
  maxLineBytes: 1_048_576,
  maxFileBytes: 8_589_934_592,
  maxExpansion: 150,
};

/** Below this a high ratio proves nothing: a short file of equal lines is harmless. */
export const EXPANSION_SLACK_BYTES = 4_194_304;

/** Containers inside one another. The deepest thing of the contract, a penalty, stands nine deep. */
export const MAX_DEPTH = 16;

/** Reasons kept per line, so that a line of a hundred thousand faults does not become a hundred thousand rows. */
export const MAX_REASONS = 50;
