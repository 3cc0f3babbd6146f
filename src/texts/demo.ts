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
  pages: {
    nl: 'Open {url} en kies een account:',
    en: 'Open {url} and choose an account:',
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
