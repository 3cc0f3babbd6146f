import { parseModel } from '../../matching/model.ts';
import { createRegisterIndex, type RegisterIndex } from '../../matching/register-index.ts';
import { asId } from '../../src/domain/ids.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../../src/domain/partial-date.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { readModelTables } from '../../src/runtime/tables.ts';

/** The model as shipped; parsed once per test file. */
export const model = parseModel(readModelTables());

/** An entry's person with everything empty but what is given. */
export function person(given: Partial<Omit<PersonIdentity, 'birthDate'>> & { born?: string } = {}): PersonIdentity {
  const { born, ...rest } = given;
  return {
    bsn: null,
    givenNames: '',
    initials: '',
    particle: '',
    surname: '',
    birthDate: parsePartialDate(born ?? '0000-00-00') ?? UNKNOWN_DATE,
    birthPlace: '',
    birthCountry: '',
    sex: null,
    aliases: [],
    ...rest,
  };
}

/** A subject with everything empty but what is given. */
export function subject(given: Partial<Omit<SubjectIdentity, 'birthDate'>> & { born?: string } = {}): SubjectIdentity {
  const { callName = '', partnerParticle = '', partnerSurname = '', nameUse = 'own', ...rest } = given;
  return { ...person(rest), callName, partnerParticle, partnerSurname, nameUse };
}

/** An index of subjects by id. */
export function indexOf(subjects: Readonly<Record<string, SubjectIdentity>>): RegisterIndex {
  const index = createRegisterIndex(model);
  for (const [id, identity] of Object.entries(subjects)) index.put({ subjectId: asId(id), version: 1, identity });
  return index;
}
