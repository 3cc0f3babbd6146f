import { usableBsn } from '../../src/domain/bsn.ts';
import type { CaseNumber, PersonnelNumber } from '../../src/domain/ids.ts';
import { formatPartialDate } from '../../src/domain/partial-date.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import type { RegisterRow } from '../../src/domain/subject.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';

/** Finds the ledger lines, the content and the tasks of one case. */
export function caseHash(keyring: Keyring, caseNumber: CaseNumber): string {
  return keyring.hash('case_number', caseNumber);
}

export function personnelHash(keyring: Keyring, personnelNumber: PersonnelNumber): string {
  return keyring.hash('personnel_number', personnelNumber);
}

/**
 * Of the JSON of an `Entry`, which is what was understood, not of the bytes that came: the same message in another
 * format or spacing is still a repeat.
 */
export function entryHash(keyring: Keyring, entryJson: string): string {
  return keyring.hash('content', entryJson);
}

export function bytesHash(keyring: Keyring, bytes: Uint8Array): string {
  return keyring.hash('content', bytes);
}

export function rowHash(keyring: Keyring, row: RegisterRow): string {
  return keyring.hash('subject', JSON.stringify([...identityParts(row.identity), ...rowParts(row)]));
}

/** What names a person beside a number. Those with a number and those without are kept apart. */
function nameHash(keyring: Keyring, person: PersonIdentity, beside: 'number' | 'no number'): string {
  const { surname, particle, givenNames, initials, birthDate } = person;
  const named = [surname, particle, givenNames, initials, formatPartialDate(birthDate)];
  return keyring.hash('person', JSON.stringify([beside, ...named]));
}

/**
 * Under what the person of an entry is remembered across cases: a usable BSN, and name with birth date. Coarser than
 * the evidence on purpose: a verdict is found again, and shown, when something else about the person was corrected, or
 * the number was missing the one time and not the other; whether it still counts is decided by `evidenceHash`.
 */
export function knownAs(keyring: Keyring, person: PersonIdentity): readonly string[] {
  const bsn = usableBsn(person.bsn);
  if (bsn === null) return [nameHash(keyring, person, 'no number')];
  return [keyring.hash('person', bsn), nameHash(keyring, person, 'number')];
}

/** Under what somebody like this may be remembered. Two people with the same name and different numbers are not one. */
export function mayBeKnownAs(keyring: Keyring, person: PersonIdentity): readonly string[] {
  const bsn = usableBsn(person.bsn);
  const unnumbered = nameHash(keyring, person, 'no number');
  return [unnumbered, bsn === null ? nameHash(keyring, person, 'number') : keyring.hash('person', bsn)];
}

/** Everything that a verdict on identity can have rested on, of both sides; any change asks question A again. */
export function evidenceHash(keyring: Keyring, person: PersonIdentity, subject: SubjectIdentity): string {
  return keyring.hash('evidence', JSON.stringify([personParts(person), identityParts(subject)]));
}

/** Fields in a fixed order: two equal persons must not differ because a parser wrote their keys in another order. */
function personParts(person: PersonIdentity): readonly unknown[] {
  const { bsn, givenNames, initials, particle, surname, birthDate, birthPlace, birthCountry, sex, aliases } = person;
  const names = [givenNames, initials, particle, surname, aliases];
  return [bsn, ...names, formatPartialDate(birthDate), birthPlace, birthCountry, sex];
}

function identityParts(identity: SubjectIdentity): readonly unknown[] {
  const { callName, partnerParticle, partnerSurname, nameUse } = identity;
  return [...personParts(identity), callName, partnerParticle, partnerSurname, nameUse];
}

/** Whether nothing that a verdict on identity can rest on differs. */
export function isSameIdentity(one: SubjectIdentity, other: SubjectIdentity): boolean {
  return JSON.stringify(identityParts(one)) === JSON.stringify(identityParts(other));
}

function rowParts(row: RegisterRow): readonly unknown[] {
  const { kind, organisation, unit, position, functionClass, regime, inServiceFrom, inServiceUntil } = row;
  const link = row.partnerLink;
  return [
    ...[kind, organisation, unit, position, functionClass, regime],
    inServiceFrom === null ? null : formatPartialDate(inServiceFrom),
    inServiceUntil === null ? null : formatPartialDate(inServiceUntil),
    link === null ? null : [link.partnerOf, link.relation, link.inquiry],
  ];
}
