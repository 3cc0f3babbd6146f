/** Why a line ended as it did. Codes only; `src/texts` says them in words. */
export type ClearedReason = 'no_hit' | 'not_relevant' | 'suppressed' | 'out_of_scope';
export type SupersededReason = 'repeat' | 'older';
export type WithdrawnReason = 'retraction';
export type TaskedReason = 'new_task' | 'existing_task';

/** A line that cannot be read as an entry, or not be screened. */
export type QuarantineCode =
  /** Not valid JSON, or the XML element could not be read as one. */
  | 'UNREADABLE'
  /** Longer than the configured line length. */
  | 'TOO_LONG'
  /** A field is missing or has a value that the contract does not allow; `field` says which. */
  | 'MISSING_FIELD'
  | 'INVALID_FIELD'
  /** Not in a calendar, or in the future where that cannot be. */
  | 'IMPOSSIBLE_DATE'
  | 'DUPLICATE_KEY'
  | 'DUPLICATE_FACT'
  | 'NO_FACTS'
  /** The same message id came before with other content. */
  | 'VERSION_CONFLICT'
  /** Screening it failed every time. */
  | 'POISON';

/** One reason, with the path of the field in wire words (`zaak.feiten[0].pleegdatum`), never its value. */
export interface QuarantineReason {
  readonly code: QuarantineCode;
  readonly field: string | null;
}

export type ReasonCode = ClearedReason | SupersededReason | WithdrawnReason | TaskedReason | QuarantineCode;
