import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The log of every view and act. */
export const AUDIT_TEXTS = {
  'audit.title': { nl: 'Logboek', en: 'Audit log' },
  'audit.caption': { nl: 'Regels van het logboek, nieuwste eerst', en: 'Rows of the audit log, newest first' },
  'audit.about': {
    nl: 'Met interne kenmerken in plaats van namen en nummers. Wat u hier bekijkt, wordt zelf ook een regel.',
    en: 'With internal ids instead of names and numbers. What you look at here becomes a row as well.',
  },
  'audit.sequence': { nl: 'Regel', en: 'Row' },
  'audit.at': { nl: 'Wanneer', en: 'When' },
  'audit.actor': { nl: 'Wie', en: 'Who' },
  'audit.purpose': { nl: 'Waarvoor', en: 'What for' },
  'audit.action': { nl: 'Wat', en: 'What' },
  'audit.details': { nl: 'Bijzonderheden', en: 'Details' },
  'audit.from': { nl: 'Vanaf', en: 'From' },
  'audit.to': { nl: 'Tot en met', en: 'Up to and including' },
  'audit.empty': { nl: 'Er zijn geen regels bij dit filter.', en: 'No rows match this filter.' },
  'audit.chain': { nl: 'Klopt het logboek?', en: 'Does the log hold?' },
  'audit.never': {
    nl: 'Het logboek is nog nooit nagelopen.',
    en: 'Nobody has walked the log yet.',
  },
  'audit.holds': {
    nl: 'Nagelopen op {at}: alle {rows} regels volgen op elkaar.',
    en: 'Walked on {at}: all {rows} rows follow from one another.',
  },
  'audit.broken': {
    nl: 'Nagelopen op {at}: het logboek is GEWIJZIGD. Regel {row} volgt niet op die ervoor. Bewaar de database zoals hij is, en meld het.',
    en: 'Walked on {at}: the log was CHANGED. Row {row} does not follow from the one before it. Keep the database as it is, and report it.',
  },
  'audit.cut': {
    nl: 'Nagelopen op {at}: de regels volgen op elkaar, maar het kenmerk dat elders bewaard is, hoort bij geen regel. Er zijn regels weg of vervangen, of het kenmerk is van een ander logboek. Controleer het kenmerk; klopt het, bewaar dan de database zoals hij is, en meld het.',
    en: 'Walked on {at}: the rows follow from each other, but the head that was kept elsewhere belongs to no row. Rows were cut off or replaced, or the head is of another log. Check the head; if it is right, keep the database as it is, and report it.',
  },
  'audit.verify': { nl: 'Nu nalopen', en: 'Walk it now' },
} as const satisfies Phrases;
