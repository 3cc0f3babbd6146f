import { CANARY_SENDER } from '../../src/domain/delivery.ts';
import { asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import type { SubjectIdentity } from '../../src/domain/person.ts';
import type { RegisterRow } from '../../src/domain/subject.ts';

/** `persoon` of a planted message, in wire words. */
export interface PlantedPerson {
  readonly bsn: string | null;
  readonly geslachtsnaam: string;
  readonly voorvoegsel: string;
  readonly voornamen: string;
  readonly voorletters: string;
  readonly geboortedatum: string;
  readonly geboorteplaats: string;
  readonly geboorteland: string;
}

/** A test person as the register has them, and as a message speaks of them. */
export interface Canary {
  readonly row: RegisterRow;
  readonly person: PlantedPerson;
}

function rowOf(
  number: number,
  who: Pick<SubjectIdentity, 'bsn' | 'givenNames' | 'initials' | 'particle' | 'surname' | 'birthDate'> &
    Partial<SubjectIdentity>,
): RegisterRow {
  const unsaid = { birthPlace: 'Utrecht', birthCountry: 'Nederland', sex: null, aliases: [], callName: '' };
  return {
    personnelNumber: asId<PersonnelNumber>(`${CANARY_SENDER}-${number}`),
    kind: 'officer',
    identity: { ...unsaid, partnerParticle: '', partnerSurname: '', nameUse: 'own', ...who },
    organisation: CANARY_SENDER,
    unit: '',
    position: '',
    functionClass: 'standard',
    regime: 'BO',
    inServiceFrom: null,
    inServiceUntil: null,
    partnerLink: null,
  };
}

/**
 * Nobody: the names are made up and say so, the numbers lie where no BSN is given out (all pass the elfproef). Each
 * must be found by another way through the matcher, whatever the size of the register, so that no single one of them
 * can fail unnoticed.
 */
export const CANARIES: readonly Canary[] = [
  // By the BSN alone: the name is misspelt and of the birth date only the year is known.
  {
    row: rowOf(1, {
      ...{ bsn: '999400009', givenNames: 'Wilhelmina', initials: 'W.', particle: 'van', surname: 'Proefkanarie' },
      birthDate: { year: 1979, month: 4, day: 23 },
    }),
    person: {
      ...{ bsn: '999400009', geslachtsnaam: 'Proefkanari', voorvoegsel: '', voornamen: 'Mina', voorletters: 'M.' },
      ...{ geboortedatum: '1979-00-00', geboorteplaats: '', geboorteland: '' },
    },
  },
  // By name and birth date, with no number on the side of the entry.
  {
    row: rowOf(2, {
      ...{ bsn: '999400010', givenNames: 'Cornelis Adriaan', initials: 'C.A.', particle: '', surname: 'Testkwartel' },
      birthDate: { year: 1985, month: 11, day: 7 },
    }),
    person: {
      ...{
        bsn: null,
        geslachtsnaam: 'Testkwartel',
        voorvoegsel: '',
        voornamen: 'Cornelis Adriaan',
        voorletters: 'C.A.',
      },
      ...{ geboortedatum: '1985-11-07', geboorteplaats: 'Utrecht', geboorteland: 'Nederland' },
    },
  },
  // By the partner's name, with one letter wrong, though day and month of birth are swapped; no number on either side.
  {
    row: rowOf(3, {
      ...{ bsn: null, givenNames: 'Jacoba Maria', initials: 'J.M.', particle: '', surname: 'Oefenlijster' },
      ...{ partnerSurname: 'Proefnachtegaal', nameUse: 'partner' },
      birthDate: { year: 1991, month: 8, day: 9 },
    }),
    person: {
      ...{
        bsn: null,
        geslachtsnaam: 'Proefnachtegal',
        voorvoegsel: '',
        voornamen: 'Jacoba Maria',
        voorletters: 'J.M.',
      },
      ...{ geboortedatum: '1991-09-08', geboorteplaats: 'Utrecht', geboorteland: 'Nederland' },
    },
  },
];

/** Personnel numbers that stand for nobody. */
export const PLANTED_NUMBERS: readonly PersonnelNumber[] = CANARIES.map(({ row }) => row.personnelNumber);
