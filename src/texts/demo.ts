import type { Role } from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import type { TextParams } from '../domain/text-code.ts';
import { fill } from './fill.ts';

const SENTENCES = {
  intro: {
    nl: 'Een week met verzonnen leveringen over verzonnen mensen gaat door het echte systeem.',
    en: 'A week of made-up deliveries about made-up people goes through the real system.',
  },
  register: {
    nl: 'register: {subjects} personen, {refused} geweigerd door de wettelijke toets',
    en: 'register: {subjects} people, {refused} refused by the legal gate',
  },
  ratings: {
    nl: 'taken op waardering: hoog {high}, middel {medium}, laag {low}, geen {none}',
    en: 'tasks by rating: high {high}, medium {medium}, low {low}, none {none}',
  },
  speed: {
    nl: '{entries} berichten in {seconds} s: {perSecond} per seconde',
    en: '{entries} entries in {seconds} s: {perSecond} per second',
  },
  nothingNew: {
    nl: 'Alle leveringen waren al verwerkt; er is niets dubbel gedaan.',
    en: 'Every delivery had been taken in before; nothing was done twice.',
  },
  asPlanned: {
    nl: 'Alle {planted} ingebouwde gevallen en fouten liepen af zoals bedoeld.',
    en: 'All {planted} planted cases and faults came out as planned.',
  },
  notAsPlanned: {
    nl: 'NIET ZOALS BEDOELD: {what} in {delivery}, regel {line}: verwacht {expected}, kreeg {got}',
    en: 'NOT AS PLANNED: {what} in {delivery}, line {line}: expected {expected}, got {got}',
  },
  canaries: {
    nl: 'testpersonen: {planted} geplant in {nights} nachten, {found} gevonden',
    en: 'test persons: {planted} planted in {nights} nights, {found} found',
  },
  work: {
    nl: 'werk: {closed} afgerond, {again} voor een tweede beoordeling, {waiting} wachtend, {inHand} in behandeling, {open} open, {withdrawn} ingetrokken; {overdue} te laat',
    en: 'work: {closed} closed, {again} for a second look, {waiting} waiting, {inHand} in hand, {open} open, {withdrawn} withdrawn; {overdue} overdue',
  },
  reasonSomeoneElse: {
    nl: 'De gegevens horen bij iemand anders, met een eigen BSN.',
    en: 'The data belong to somebody else, with a BSN of their own.',
  },
  reasonCannotTell: {
    nl: 'De gegevens zijn onvolledig; nagevraagd bij de bron.',
    en: 'The data are incomplete; asked at the source.',
  },
  reasonPropose: {
    nl: 'Raakt het werk rechtstreeks; voorgelegd aan het bevoegd gezag.',
    en: 'Touches the work directly; put before the competent authority.',
  },
  reasonWatch: { nl: 'Er is nog niet beslist.', en: 'Nothing has been decided yet.' },
  reasonNotRelevant: {
    nl: 'Staat los van het werk; geen gevolg.',
    en: 'Unconnected with the work; no consequence.',
  },
  pages: {
    nl: 'Open {url} en kies een account (begin als reviewer1, met de volgende taak in de werkvoorraad):',
    en: 'Open {url} and choose an account (begin as reviewer1, with the next task of the review queue):',
  },
  stop: {
    nl: 'Ctrl-C stopt alles. Opnieuw starten kan geen kwaad; met --fresh begint alles opnieuw.',
    en: 'Ctrl-C stops everything. Starting again does no harm; --fresh begins anew.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the demo says on the terminal. */
export function demoText(sentence: keyof typeof SENTENCES, language: Language, params: TextParams = {}): string {
  return fill(SENTENCES[sentence][language], params);
}

/** Heads of the summary's columns. */
export const SUMMARY_HEADS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['levering', 'via', 'stand', 'ontvangen', 'taak', 'vrijgegeven', 'ingetrokken', 'achterhaald', 'quarantaine'],
  en: ['delivery', 'by', 'state', 'received', 'tasked', 'cleared', 'withdrawn', 'superseded', 'quarantined'],
};

/** What an account of each role is for, in the list on the terminal. */
export const DEMO_ROLES: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  reviewer: {
    nl: 'screeningsmedewerker: neemt taken en beslist',
    en: 'reviewer: takes tasks and decides',
  },
  senior: {
    nl: 'senior: tweede beoordeling, ziet waardering en termijnen',
    en: 'senior: second looks, sees ratings and due dates',
  },
  operator: {
    nl: 'beheerder: leveringen, alarmen, wachtrijen; ziet geen persoon',
    en: 'operator: deliveries, alarms, job queues; sees no person',
  },
  auditor: {
    nl: 'auditor: logboek en cijfers; ziet geen zaak',
    en: 'auditor: audit log and figures; sees no case',
  },
  registrar: {
    nl: 'registrar: grondslagen en register; ziet geen taak',
    en: 'registrar: legal bases and register; sees no task',
  },
};
