import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** All tasks about one subject. */
export const HISTORY_TEXTS = {
  'history.title': { nl: 'Geschiedenis van {number}', en: 'History of {number}' },
  'history.link': { nl: 'Alle taken over deze persoon', en: 'All tasks about this person' },
  'history.caption': { nl: 'Taken over deze persoon, nieuwste eerst', en: 'Tasks about this person, newest first' },
  'history.about': {
    nl: 'Van een taak ziet u de waardering en het oordeel over de zaak pas als vaststaat dat het om deze persoon gaat. Dat u dit bekijkt, staat in het logboek.',
    en: 'You see the rating of a task and the answers about its case only once it is established that it is this person. The log records that you look at this.',
  },
  'history.about.senior': {
    nl: 'Van een tweede beoordeling ziet u de eerste antwoorden pas na uw eigen antwoord. Dat u dit bekijkt, staat in het logboek.',
    en: 'Of a second look you see the first answers only after your own. The log records that you look at this.',
  },
  'history.answers': { nl: 'Antwoorden', en: 'Answers' },
} as const satisfies Phrases;
