import type { Language } from '../domain/language.ts';
import type { TextParams } from '../domain/text-code.ts';
import { fill } from './fill.ts';

export type CanaryOutcome = 'found' | 'missed' | 'no_register';

/** What came of planting test persons. */
const SENTENCES: Readonly<Record<CanaryOutcome, Readonly<Record<Language, string>>>> = {
  found: {
    nl: 'Alle {planted} geplante testpersonen zijn gevonden. Zij zijn weer verwijderd.',
    en: 'All {planted} planted test persons were found. They have been taken out again.',
  },
  missed: {
    nl: 'Van {planted} geplante testpersonen zijn er {found} gevonden: er kunnen treffers worden gemist. Er is alarm geslagen; meld het aan de ontwikkelaars.',
    en: 'Of {planted} planted test persons {found} were found: hits may be missed. The alarm is raised; tell the developers.',
  },
  no_register: {
    nl: 'Er staat niemand in het register, dus er is niets geplant. Lees eerst een register in met `screening register import`.',
    en: 'Nobody is in the register, so nothing was planted. Import a register first with `screening register import`.',
  },
};

export function canaryText(outcome: CanaryOutcome, language: Language, params: TextParams): string {
  return fill(SENTENCES[outcome][language], params);
}
