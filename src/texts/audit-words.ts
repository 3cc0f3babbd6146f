import type { Purpose } from '../domain/access.ts';
import type { Language } from '../domain/language.ts';

type Words = readonly [nl: string, en: string];

/** What is done with tasks and with what they are about. */
const REVIEW: Readonly<Record<string, Words>> = {
  assign_task: ['taak toegewezen', 'task assigned'],
  claim_next: ['volgende taak genomen', 'next task taken'],
  claim_task: ['taak genomen', 'task taken'],
  count_tasks: ['taken geteld', 'tasks counted'],
  decide_identity: ['vraag A beantwoord', 'question A answered'],
  decide_relevance: ['vraag B beantwoord', 'question B answered'],
  list_decisions: ['besluiten opgevraagd', 'decisions asked for'],
  list_reviewers: ['medewerkers bekeken', 'reviewers listed'],
  list_tasks: ['werkvoorraad bekeken', 'queue looked at'],
  print_task: ['taak afgedrukt', 'task printed'],
  read_statistics: ['cijfers bekeken', 'statistics looked at'],
  release_task: ['taak teruggegeven', 'task given back'],
  subject_report: ['inzageverslag gemaakt', 'subject report made'],
  view_subject_history: ['geschiedenis van een persoon bekeken', 'history of a subject looked at'],
  view_task: ['taak bekeken', 'task looked at'],
};

/** What is done with deliveries and what stands in them. */
const SCREENING: Readonly<Record<string, Words>> = {
  append_lines: ['regels van een levering opgeslagen', 'lines of a delivery stored'],
  begin_chunk: ['begonnen aan een deel', 'part begun'],
  canary_run: ['proef met testpersonen', 'trial with test persons'],
  commit_chunk: ['deel gescreend', 'part screened'],
  finalise_delivery: ['levering compleet', 'delivery complete'],
  list_deliveries: ['leveringen bekeken', 'deliveries looked at'],
  list_quarantine: ['quarantaine bekeken', 'quarantine looked at'],
  list_outdated_pairs: ['verouderde vergelijkingen gezocht', 'outdated comparisons looked for'],
  list_unfinished: ['onvoltooide leveringen gezocht', 'unfinished deliveries looked for'],
  mark_delivery: ['levering gemerkt', 'delivery marked'],
  open_delivery: ['levering begonnen', 'delivery begun'],
  quarantine_chunk: ['deel in quarantaine', 'part quarantined'],
  read_pairs: ['eerdere oordelen gelezen', 'earlier verdicts read'],
  read_register: ['register gelezen', 'register read'],
  reconcile: ['grootboek nagerekend', 'ledger reconciled'],
  refuse_delivery: ['levering geweigerd', 'delivery refused'],
  register_version: ['versie van het register gelezen', 'version of the register read'],
  remove_planted: ['testpersonen verwijderd', 'test persons removed'],
  renew_pairs: ['opnieuw vergeleken', 'compared again'],
  renew_ratings: ['taken opnieuw gewaardeerd', 'tasks rated anew'],
  review_ratings: ['waarderingen nagekeken', 'ratings reviewed'],
  settle_delivery: ['levering afgesloten', 'delivery settled'],
  split_chunk: ['deel gesplitst', 'part split'],
  uncount_attempt: ['poging niet meegeteld', 'attempt not counted'],
  view_delivery: ['levering bekeken', 'delivery looked at'],
  view_line_outcomes: ['uitkomsten van regels bekeken', 'outcomes of lines looked at'],
};

/** What is done about law, policy, register and accounts. */
const ADMINISTRATION: Readonly<Record<string, Words>> = {
  add_accounts: ['accounts toegevoegd', 'accounts added'],
  adopt_policy: ['beleid overgenomen', 'policy adopted'],
  apply_register: ['register ingelezen', 'register applied'],
  close_inquiry: ['onderzoek gesloten', 'inquiry closed'],
  compare_policies: ['beleidsversies vergeleken', 'policies compared'],
  confirm_basis: ['grondslag bevestigd', 'legal basis confirmed'],
  confirm_policy: ['beleid bevestigd', 'policy confirmed'],
  count_subjects: ['personen geteld', 'subjects counted'],
  end_basis: ['grondslag beëindigd', 'legal basis ended'],
  export_subscription: ['lijst voor de bron gemaakt', 'list for the source made'],
  find_account: ['account opgezocht', 'account looked up'],
  find_caller: ['toegangssleutel nagekeken', 'token looked up'],
  import_accounts: ['accounts ingelezen', 'accounts imported'],
  issue_token: ['toegangssleutel uitgegeven', 'token issued'],
  list_bases: ['grondslagen bekeken', 'legal bases looked at'],
  list_inquiries: ['onderzoeken bekeken', 'inquiries looked at'],
  list_outdated_ratings: ['verouderde waarderingen gezocht', 'outdated ratings looked for'],
  list_policies: ['beleidsversies bekeken', 'policies looked at'],
  list_tokens: ['toegangssleutels bekeken', 'tokens looked at'],
  note_notice_sent: ['kennisgeving vastgelegd', 'notice recorded'],
  open_inquiry: ['onderzoek geopend', 'inquiry opened'],
  policy_in_force: ['geldend beleid gelezen', 'policy in force read'],
  propose_policy: ['beleid voorgesteld', 'policy proposed'],
  read_policy: ['beleid gelezen', 'policy read'],
  read_principals: ['accounts gelezen', 'accounts read'],
  record_basis: ['grondslag vastgelegd', 'legal basis recorded'],
  sign_in: ['aangemeld', 'signed in'],
  sign_out: ['afgemeld', 'signed out'],
  withdraw_roles: ['rollen ingetrokken', 'roles withdrawn'],
  withdraw_token: ['toegangssleutel ingetrokken', 'token withdrawn'],
  withdraw_uncovered: ['taken zonder grondslag ingetrokken', 'tasks without legal basis withdrawn'],
};

/** What is done to keep the whole going and to prove it. */
const OPERATION: Readonly<Record<string, Words>> = {
  acknowledge_alarm: ['alarm bevestigd', 'alarm acknowledged'],
  adopt_key: ['sleutel in gebruik genomen', 'key adopted'],
  back_up: ['reservekopie gemaakt', 'backup made'],
  clear_alarm: ['alarm voorbij', 'alarm cleared'],
  count_due: ['geteld wat gewist moet worden', 'what is due counted'],
  erase_due: ['gewist wat over de termijn is', 'what is over its term erased'],
  list_alarms: ['alarmen bekeken', 'alarms looked at'],
  list_audit: ['logboek gelezen', 'audit log read'],
  list_holds: ['bewaarplichten bekeken', 'holds looked at'],
  list_keys: ['sleutels bekeken', 'keys looked at'],
  place_hold: ['bewaarplicht opgelegd', 'hold placed'],
  raise_alarm: ['alarm gegeven', 'alarm raised'],
  read_figures: ['meetwaarden gelezen', 'figures read'],
  read_watch_figures: ['meetwaarden bewaakt', 'figures watched'],
  release_hold: ['bewaarplicht opgeheven', 'hold released'],
  reseal: ['opnieuw verzegeld', 'sealed again'],
  restore: ['reservekopie teruggezet', 'backup restored'],
  retire_key: ['sleutel afgedankt', 'key retired'],
  search_audit: ['logboek doorzocht', 'audit log searched'],
  verify_audit: ['logboek nagelopen', 'audit log walked'],
};

const ACTIONS: Readonly<Record<string, Words>> = { ...REVIEW, ...SCREENING, ...ADMINISTRATION, ...OPERATION };

const PURPOSES: Readonly<Record<Purpose, Words>> = {
  receive_delivery: ['levering ontvangen', 'receiving a delivery'],
  screen_delivery: ['levering screenen', 'screening a delivery'],
  import_register: ['register inlezen', 'importing the register'],
  export_register: ['lijst voor de bron', 'list for the source'],
  review_task: ['beoordelen', 'review'],
  operate: ['beheer', 'operation'],
  sign_in: ['aanmelden', 'signing in'],
  audit: ['toezicht', 'audit'],
  legal_administration: ['grondslagen en beleid', 'legal administration'],
  answer_data_subject: ['inzage door betrokkene', 'answering the data subject'],
  set_up: ['inrichting', 'set-up'],
};

const inLanguage = ([nl, en]: Words, language: Language): string => (language === 'nl' ? nl : en);

/** What was done, in words; the code of an action that an older release knew stays as it is. */
export function actionWords(action: string, language: Language): string {
  const words = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  return words === undefined ? action : inLanguage(words, language);
}

/** What it was done for. */
export function purposeWords(purpose: string, language: Language): string {
  const words = Object.hasOwn(PURPOSES, purpose) ? PURPOSES[purpose as Purpose] : undefined;
  return words === undefined ? purpose : inLanguage(words, language);
}
