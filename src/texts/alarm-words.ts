import type { AlarmCode, AlarmToRaise } from '../domain/alarm.ts';
import type { Language } from '../domain/language.ts';

type Phrase = Readonly<Record<Language, string>>;

/** What an alarm is called at a glance. */
export const ALARM_TITLES: Readonly<Record<AlarmCode, Phrase>> = {
  SEQUENCE_GAP: { nl: 'Levering ontbreekt', en: 'Delivery missing' },
  DELIVERY_REFUSED: { nl: 'Levering geweigerd', en: 'Delivery refused' },
  DELIVERY_QUARANTINED: { nl: 'Levering grotendeels in quarantaine', en: 'Delivery mostly quarantined' },
  CHUNK_FAILED: { nl: 'Bericht niet te screenen', en: 'Entry that cannot be screened' },
  ENTRY_UNSCREENED: { nl: 'Bericht wacht te lang', en: 'Entry waits too long' },
  LATE_JOINER: { nl: 'Te laat in het register', en: 'Late in the register' },
  INBOX_UNREADABLE: { nl: 'Inbox niet te lezen', en: 'Inbox cannot be read' },
  INBOX_STUCK: { nl: 'Bestanden blijven liggen', en: 'Files are left lying' },
  VOLUME_LOW: { nl: 'Te weinig berichten', en: 'Too few entries' },
  CANARY_MISSED: { nl: 'Testpersoon niet gevonden', en: 'Test person not found' },
  CANARY_OVERDUE: { nl: 'Testpersonen blijven uit', en: 'Test persons overdue' },
  TASK_TOO_OLD: { nl: 'Taak wacht te lang', en: 'Task waits too long' },
  SUBJECT_SCOPE_LOST: { nl: 'Grondslag vervallen', en: 'Legal basis ended' },
  POLICY_DIFFERS: { nl: 'Beleid in bestanden wijkt af', en: 'Policy in files differs' },
};

/** Names that the rules give to what is not an id. */
const ABOUT: Readonly<Record<string, Phrase>> = {
  unknown: { nl: 'levering zonder leesbare kop', en: 'delivery without a readable header' },
  inbox: { nl: 'inbox', en: 'inbox' },
  entries: { nl: 'berichten', en: 'entries' },
  tasks: { nl: 'taken', en: 'tasks' },
  policy: { nl: 'beleid', en: 'policy' },
  'planted persons': { nl: 'testpersonen', en: 'test persons' },
};

/** By which door a delivery without a readable header came; after that of HTTP stands whose token came along. */
const DOORS: Readonly<Record<string, Phrase>> = {
  inbox: { nl: 'in de inbox', en: 'in the inbox' },
  http: { nl: 'over HTTP van', en: 'over HTTP from' },
  cli: { nl: 'via de opdrachtregel', en: 'by the command line' },
};

const REGISTER_VERSION: Phrase = { nl: 'registerversie', en: 'register version' };

/** Of an alarm about lines of a delivery, the delivery key under which its quarantine is shown; null for every other. */
export function quarantineOf({ code, about }: AlarmToRaise): string | null {
  return code === 'CHUNK_FAILED' || code === 'DELIVERY_QUARANTINED' ? about : null;
}

/** What an alarm is about, in words where it is no id: that of a delivery as its sender knows it. */
export function alarmAbout(alarm: AlarmToRaise, language: Language): string {
  const { code, about, params } = alarm;
  if (quarantineOf(alarm) !== null) return String(params['deliveryId'] ?? about);
  if (code === 'LATE_JOINER') return about.replace('register version', REGISTER_VERSION[language]);
  const [known = '', door = '', ...sender] = about.split(' ');
  const by = DOORS[door]?.[language];
  if (known === 'unknown' && by !== undefined) return [ABOUT[known]?.[language], by, ...sender].join(' ');
  return ABOUT[about]?.[language] ?? about;
}
