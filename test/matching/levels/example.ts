import type { PersonIdentity, SubjectIdentity } from '../../../src/domain/person.ts';

/** What one side says; whatever is not named is not given. `born` is YYYY-MM-DD with zeros for what is unknown. */
type Said<T> = Partial<Omit<T, 'birthDate'>> & { readonly born?: string };

/** Two records that reach one level, and what a reviewer reads of it in Dutch and in English. */
export type LevelExample = readonly [
  entry: Said<PersonIdentity>,
  register: Said<SubjectIdentity>,
  nl: string,
  en: string,
];
