import type { Language } from '../domain/language.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Headings and labels of the report that somebody gets of what was done with their data. */
export const REPORT_WORDS = {
  title: { nl: 'Wat er met uw gegevens is gedaan', en: 'What was done with your data' },
  made: { nl: 'gemaakt op', en: 'made on' },
  number: { nl: 'personeelsnummer', en: 'personnel number' },
  internal: { nl: 'intern nummer', en: 'internal id' },
  present: { nl: 'in het register', en: 'in the register' },
  yes: { nl: 'ja', en: 'yes' },
  left: { nl: 'nee, sinds', en: 'no, since' },
  register: { nl: 'Wat het register over u zegt', en: 'What the register says about you' },
  no_register: {
    nl: 'Van u staan geen gegevens meer in het register.',
    en: 'The register no longer holds any data about you.',
  },
  version: { nl: 'Versie', en: 'Version' },
  recorded: { nl: 'vastgelegd op', en: 'recorded on' },
  function: { nl: 'functie', en: 'function' },
  unit: { nl: 'eenheid', en: 'unit' },
  organisation: { nl: 'organisatie', en: 'organisation' },
  function_class: { nl: 'functieklasse', en: 'function class' },
  increased_risk: { nl: 'werk met verhoogd risico', en: 'work with increased risk' },
  standard: { nl: 'standaard', en: 'standard' },
  regime: { nl: 'regime', en: 'regime' },
  BO: { nl: 'betrouwbaarheidsonderzoek', en: 'reliability inquiry' },
  VOG: { nl: 'VOG', en: 'certificate of conduct (VOG)' },
  position_of_trust: { nl: 'vertrouwensfunctie', en: 'position of trust' },
  in_service: { nl: 'in dienst', en: 'in service' },
  supplied: { nl: 'Aan de bron doorgegeven', en: 'Handed to the source' },
  supplied_meaning: {
    nl: 'Op deze momenten zijn naam en BSN van iedereen onder continue controle aan de bron gegeven (Politiewet 48v lid 3). Wie toen zo in het register stond en een bruikbaar BSN had, was daarbij.',
    en: 'At these moments the name and BSN of everybody under continuous control went to the source (Politiewet 48v(3)). Whoever stood in the register as such then, with a usable BSN, was among them.',
  },
  not_supplied: {
    nl: 'Naam en BSN zijn niet vanuit dit systeem aan de bron gegeven.',
    en: 'Name and BSN were not handed to the source from this system.',
  },
  cases: { nl: 'Wat er is ontvangen, vergeleken en beslist', en: 'What was received, compared and decided' },
  no_cases: { nl: 'Er is geen bericht waarin u mogelijk voorkomt.', en: 'There is no entry that may be about you.' },
  cleared: {
    nl: 'Berichten die niemand uit het register betroffen of niet relevant waren, zijn meteen gewist, of worden als een grondslag dat toestaat nog enkele dagen verzegeld bewaard voor wie later instroomt. Daarvan is niets onder uw naam te vinden, ook niet als zij met uw gegevens zijn vergeleken; er valt dus niets over te melden.',
    en: 'Entries that concerned nobody in the register, or were not relevant, were erased at once or, where a legal basis allows it, are kept sealed for some days for those who join late. Nothing of them can be found under your name, even if they were compared with your data; so there is nothing to report of them.',
  },
  case: { nl: 'Zaak', en: 'Case' },
  unconfirmed: {
    nl: 'Niemand heeft vastgesteld dat deze zaak over u gaat. Zij kan over iemand anders gaan; daarom staat niet hier wat erin staat.',
    en: 'Nobody has found that this case is about you. It may be about somebody else; that is why its content does not stand here.',
  },
  erased: { nl: 'De inhoud van deze zaak is gewist.', en: 'The content of this case was erased.' },
  received: { nl: 'ontvangen', en: 'received' },
  waiting: { nl: 'wacht nog op vergelijking', en: 'still to be compared' },
  fact: { nl: 'feit', en: 'fact' },
  compared: { nl: 'vergeleken', en: 'compared' },
  task: { nl: 'beoordelingstaak', en: 'review task' },
  no_task: { nl: 'er is geen taak van gemaakt', en: 'no task was made of it' },
  rating: { nl: 'voorgestelde rating', en: 'proposed rating' },
  decided: { nl: 'beslist', en: 'decided' },
  retired: { nl: 'vervallen', en: 'retired' },
  by: { nl: 'door', en: 'by' },
  remembered: { nl: 'Onthouden oordelen', en: 'Remembered verdicts' },
  remembered_meaning: {
    nl: 'Of een persoon uit een bericht u was of niet; van die ander is alleen een versleutelde vingerafdruk bewaard.',
    en: 'Whether a person from an entry was you or not; of that other person only a keyed hash is kept.',
  },
  seen: { nl: 'Wie dit heeft gezien of bewerkt', en: 'Who saw this or worked on it' },
  not_seen: { nl: 'Niemand heeft iets over u bekeken.', en: 'Nobody has looked at anything about you.' },
  rights: {
    nl: 'Klopt er iets niet? Gegevens uit het personeelsregister laat u verbeteren bij personeelszaken, gegevens uit de justitiële documentatie bij Justid. Na een verbetering wordt opnieuw vergeleken en beoordeeld.',
    en: 'Is something wrong? Data from the personnel register are corrected by personnel affairs, data from the judicial documentation by Justid. After a correction everything is compared and rated anew.',
  },
} as const satisfies Words;

const ACTIONS: Words = {
  list_tasks: { nl: 'stond in een lijst die is bekeken', en: 'stood in a list that was looked at' },
  view_task: { nl: 'taak bekeken', en: 'looked at the task' },
  claim_task: { nl: 'taak in behandeling genomen', en: 'took the task in hand' },
  claim_next: { nl: 'taak in behandeling genomen', en: 'took the task in hand' },
  release_task: { nl: 'taak teruggegeven', en: 'gave the task back' },
  decide_identity: { nl: 'beslist of u het bent', en: 'decided whether it is you' },
  decide_relevance: { nl: 'beslist of het relevant is', en: 'decided whether it is relevant' },
  subject_report: { nl: 'dit overzicht gemaakt', en: 'made this report' },
};

/** What an act of the audit log was; one that has no words is named by its code, so that nothing is left out. */
export function actionWords(action: string, language: Language): string {
  return ACTIONS[action]?.[language] ?? action;
}

/** Why somebody got no report. */
export const REPORT_REFUSALS = {
  unknown_subject: {
    nl: 'Niemand staat of stond met dit nummer in het register, of de koppeling is gewist. Er is niets gemaakt; controleer het nummer.',
    en: 'Nobody stands or stood in the register with this number, or the mapping was deleted. Nothing was made; check the number.',
  },
  conflict_of_interest: {
    nl: 'U hebt een belang bij deze persoon. Er is niets gemaakt; laat een andere senior het overzicht maken.',
    en: 'You have a conflict of interest with this person. Nothing was made; have another senior make the report.',
  },
  conflicts_not_declared: {
    nl: 'Uw account noemt geen eigen personeelsnummer of belangen. Er is niets gemaakt; laat die eerst vastleggen.',
    en: 'Your account names no personnel number or conflicts of its own. Nothing was made; have them recorded first.',
  },
} as const satisfies Words;
