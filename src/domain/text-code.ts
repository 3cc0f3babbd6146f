/** Values that a sentence may contain. Engines give codes and parameters; only `src/texts` makes sentences. */
export type TextParams = Readonly<Record<string, string | number>>;

/** Something to be said to a person, before it has a language. */
export interface TextCode<Code extends string = string> {
  readonly code: Code;
  readonly params?: TextParams;
}
