import type { Language } from '../../domain/language.ts';

/** What the door for deliveries refuses before a delivery is looked at; codes beside those of the error catalogue. */
export const PROBLEM_TEXTS = {
  TOKEN_MISSING: {
    nl: 'Er is geen geldig token van een afzender meegegeven. Er is niets opgeslagen; stuur het token mee als "Authorization: Bearer …".',
    en: 'No valid token of a sender came along. Nothing was stored; send the token as "Authorization: Bearer …".',
  },
  API_TOKEN_MISSING: {
    nl: 'Er is geen geldig token meegegeven, of het is verlopen of ingetrokken. Er is niets gewijzigd; stuur een token van "screening tokens issue" mee als "Authorization: Bearer …".',
    en: 'No valid token came along, or it has expired or was withdrawn. Nothing was changed; send a token of "screening tokens issue" as "Authorization: Bearer …".',
  },
  RATE_LIMITED: {
    nl: 'Er komen te veel verzoeken. Er is niets gewijzigd; probeer het na de tijd in retry-after opnieuw.',
    en: 'There are too many requests. Nothing was changed; try again after the time in retry-after.',
  },
  SENDER_MISMATCH: {
    nl: 'De afzender in de kop is niet de afzender van dit token. Er is niets opgeslagen; gebruik het token van de eigen afzender.',
    en: 'The sender in the header is not the sender of this token. Nothing was stored; use the token of the sender itself.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    nl: 'Dit mediatype wordt hier niet aangenomen. Er is niets opgeslagen; een levering is application/x-ndjson, application/xml of application/gzip, al het andere application/json.',
    en: 'This media type is not accepted here. Nothing was stored; a delivery is application/x-ndjson, application/xml or application/gzip, everything else application/json.',
  },
  TOO_LARGE: {
    nl: 'Dit is groter dan is toegestaan. Er is niets van opgeslagen; laat een levering splitsen.',
    en: 'This is larger than allowed. Nothing of it was stored; have a delivery split.',
  },
  REQUEST_INVALID: {
    nl: 'Dit verzoek is niet te begrijpen. Er is niets gewijzigd.',
    en: 'This request cannot be understood. Nothing was changed.',
  },
  NOT_FOUND: {
    nl: 'Dit bestaat niet, of niet voor wie bij dit token hoort.',
    en: 'There is no such thing, or not for whom this token is.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis dat niet voorzien was; de fout is vastgelegd. Bied de levering opnieuw aan: dat kan geen kwaad.',
    en: 'Something went wrong that was not foreseen; the error was logged. Hand the delivery in again: that does no harm.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of one field of a request that is not as described. */
export const FIELD_FAULT: Readonly<Record<Language, string>> = {
  nl: 'Dit veld is niet zoals /api/openapi.json het beschrijft.',
  en: 'This field is not as /api/openapi.json describes it.',
};

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
