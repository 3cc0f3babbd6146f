import type { MatchLevelKey } from '../../../src/domain/match-level.ts';
import type { LevelExample } from './example.ts';

/** `relative.none` is for stored evidence alone: where no relative explains a likeness, nothing is said of one. */
type Keys = Exclude<Extract<MatchLevelKey, `${'relative' | 'calibration'}.${string}`>, 'relative.none'>;

const family = { surname: 'Zandvoort', birthPlace: 'Utrecht', birthCountry: 'Nederland' };

/** One example of each way in which a pair's circumstances speak: entry, register, Dutch, English. */
export const CIRCUMSTANCES: Readonly<Record<Keys, LevelExample>> = {
  'relative.twin': [
    { ...family, givenNames: 'Petra', born: '1984-03-12', sex: 'F' },
    { ...family, givenNames: 'Johanna', born: '1984-03-12', sex: 'F' },
    'kan een tweelingbroer of -zus zijn',
    'may be a twin',
  ],
  'relative.sibling': [
    { ...family, givenNames: 'Petra', born: '1986-11-02', sex: 'F' },
    { ...family, givenNames: 'Johanna', born: '1984-03-12', sex: 'F' },
    'kan een broer of zus zijn',
    'may be a brother or sister',
  ],
  'relative.same_name_parent': [
    { ...family, givenNames: 'Johanna Maria', born: '1957-05-27', sex: 'F' },
    { ...family, givenNames: 'Johanna Maria', born: '1984-03-12', sex: 'F' },
    'kan een ouder of kind met dezelfde naam zijn',
    'may be a parent or child of the same name',
  ],
  'calibration.applied': [
    { ...family, givenNames: 'Johanna', born: '1984-03-12' },
    { ...family, givenNames: 'Johanna', born: '1984-03-12' },
    'bijstelling op gemeten uitkomsten',
    'adjustment to measured outcomes',
  ],
};

/** What reviewers said before of the same two people, in words. */
export const KNOWN_PAIRS: Readonly<Record<'confirmed' | 'dismissed', readonly [nl: string, en: string]>> = {
  confirmed: ['eerder als dezelfde persoon beoordeeld', 'found to be the same person before'],
  dismissed: ['eerder als iemand anders beoordeeld', 'found to be somebody else before'],
};
