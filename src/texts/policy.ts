import type { Language } from '../domain/language.ts';

/** How a version of catalogue and policy stands. */
export const POLICY_STANDINGS = {
  in_force: { nl: 'van kracht', en: 'in force' },
  proposed: { nl: 'voorgesteld, nog niet bevestigd', en: 'proposed, not confirmed yet' },
  confirmed: { nl: 'bevestigd', en: 'confirmed' },
  in_files: { nl: 'in de bestanden', en: 'in the files' },
  files_differ: {
    nl: 'De bestanden van dit programma zijn niet de versie die van kracht is; taken worden beoordeeld met de versie die van kracht is.',
    en: 'The files of this program are not the version in force; tasks are rated by the version in force.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
