import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** How the review goes, in figures. */
export const DASHBOARD_TEXTS = {
  'dashboard.title': { nl: 'Overzicht', en: 'Dashboard' },
  'dashboard.period': { nl: 'Over welke periode', en: 'Over which period' },
  'dashboard.days.7': { nl: '7 dagen', en: '7 days' },
  'dashboard.days.28': { nl: '4 weken', en: '4 weeks' },
  'dashboard.days.91': { nl: 'Kwartaal (13 weken)', en: 'Quarter (13 weeks)' },
  'dashboard.from_to': {
    nl: 'Van {first} tot en met {last}. Alleen aantallen; antwoorden die op een tweede beoordeling wachten, tellen nog niet mee.',
    en: 'From {first} up to and including {last}. Counts only; answers that wait for a second look do not count yet.',
  },
  'dashboard.open': { nl: 'Ligt er nu', en: 'Waiting now' },
  'dashboard.overdue': { nl: 'Daarvan te laat', en: 'Of which overdue' },
  'dashboard.came_in': { nl: 'Erbij gekomen', en: 'Came in' },
  'dashboard.closed': { nl: 'Afgerond', en: 'Closed' },
  'dashboard.median': { nl: 'Helft afgerond binnen', en: 'Half closed within' },
  'dashboard.hours': { nl: '{count} uur', en: '{count} hours' },
  'dashboard.days': { nl: '{count} dagen', en: '{count} days' },
  'dashboard.tasks': { nl: 'Taken', en: 'Tasks' },
  'dashboard.withdrawn': { nl: 'ingetrokken', en: 'withdrawn' },
  'dashboard.bars': {
    nl: 'Staafdiagram. Dezelfde cijfers staan in de tabel.',
    en: 'Bar chart. The table has the same figures.',
  },
  'dashboard.line': {
    nl: 'Lijndiagram. Dezelfde cijfers staan in de tabel.',
    en: 'Line chart. The table has the same figures.',
  },
  'dashboard.week_of': { nl: 'Week van', en: 'Week of' },
  'dashboard.day': { nl: 'Dag', en: 'Day' },

  'dashboard.inflow': { nl: 'Instroom', en: 'Inflow' },
  'dashboard.inflow.table': { nl: 'Nieuwe taken', en: 'New tasks' },
  'dashboard.backlog': { nl: 'Wat er ligt', en: 'Backlog' },
  'dashboard.backlog.table': {
    nl: 'Taken die niet zijn afgerond, naar hoeveel dagen ze er zijn',
    en: 'Tasks that are not closed, by how many days they have been there',
  },
  'dashboard.age': { nl: 'Dagen', en: 'Days' },
  'dashboard.time': { nl: 'Tijd tot besluit', en: 'Time to decision' },
  'dashboard.time.table': {
    nl: 'Afgeronde taken, naar hoeveel dagen ze duurden',
    en: 'Closed tasks, by how many days they took',
  },
  'dashboard.age.day': { nl: '< 1', en: '< 1' },
  'dashboard.age.week': { nl: '1–7', en: '1–7' },
  'dashboard.age.three_weeks': { nl: '7–21', en: '7–21' },
  'dashboard.age.longer': { nl: '> 21', en: '> 21' },

  'dashboard.bands': { nl: 'Antwoorden naar overeenkomst', en: 'Answers by match' },
  'dashboard.bands.table': {
    nl: 'Is dit dezelfde persoon? Antwoorden naar de sterkte van de overeenkomst',
    en: 'Is this the same person? Answers by the strength of the match',
  },
  'dashboard.band': { nl: 'Sterkte', en: 'Strength' },
  'dashboard.same_person': { nl: 'dezelfde', en: 'same' },
  'dashboard.someone_else': { nl: 'iemand anders', en: 'someone else' },
  'dashboard.cannot_tell': { nl: 'onzeker', en: 'cannot tell' },
  'dashboard.false_alarms': { nl: 'Onterechte meldingen', en: 'False alarms' },
  'dashboard.false_alarms.table': {
    nl: 'Deel van de antwoorden dat ‘iemand anders’ was, per week',
    en: 'Share of the answers that were ‘someone else’, by week',
  },
  'dashboard.answers': { nl: 'Antwoorden', en: 'Answers' },
  'dashboard.share': { nl: 'Deel', en: 'Share' },
  'dashboard.relevance': { nl: 'Besluiten naar voorstel', en: 'Decisions by proposed rating' },
  'dashboard.relevance.table': {
    nl: 'Is het relevant? Antwoorden naar het voorstel van toen',
    en: 'Is it relevant? Answers by the rating proposed at the time',
  },
  'dashboard.rating': { nl: 'Voorstel', en: 'Rating' },
  'dashboard.not_relevant': { nl: 'niet relevant', en: 'not relevant' },
  'dashboard.watch': { nl: 'volgen', en: 'watch' },
  'dashboard.proposed': { nl: 'onderzoek', en: 'investigation' },

  'dashboard.rules': { nl: 'Naar regel van het beleid', en: 'By rule of the policy' },
  'dashboard.rules.about': {
    nl: 'Voor het kwartaalverslag over gelijke behandeling en verloop: meldingen, bevestigingen en afwijkingen per regel, nooit per kenmerk van een persoon. Regels van ingetrokken zaken tellen niet mee.',
    en: 'For the quarterly report on fairness and drift: alarms, confirmations and overrides by rule, never by a trait of a person. Rules of retracted cases do not count.',
  },
  'dashboard.rules.table': { nl: 'Wat elke regel teweegbracht', en: 'What each rule brought about' },
  'dashboard.rules.empty': {
    nl: 'In deze periode werkte geen enkele regel.',
    en: 'No rule had any effect in this period.',
  },
  'dashboard.rule': { nl: 'Regel', en: 'Rule' },
  'dashboard.raised': { nl: 'zwaarder gewaardeerd', en: 'rated higher' },
  'dashboard.lowered': { nl: 'lichter gewaardeerd', en: 'rated lower' },
} as const satisfies Phrases;
