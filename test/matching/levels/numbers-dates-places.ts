import type { MatchLevelKey } from '../../../src/domain/match-level.ts';
import type { LevelExample } from './example.ts';

type Keys = Extract<MatchLevelKey, `${'bsn' | 'birth_date' | 'birth_place' | 'sex'}.${string}`>;

const bsn = (number: string) => ({ bsn: number });
const born = (date: string) => ({ born: date });
const place = (birthPlace: string, birthCountry = 'Nederland') => ({ birthPlace, birthCountry });

/** One example of every level of BSN, birth date, birth place and sex: entry, register, Dutch, English. */
export const NUMBERS_DATES_PLACES: Readonly<Record<Keys, LevelExample>> = {
  'bsn.equal': [bsn('249566758'), bsn('249566758'), 'BSN: gelijk', 'BSN: equal'],
  'bsn.one_digit': [
    bsn('249566785'),
    bsn('249566758'),
    'BSN: één cijfer verschil of verwisseld',
    'BSN: one digit differs or two are swapped',
  ],
  'bsn.two_digits': [bsn('248566751'), bsn('249566758'), 'BSN: twee cijfers verschil', 'BSN: two digits differ'],
  'bsn.different': [bsn('111222333'), bsn('249566758'), 'BSN: verschillend', 'BSN: different'],
  'bsn.unusable': [
    bsn('135792468'),
    bsn('249566758'),
    'BSN: een van beide onbruikbaar en niet gelijkend',
    'BSN: one is unusable and unlike',
  ],
  'bsn.missing': [{}, bsn('249566758'), 'BSN: ontbreekt', 'BSN: missing'],

  'birth_date.exact': [born('1984-03-12'), born('1984-03-12'), 'geboortedatum: gelijk', 'birth date: equal'],
  'birth_date.exact_assigned': [
    born('1984-07-01'),
    born('1984-07-01'),
    'geboortedatum: gelijk, maar 1 januari of 1 juli kan een toegekende datum zijn',
    'birth date: equal, but 1 January or 1 July may be an assigned date',
  ],
  'birth_date.day_unknown': [
    born('1984-03-00'),
    born('1984-03-12'),
    'geboortedatum: jaar en maand gelijk, dag onbekend',
    'birth date: year and month equal, day unknown',
  ],
  'birth_date.year_only': [
    born('1984-00-00'),
    born('1984-03-12'),
    'geboortedatum: jaar gelijk, verder onbekend',
    'birth date: year equal, the rest unknown',
  ],
  'birth_date.day_month_swapped': [
    born('1984-12-03'),
    born('1984-03-12'),
    'geboortedatum: dag en maand verwisseld',
    'birth date: day and month swapped',
  ],
  'birth_date.day_one_digit': [
    born('1984-03-17'),
    born('1984-03-12'),
    'geboortedatum: één cijfer van de dag verschilt',
    'birth date: one digit of the day differs',
  ],
  'birth_date.day_differs': [
    born('1984-03-30'),
    born('1984-03-12'),
    'geboortedatum: andere dag',
    'birth date: another day',
  ],
  'birth_date.month_one_digit': [
    born('1984-08-12'),
    born('1984-03-12'),
    'geboortedatum: één cijfer van de maand verschilt',
    'birth date: one digit of the month differs',
  ],
  'birth_date.month_differs': [
    born('1984-11-12'),
    born('1984-03-12'),
    'geboortedatum: andere maand',
    'birth date: another month',
  ],
  'birth_date.year_adjacent': [
    born('1985-03-12'),
    born('1984-03-12'),
    'geboortedatum: één jaar verschil',
    'birth date: one year apart',
  ],
  'birth_date.year_one_digit': [
    born('1948-03-12'),
    born('1984-03-12'),
    'geboortedatum: één cijfer van het jaar verschilt of verwisseld',
    'birth date: one digit of the year differs or two are swapped',
  ],
  'birth_date.year_differs': [
    born('1957-03-12'),
    born('1984-03-12'),
    'geboortedatum: dag en maand gelijk, ander jaar',
    'birth date: day and month equal, another year',
  ],
  'birth_date.two_slips': [
    born('1985-12-03'),
    born('1984-03-12'),
    'geboortedatum: op twee punten net ernaast (verwisseld, één dag, maand of jaar)',
    'birth date: just beside it in two ways (swapped, one day, month or year)',
  ],
  'birth_date.near': [
    born('1984-04-22'),
    born('1984-03-12'),
    'geboortedatum: lijkt er nog op',
    'birth date: still alike',
  ],
  'birth_date.year_agrees': [
    born('1984-05-27'),
    born('1984-03-10'),
    'geboortedatum: alleen het jaar gelijk',
    'birth date: only the year is equal',
  ],
  'birth_date.different': [
    born('1957-05-27'),
    born('1984-03-12'),
    'geboortedatum: verschillend',
    'birth date: different',
  ],
  'birth_date.missing': [{}, born('1984-03-12'), 'geboortedatum: ontbreekt', 'birth date: missing'],

  'birth_place.equal': [place('Utrecht'), place('Utrecht'), 'geboorteplaats: gelijk', 'birth place: equal'],
  'birth_place.spelling': [
    place('Utregt'),
    place('Utrecht'),
    'geboorteplaats: anders gespeld',
    'birth place: spelled differently',
  ],
  'birth_place.same_municipality': [
    place('Den Haag'),
    place("'s-Gravenhage"),
    'geboorteplaats: dezelfde gemeente onder een andere naam',
    'birth place: the same municipality under another name',
  ],
  'birth_place.same_country': [
    place('Ankara', 'Turkije'),
    place('Konya', 'Turkije'),
    'geboorteplaats: andere plaats in hetzelfde land',
    'birth place: another place in the same country',
  ],
  'birth_place.different': [
    place('Groningen'),
    place('Utrecht'),
    'geboorteplaats: verschillend',
    'birth place: different',
  ],
  'birth_place.different_country': [
    place('Konya', 'Turkije'),
    place('Utrecht'),
    'geboorteland: verschillend',
    'birth country: different',
  ],
  'birth_place.missing': [{}, place('Utrecht'), 'geboorteplaats: ontbreekt', 'birth place: missing'],

  'sex.equal': [{ sex: 'F' }, { sex: 'F' }, 'geslacht: gelijk', 'sex: equal'],
  'sex.different': [{ sex: 'M' }, { sex: 'F' }, 'geslacht: verschillend', 'sex: different'],
  'sex.missing': [{}, { sex: 'F' }, 'geslacht: ontbreekt', 'sex: missing'],
};
