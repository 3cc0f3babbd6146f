/** What makes a whole file unreadable; becomes the parameter `cause` of the refusal. */
export type UnreadableCause =
  | 'gzip'
  | 'gzip_bomb'
  | 'too_large'
  | 'encoding'
  | 'xml'
  | 'xml_dtd'
  | 'csv'
  | 'csv_header'
  | 'missing_column';

/** Where in the file, as far as it can be said without saying what stands there. */
export interface UnreadableWhere {
  /** 1 = the first line of the file. */
  readonly line?: number;
  /** A column of the contract. */
  readonly column?: string;
}

/** Ends the reading of a file from deep inside it. Caught at the room's door and turned into a refusal, a value. */
export class UnreadableFile extends Error {
  readonly params: UnreadableWhere & { readonly cause: UnreadableCause };

  constructor(reason: UnreadableCause, where: UnreadableWhere = {}, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'UnreadableFile';
    this.params = { cause: reason, ...where };
  }
}
