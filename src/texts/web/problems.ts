import type { Language } from '../../domain/language.ts';

/** What the door for deliveries refuses before a delivery is looked at; codes beside those of the error catalogue. */
export const PROBLEM_TEXTS = {
  TOKEN_MISSING: {
    nl: 'Er is geen geldig token van een afzender meegegeven. Er is niets opgeslagen; stuur het token mee als "Authorization: Bearer …".',
    en: 'No valid token of a sender came along. Nothing was stored; send the token as "Authorization: Bearer …".',
  },
  SENDER_MISMATCH: {
    nl: 'De afzender in de kop is niet de afzender van dit token. Er is niets opgeslagen; gebruik het token van de eigen afzender.',
    en: 'The sender in the header is not the sender of this token. Nothing was stored; use the token of the sender itself.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    nl: 'Dit mediatype wordt niet aangenomen. Er is niets opgeslagen; stuur application/x-ndjson, application/xml of application/gzip.',
    en: 'This media type is not accepted. Nothing was stored; send application/x-ndjson, application/xml or application/gzip.',
  },
  TOO_LARGE: {
    nl: 'De levering is groter dan is toegestaan. Er is niets van opgeslagen; laat haar splitsen.',
    en: 'The delivery is larger than allowed. Nothing of it was stored; have it split.',
  },
  REQUEST_INVALID: {
    nl: 'Dit verzoek is niet te begrijpen. Er is niets gewijzigd.',
    en: 'This request cannot be understood. Nothing was changed.',
  },
  NOT_FOUND: {
    nl: 'Dit bestaat niet, of niet voor deze afzender.',
    en: 'There is no such thing, or not for this sender.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis dat niet voorzien was; de fout is vastgelegd. Bied de levering opnieuw aan: dat kan geen kwaad.',
    en: 'Something went wrong that was not foreseen; the error was logged. Hand the delivery in again: that does no harm.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
