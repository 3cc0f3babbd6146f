import { z } from 'zod';
import type { PersonIdentity } from '../domain/person.ts';
import { listOf, optionalName, partialDate, requiredName } from './field-types.ts';
import { SEX_WORDS } from './wire-words.ts';

/** `persoon`. What else the contract allows here (nationality, SKN, V-nummer, address) is left behind. */
export const personSchema = z.object({
  // Whether it passes the elfproef is for the comparison: a mistyped BSN still says something.
  bsn: z
    .string()
    .regex(/^ *\d{0,9} *$/)
    .nullish(),
  geslachtsnaam: requiredName,
  voorvoegsel: optionalName,
  voornamen: optionalName,
  voorletters: optionalName,
  geboortedatum: partialDate,
  geboorteplaats: optionalName,
  geboorteland: optionalName,
  geslacht: z.enum(['M', 'V', '']).nullish(),
  aliassen: listOf(optionalName),
});

/** A checked `persoon` in our words. */
export function toPerson(wire: z.output<typeof personSchema>): PersonIdentity {
  return {
    bsn: wire.bsn?.trim() || null,
    givenNames: wire.voornamen,
    initials: wire.voorletters,
    particle: wire.voorvoegsel,
    surname: wire.geslachtsnaam,
    birthDate: wire.geboortedatum,
    birthPlace: wire.geboorteplaats,
    birthCountry: wire.geboorteland,
    sex: wire.geslacht ? SEX_WORDS[wire.geslacht] : null,
    aliases: wire.aliassen.filter((alias) => alias !== ''),
  };
}
