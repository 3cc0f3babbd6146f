/** What the truth file says of one entry; `fixtures/bench-mini` has one. */
export interface TruthRow {
  readonly entryId: string;
  /** The officer the entry concerns, when it is one of the register that was loaded; otherwise null: a stranger. */
  readonly officerId: string | null;
  /** What was done to the entry: `typo_ocr`, `dm_swap`, … */
  readonly kinds: readonly string[];
  /** Whether the entry's BSN is right: otherwise it is missing or mistyped. */
  readonly bsnUsable: boolean;
  /** Name tradition the made-up person was drawn from; for measuring equal treatment only. */
  readonly origin: string;
}

/** A pair that the matcher reported. */
export interface ScoredPair {
  readonly entryId: string;
  readonly officerId: string;
  /** Probability before the two BSN rules. */
  readonly score: number;
  readonly band: string;
}

type Row = Readonly<Record<string, string>>;

/** Reads a row of `truth.csv`. An officer of another organisation than `main` is not in the register: a stranger. */
export function truthRow(row: Row): TruthRow {
  const isTrue = row['is_officer'] === '1' && row['org'] !== 'extra';
  return {
    entryId: row['entry_id'] ?? '',
    officerId: isTrue ? (row['officer_id'] ?? '') : null,
    kinds: (row['kinds'] ?? '').split(';').filter((kind) => kind !== ''),
    bsnUsable: row['bsn_state'] === 'ok',
    origin: row['origin'] ?? '',
  };
}
