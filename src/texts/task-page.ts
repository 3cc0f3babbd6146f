import type { Language } from '../domain/language.ts';

/** Headings and labels of a task as a terminal shows it. */
const TASK_LABELS = {
  state: { nl: 'stand', en: 'state' },
  band: { nl: 'band', en: 'band' },
  probability: { nl: 'kans', en: 'probability' },
  entry: { nl: 'bericht', en: 'entry' },
  register: { nl: 'register', en: 'register' },
  surname: { nl: 'geslachtsnaam', en: 'surname' },
  partner_surname: { nl: 'naam partner', en: "partner's surname" },
  given_names: { nl: 'voornamen', en: 'given names' },
  initials: { nl: 'voorletters', en: 'initials' },
  call_name: { nl: 'roepnaam', en: 'call name' },
  birth_date: { nl: 'geboortedatum', en: 'birth date' },
  birth_place: { nl: 'geboorteplaats', en: 'birth place' },
  bsn: { nl: 'BSN', en: 'BSN' },
  sex: { nl: 'geslacht', en: 'sex' },
  aliases: { nl: 'aliassen', en: 'aliases' },
  missing: { nl: '(ontbreekt)', en: '(missing)' },
  evidence: { nl: 'bewijs, in bits', en: 'evidence, in bits' },
  prior: { nl: 'vooraf', en: 'prior' },
  rivals: { nl: 'ook mogelijk', en: 'also possible' },
  earlier: { nl: 'eerder oordeel over dit paar', en: 'earlier verdict on this pair' },
  answers: { nl: 'antwoorden', en: 'answers' },
  retired: { nl: 'vervallen', en: 'retired' },
  rating: { nl: 'voorgestelde rating', en: 'proposed rating' },
  due: { nl: 'uiterlijk', en: 'due' },
  fact: { nl: 'feit', en: 'fact' },
  act_date: { nl: 'pleegdatum', en: 'date of the act' },
  irrevocable: { nl: 'onherroepelijk', en: 'irrevocable' },
  open_case: { nl: 'nog geen beslissing', en: 'no decision yet' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TaskLabel = keyof typeof TASK_LABELS;

export function taskLabel(label: TaskLabel, language: Language): string {
  return TASK_LABELS[label][language];
}

const NO_TASK: Readonly<Record<Language, string>> = {
  nl: 'Er is nu geen taak die u kunt nemen.',
  en: 'There is no task for you to take now.',
};

/** What is said when "next" finds nothing. */
export function noTaskSentence(language: Language): string {
  return NO_TASK[language];
}
