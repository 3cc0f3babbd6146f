import { z } from 'zod';
import type { CaseContent, Decision, Fact } from '../domain/case.ts';
import { asId, type CaseNumber } from '../domain/ids.ts';
import {
  fullDate,
  listOf,
  nullable,
  nullableText,
  optionalText,
  partialDate,
  requiredName,
  word,
} from './field-types.ts';
import { DECISION_WORDS, PENALTY_WORDS, UNIT_WORDS, VERDICT_WORDS } from './wire-words.ts';

/** The contract shows `16-123456-26`; the official notation is not published, so only its alphabet is demanded. */
export const caseNumber = z.string().regex(/^[A-Za-z0-9./-]{1,32}$/);

/** `feitnummer`. */
export const factNumber = z.int().min(1).max(9_999);

const provision = z.object({
  wet: requiredName,
  artikel: requiredName,
  lid: optionalText,
  onderdeel: optionalText,
});

const penalty = z.object({
  soort: word(PENALTY_WORDS),
  duur: nullable(z.int().min(0)),
  eenheid: nullable(word(UNIT_WORDS)),
  // Not said = not suspended: the graver reading, since somebody looks at it either way.
  voorwaardelijk: nullable(z.boolean()),
  bedrag: nullable(z.int().min(0)),
});

const decision = z.object({
  soort: word(DECISION_WORDS),
  uitspraak: nullable(word(VERDICT_WORDS)),
  instantie: optionalText,
  aanleg: nullable(z.int().min(1).max(3)),
  datum: nullable(fullDate),
  onherroepelijkDatum: nullable(fullDate),
  sepotcode: nullable(z.string().regex(/^\d{2}$/)),
  voorwaarden: nullableText,
  voldaan: nullable(z.boolean()),
  straffen: listOf(penalty),
});

const fact = z.object({
  feitnummer: factNumber,
  strafbepalingen: listOf(provision),
  kwalificatie: optionalText,
  classificatie: nullableText,
  pleegdatum: nullable(partialDate),
  pleegdatumTot: nullable(partialDate),
  beslissingen: listOf(decision),
  detentie: listOf(z.object({ van: fullDate, tot: nullable(fullDate) })),
});

/** `zaak` of a snapshot. */
export const caseSchema = z.object({
  parketnummer: caseNumber,
  feiten: listOf(fact).refine((facts) => facts.length > 0, { error: 'NO_FACTS' }),
});

type WireCase = z.output<typeof caseSchema>;
type WireFact = z.output<typeof fact>;
type WireDecision = z.output<typeof decision>;

function toDecision(wire: WireDecision): Decision {
  return {
    kind: wire.soort,
    outcome: wire.soort === 'verdict' ? wire.uitspraak : null,
    authority: wire.instantie,
    instance: wire.aanleg,
    date: wire.datum,
    irrevocableDate: wire.onherroepelijkDatum,
    dismissalCode: wire.sepotcode,
    conditions: wire.voorwaarden,
    compliedWith: wire.voldaan,
    penalties: wire.straffen.map((straf) => ({
      kind: straf.soort,
      duration: straf.duur,
      unit: straf.eenheid,
      suspended: straf.voorwaardelijk ?? false,
      amountCents: straf.bedrag,
    })),
  };
}

function toFact(wire: WireFact): Fact {
  return {
    factNumber: wire.feitnummer,
    provisions: wire.strafbepalingen.map((bepaling) => ({
      law: bepaling.wet,
      article: bepaling.artikel,
      paragraph: bepaling.lid,
      subparagraph: bepaling.onderdeel,
    })),
    qualification: wire.kwalificatie,
    classification: wire.classificatie,
    actDate: wire.pleegdatum,
    actDateUntil: wire.pleegdatumTot,
    decisions: wire.beslissingen.map(toDecision),
    detention: wire.detentie.map((period) => ({ from: period.van, until: period.tot })),
  };
}

/** A checked `zaak` in our words. */
export function toCase(wire: WireCase): CaseContent {
  return { caseNumber: asId<CaseNumber>(wire.parketnummer), facts: wire.feiten.map(toFact) };
}
