import { z } from 'zod';
import { usableBsn } from '../domain/bsn.ts';
import { asId, type PersonnelNumber } from '../domain/ids.ts';
import type { SubjectIdentity } from '../domain/person.ts';
import { isPlanted, type PartnerLink, type RegisterRow } from '../domain/subject.ts';
import { endsBeforeStart } from './entry-rules.ts';
import { optionalName, partialDate, requiredName, word } from './field-types.ts';
import { reasonsOf } from './reasons.ts';
import { ASSUMPTIONS, type Assumption, type RowBsn, type RowReason } from './register-line.ts';
import { FUNCTION_CLASS_WORDS, NAME_USE_WORDS, REGIME_WORDS, SEX_WORDS, SUBJECT_KIND_WORDS } from './wire-words.ts';

/** A blank cell and a cell that is not there are the same, in CSV and in NDJSON. */
function unlessBlank<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value) => value ?? null);
}

const personnelNumber = requiredName.refine((text) => text.length <= 64);

const aliases = z
  .union([
    z
      .string()
      .max(4_000)
      .transform((text) => text.split(';')),
    z.array(requiredName),
  ])
  .optional()
  .transform((list) => (list ?? []).map((alias) => alias.trim()).filter((alias) => alias !== ''));

/** A row of the register in wire words, blank cells left out; published as `schemas/register.schema.json`. */
export const registerRowSchema = z.object({
  officer_id: personnelNumber,
  bsn: optionalName,
  voornamen: optionalName,
  voorletters: optionalName,
  roepnaam: optionalName,
  voorvoegsel: optionalName,
  geslachtsnaam: requiredName,
  voorvoegsel_partner: optionalName,
  geslachtsnaam_partner: optionalName,
  naamgebruik: unlessBlank(word(NAME_USE_WORDS)),
  geboortedatum: partialDate,
  geboorteplaats: optionalName,
  geboorteland: optionalName,
  geslacht: unlessBlank(word(SEX_WORDS)),
  aliassen: aliases,
  soort: unlessBlank(word(SUBJECT_KIND_WORDS)),
  partner_van: optionalName,
  relatie: optionalName,
  onderzoek: optionalName,
  organisatie: optionalName,
  eenheid: optionalName,
  functie: optionalName,
  functieklasse: unlessBlank(word(FUNCTION_CLASS_WORDS)),
  regime: unlessBlank(word(REGIME_WORDS)),
  in_dienst: unlessBlank(partialDate),
  uit_dienst: unlessBlank(partialDate),
});

type WireRow = z.output<typeof registerRowSchema>;

/** Columns that a register file must have: the first block of the contract. Without one, all of it would be blank. */
export const REQUIRED_COLUMNS = [
  'officer_id',
  'bsn',
  'voornamen',
  'voorletters',
  'roepnaam',
  'voorvoegsel',
  'geslachtsnaam',
  'voorvoegsel_partner',
  'geslachtsnaam_partner',
  'naamgebruik',
  'geboortedatum',
  'geboorteplaats',
  'geboorteland',
  'geslacht',
  'aliassen',
] as const satisfies readonly (keyof WireRow)[];

/** A row, or every reason why it is none. */
export type ParsedRow =
  | {
      readonly kind: 'row';
      readonly row: RegisterRow;
      readonly assumed: readonly Assumption[];
      readonly bsn: RowBsn;
    }
  | {
      readonly kind: 'rejected';
      readonly personnelNumber: PersonnelNumber | null;
      readonly reasons: readonly RowReason[];
    };

function toIdentity(wire: WireRow): SubjectIdentity {
  return {
    bsn: wire.bsn === '' ? null : wire.bsn,
    givenNames: wire.voornamen,
    initials: wire.voorletters,
    callName: wire.roepnaam,
    particle: wire.voorvoegsel,
    surname: wire.geslachtsnaam,
    partnerParticle: wire.voorvoegsel_partner,
    partnerSurname: wire.geslachtsnaam_partner,
    nameUse: wire.naamgebruik ?? 'own',
    birthDate: wire.geboortedatum,
    birthPlace: wire.geboorteplaats,
    birthCountry: wire.geboorteland,
    sex: wire.geslacht,
    aliases: wire.aliassen,
  };
}

function toPartnerLink(wire: WireRow): PartnerLink | null {
  if (wire.soort !== 'partner' || wire.partner_van === '') return null;
  return {
    partnerOf: asId<PersonnelNumber>(wire.partner_van),
    relation: wire.relatie,
    inquiry: wire.onderzoek,
  };
}

function toRow(wire: WireRow): RegisterRow {
  return {
    personnelNumber: asId<PersonnelNumber>(wire.officer_id),
    kind: wire.soort ?? 'officer',
    identity: toIdentity(wire),
    organisation: wire.organisatie,
    unit: wire.eenheid,
    position: wire.functie,
    functionClass: wire.functieklasse ?? 'standard',
    regime: wire.regime ?? 'BO',
    inServiceFrom: wire.in_dienst,
    inServiceUntil: wire.uit_dienst,
    partnerLink: toPartnerLink(wire),
  };
}

/**
 * Checks one row. Whether a partner's link is complete is left to the gate: it has to refuse partners and say why.
 * @param cells by column; a cell of blanks must have been left out.
 */
export function parseRegisterRow(cells: object): ParsedRow {
  const parsed = registerRowSchema.safeParse(cells, { reportInput: true });
  const shown = personnelNumber.safeParse((cells as { officer_id?: unknown }).officer_id);
  const rejected = (reasons: readonly RowReason[]): ParsedRow => {
    return { kind: 'rejected', personnelNumber: shown.success ? asId(shown.data) : null, reasons };
  };
  if (!parsed.success) return rejected(reasonsOf(parsed.error));
  const wire = parsed.data;
  const row = toRow(wire);
  if (endsBeforeStart(row.inServiceFrom, row.inServiceUntil))
    return rejected([{ code: 'IMPOSSIBLE_DATE', field: 'uit_dienst' }]);
  // Whoever is planted is shown to nobody: no file may make that of a real person.
  if (isPlanted(row)) return rejected([{ code: 'INVALID_FIELD', field: 'organisatie' }]);
  const assumed = ASSUMPTIONS.filter((column) => wire[column] === null);
  const usable = usableBsn(row.identity.bsn) === null ? 'unusable' : 'usable';
  return { kind: 'row', row, assumed, bsn: row.identity.bsn === null ? 'absent' : usable };
}
