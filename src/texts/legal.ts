import type { GateCondition } from '../domain/gate.ts';
import type { Language } from '../domain/language.ts';
import type { RetentionAction, RetentionKind } from '../domain/retention.ts';

type Phrase = Readonly<Record<Language, string>>;

/** Why the gate refused, with the article where the law names one. Says nothing of who it was. */
export const GATE_SENTENCES: Readonly<Record<GateCondition, Phrase>> = {
  NO_BASIS: {
    nl: 'Er is geen grondslag vastgelegd voor deze soort persoon. Laat een registrator er een vastleggen.',
    en: 'No legal basis is recorded for this kind of person. Have a registrar record one.',
  },
  BASIS_UNCONFIRMED: {
    nl: 'De grondslag is nog niet door een tweede registrator bevestigd.',
    en: 'The legal basis has not been confirmed by a second registrar yet.',
  },
  BASIS_NOT_IN_FORCE: {
    nl: 'De grondslag geldt vandaag niet: nog niet begonnen, verlopen of beëindigd.',
    en: 'The legal basis is not in force today: not begun, run out or ended.',
  },
  DPIA_MISSING: {
    nl: 'De grondslag noemt geen gegevensbeschermingseffectbeoordeling (Wjsg 7b, AVG 35).',
    en: 'The legal basis names no data-protection impact assessment (Wjsg 7b, GDPR 35).',
  },
  ORGANISATION_NOT_COVERED: {
    nl: 'De grondslag geldt niet voor deze organisatie, of de organisatie is niet ingevuld.',
    en: 'The legal basis does not cover this organisation, or no organisation is given.',
  },
  REGIME_EXCLUDED: {
    nl: 'Dit regime valt buiten de continue controle (Politiewet 48v lid 5).',
    en: 'This regime is outside continuous control (Politiewet 48v(5)).',
  },
  FEED_MODE_NOT_COVERED: {
    nl: 'De grondslag staat een volledige stroom van berichten niet toe, alleen een abonnement.',
    en: 'The legal basis does not allow a full feed of entries, only a subscription.',
  },
  NOT_YET_IN_SERVICE: { nl: 'Nog niet in dienst.', en: 'Not in service yet.' },
  LEFT_SERVICE: { nl: 'Niet meer in dienst.', en: 'No longer in service.' },
  PRINCIPAL_MISSING: {
    nl: 'Niet bekend bij welke medewerker deze persoon hoort.',
    en: 'It is not known to which member of staff this person belongs.',
  },
  PRINCIPAL_OUT_OF_SCOPE: {
    nl: 'De medewerker bij wie deze persoon hoort mag zelf niet vergeleken worden.',
    en: 'The member of staff to whom this person belongs may not be compared either.',
  },
  STATUTE_NOT_LATER: {
    nl: 'De wet van nu kent geen continue controle van partners (Politiewet 48v); de grondslag noemt geen latere wet met eigen voorwaarden.',
    en: 'The law of today knows no continuous control of partners (Politiewet 48v); the legal basis names no later act with conditions of its own.',
  },
  CONDITION_NOT_MET: {
    nl: 'Aan een voorwaarde van de latere wet is niet voldaan.',
    en: 'A condition of the later act is not met.',
  },
  G1_BASIS: {
    nl: 'G1: er is geen bevestigde, geldende grondslag op Stb. 2020, 412, art. 48s.',
    en: 'G1: there is no confirmed legal basis in force under Stb. 2020, 412, art. 48s.',
  },
  G2_INCREASED_RISK: {
    nl: 'G2: de medewerker heeft nu geen werk met verhoogd risico (48s lid 1; Besluit art. 4).',
    en: 'G2: the member of staff has no work with increased risk now (48s(1); Decree art. 4).',
  },
  G3_OPEN_INQUIRY: {
    nl: 'G3: er is geen open onderzoek naar deze medewerker waarvan de aanvang is gemeld (48r, 48u, 48x).',
    en: 'G3: there is no open inquiry into this member of staff of which notice was given (48r, 48u, 48x).',
  },
  G4_RELATION: {
    nl: 'G4: de relatie is er geen die de wet noemt, of leeftijd of aanwijzing ontbreekt (48s lid 2–5).',
    en: 'G4: the relation is none that the law names, or age or indication is lacking (48s(2)–(5)).',
  },
  G5_PURPOSE: {
    nl: 'G5: doel, noodzaak, onderzoeker of effectbeoordeling is niet vastgelegd (48z lid 2, AVG 35).',
    en: 'G5: purpose, necessity, investigator or impact assessment is not recorded (48z(2), GDPR 35).',
  },
  G6_ONE_OFF: {
    nl: 'G6: de ene toegestane vergelijking is al gedaan; partners komen nooit op de doorlopende lijst (48v lid 1).',
    en: 'G6: the one comparison allowed has been made; partners never enter the continuous list (48v(1)).',
  },
  G7_REGIME: {
    nl: 'G7: het regime van de medewerker is VOG of vertrouwensfunctie (48q lid 8, 48v lid 5).',
    en: 'G7: the regime of the member of staff is VOG or position of trust (48q(8), 48v(5)).',
  },
  G8_EXPIRY: {
    nl: 'G8: het onderzoek heeft geen einddatum of is voorbij (48z lid 3).',
    en: 'G8: the inquiry has no last day or is over (48z(3)).',
  },
  G9_SHOW: {
    nl: 'G9: alleen de aangewezen onderzoeker ziet dit, en wie opnieuw moet kijken; alleen misdrijven die nog tellen.',
    en: 'G9: only the assigned investigator sees this, and whoever must look again; only crimes that still count.',
  },
};

export const RETENTION_WORDS: Readonly<Record<RetentionKind, Phrase>> = {
  cleared_content: { nl: 'inhoud van een bericht zonder treffer', en: 'content of an entry without a hit' },
  unmatched_entry: {
    nl: 'bericht zonder treffer, bewaard voor wie later instroomt',
    en: 'entry without a hit, kept for who joins late',
  },
  withdrawn_content: { nl: 'inhoud van een ingetrokken zaak', en: 'content of a retracted case' },
  cleared_shell: { nl: 'kenmerk van een afgesloten bericht', en: 'mark of a cleared entry' },
  tombstone: { nl: 'kenmerk van een ingetrokken zaak', en: 'mark of a retracted case' },
  quarantined_line: { nl: 'regel in quarantaine', en: 'quarantined line' },
  false_match: { nl: 'taak over iemand anders', en: 'task about somebody else' },
  not_relevant: { nl: 'taak zonder betekenis', en: 'task that was not relevant' },
  task_content: { nl: 'inhoud van een taak', en: 'content of a task' },
  dismissed_pair: { nl: 'kenmerk van een afgewezen paar', en: 'mark of a dismissed pair' },
  subject_left: { nl: 'gegevens van wie vertrokken is', en: 'data of somebody who left' },
  basis_ended: { nl: 'gegevens zonder grondslag', en: 'data without a legal basis' },
  partner_data: { nl: 'gegevens van een partner', en: 'data of a partner' },
  audit_mapping: { nl: 'sleutel van personen in het logboek', en: 'key to the people in the audit log' },
  audit_row: { nl: 'regel in het logboek', en: 'row of the audit log' },
};

export const RETENTION_ACTION_WORDS: Readonly<Record<RetentionAction, Phrase>> = {
  erase: { nl: 'inhoud wissen', en: 'erase the content' },
  pseudonymise: { nl: 'pseudonimiseren', en: 'pseudonymise' },
  delete: { nl: 'verwijderen', en: 'delete' },
};

/** Whether a legal order to keep something still counts. */
export const HOLD_WORDS: Readonly<Record<'standing' | 'released', Phrase>> = {
  standing: { nl: 'geldt', en: 'stands' },
  released: { nl: 'opgeheven', en: 'released' },
};

/** Of a legal basis with a window; the days follow. */
export const UNMATCHED_KEPT: Phrase = {
  nl: 'Dagen dat berichten over niemand bewaard mogen worden voor wie later instroomt:',
  en: 'Days that entries about nobody may be kept for who joins late:',
};

/** Of a legal basis that fails none of its conditions. */
export const BASIS_IN_FORCE: Phrase = { nl: 'De grondslag geldt vandaag.', en: 'The legal basis is in force today.' };
