const WHOLE_CASE = 'case';

/** A retraction as its ledger line keeps it: the fact numbers as JSON, or the word for all of them. */
export function writeTombstone(factNumbers: readonly number[] | null): string {
  return factNumbers === null ? WHOLE_CASE : JSON.stringify(factNumbers);
}

/** The inverse of `writeTombstone`. */
export function readTombstone(text: string): readonly number[] | null {
  return text === WHOLE_CASE ? null : (JSON.parse(text) as readonly number[]);
}
