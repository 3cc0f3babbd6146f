import { z } from 'zod';
import { caseNumber, caseSchema, factNumber } from './case-schema.ts';
import { moment, word } from './field-types.ts';
import { personSchema } from './person-schema.ts';
import { RETRACTION_WORD, SNAPSHOT_WORDS } from './wire-words.ts';

/** `berichtId`. */
export const messageId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

/** A message that tells everything about its case, in wire words; published as `schemas/delivery.schema.json`. */
export const snapshotSchema = z.object({
  berichtId: messageId,
  soort: word(SNAPSHOT_WORDS),
  tijdstip: moment,
  persoon: personSchema,
  zaak: caseSchema,
});

const factNumbers = z.array(factNumber).min(1).nullish();

/**
 * `verwijdering`. A `persoon` or facts that come along are not looked at: refusing a retraction over what it should not
 * carry would keep data that must go. An empty list of fact numbers could mean all or none, so it is refused.
 */
export const retractionSchema = z.object({
  berichtId: messageId,
  soort: z.literal(RETRACTION_WORD),
  tijdstip: moment,
  zaak: z.object({ parketnummer: caseNumber, feitnummers: factNumbers }),
  // The contract leaves open on which level they stand. Overlooking them here would withdraw the whole case.
  feitnummers: factNumbers,
});
