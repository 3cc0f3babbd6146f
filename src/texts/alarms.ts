import type { AlarmCode, AlarmToRaise } from '../domain/alarm.ts';
import { ERROR_CATALOGUE, type ErrorCode } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { errorSentence } from './errors.ts';
import { fill } from './fill.ts';

/** For every alarm: what was noticed and what to do about it. What it is about is shown beside it. */
const SENTENCES: Readonly<Record<AlarmCode, Readonly<Record<Language, string>>>> = {
  SEQUENCE_GAP: {
    nl: 'Van afzender {sender} ontbreken volgnummers ({missing}). Vraag de afzender om deze leveringen.',
    en: 'Sequence numbers of sender {sender} are missing ({missing}). Ask the sender for these deliveries.',
  },
  DELIVERY_REFUSED: {
    nl: 'Een levering is geweigerd ({code}). {why}',
    en: 'A delivery was refused ({code}). {why}',
  },
  DELIVERY_QUARANTINED: {
    nl: 'Van levering {deliveryId} staan {quarantined} van de {entries} regels in quarantaine; zij zijn niet gescreend. Misschien is de vorm bij de bron veranderd: bekijk de redenen, laat de regels hersteld opnieuw leveren en bevestig dit dan.',
    en: 'Of delivery {deliveryId}, {quarantined} of the {entries} lines stand in quarantine; they were not screened. The form may have changed at the source: look at the reasons, have the lines mended and delivered again, then acknowledge this.',
  },
  CHUNK_FAILED: {
    nl: 'Een bericht van levering {deliveryId} kon niet worden gescreend en staat in quarantaine. Meld het aan de ontwikkelaars en laat het daarna opnieuw leveren.',
    en: 'An entry of delivery {deliveryId} could not be screened and stands in quarantine. Tell the developers, then have it delivered again.',
  },
  ENTRY_UNSCREENED: {
    nl: 'Er wacht al langer dan een dag een bericht op screening. Controleer of er een worker draait.',
    en: 'An entry has been waiting for more than a day to be screened. Check that a worker is running.',
  },
  LATE_JOINER: {
    nl: 'Later in het register gekomen dan in dienst, aantal personen: {subjects}; hoogste aantal dagen: {mostDays}. Die dagen zijn niet gescreend; laat ze op een andere manier dekken en bevestig dit dan.',
    en: 'Entered the register later than service, people: {subjects}; most days: {mostDays}. Those days were not screened; have them covered in another way, then acknowledge this.',
  },
  INBOX_UNREADABLE: {
    nl: 'De inboxmap is er niet of is niet te lezen; leveringen blijven liggen. Controleer de map en de netwerkschijf.',
    en: 'The inbox folder is not there or cannot be read; deliveries are left lying. Check the folder and the network mount.',
  },
  INBOX_STUCK: {
    nl: 'Er liggen al langer dan een kwartier bestanden in de inbox die niet zijn in te lezen: {files}. Kijk of bij XML de controlesom ontbreekt, of een upload is afgebroken (.part), of het bestand leesbaar is en of het mag worden verwijderd.',
    en: 'Files have been lying in the inbox for more than a quarter of an hour and cannot be taken in: {files}. See whether the checksum beside XML is missing, whether an upload was broken off (.part), and whether the file may be read and removed.',
  },
  VOLUME_LOW: {
    nl: 'Op {day} kwamen veel minder berichten binnen dan gewoonlijk op die weekdag: {entries}. Vraag de bron of de aanlevering volledig is.',
    en: 'On {day} far fewer entries came in than usual on that weekday: {entries}. Ask the source whether the deliveries are complete.',
  },
  CANARY_MISSED: {
    nl: 'Een geplante testpersoon is niet gevonden: er kunnen treffers worden gemist. Meld het aan de ontwikkelaars.',
    en: 'A planted test person was not found: hits may be missed. Tell the developers.',
  },
  CANARY_OVERDUE: {
    nl: 'Er is al te lang geen geplante testpersoon door de screening gekomen: of treffers worden gevonden, is nu niet te zeggen. Controleer of er een worker draait en doe `screening canary`.',
    en: 'No planted test person has come through the screening for too long: nobody can say now whether hits are found. Check that a worker is running and do `screening canary`.',
  },
  TASK_TOO_OLD: {
    nl: 'De oudste taak wacht te lang. Laat de werkvoorraad anders verdelen.',
    en: 'The oldest task has waited too long. Have the review queue divided differently.',
  },
  SUBJECT_SCOPE_LOST: {
    nl: 'De grondslag voor een deel van het register is vervallen; die personen worden niet meer gescreend. Leg een grondslag vast of verwijder hen.',
    en: 'The legal basis for part of the register has ended; those people are no longer screened. Record a basis or remove them.',
  },
  POLICY_DIFFERS: {
    nl: 'De catalogus of het beleid in de bestanden van dit programma ({inFiles}) is niet de versie die van kracht is ({inForce}). Taken worden beoordeeld met de versie die van kracht is; laat de wijziging voorstellen en bevestigen (screening policy), of zet de bestanden terug.',
    en: 'The catalogue or policy in the files of this program ({inFiles}) is not the version in force ({inForce}). Tasks are rated by the version in force; have the change proposed and confirmed (screening policy), or restore the files.',
  },
};

/** Follows what happened more than once: the sentence before tells of the last time. */
const OFTEN: Readonly<Record<Language, string>> = {
  nl: 'Dit gebeurde {count} keer; hier staat de laatste.',
  en: 'This happened {count} times; here stands the last one.',
};

/** Why a delivery was refused and what to do, as its sender was told. */
function whyRefused(code: unknown, language: Language): string {
  const isKnown = typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);
  return isKnown ? errorSentence({ code: code as ErrorCode, params: {} }, language) : '';
}

/** What an alarm says, without anything personal. */
export function alarmSentence({ code, params }: Pick<AlarmToRaise, 'code' | 'params'>, language: Language): string {
  const why = code === 'DELIVERY_REFUSED' ? { why: whyRefused(params['code'], language) } : {};
  const sentence = fill(SENTENCES[code][language], { ...params, ...why }).trim();
  const { count } = params;
  return typeof count === 'number' && count > 1 ? `${sentence} ${fill(OFTEN[language], { count })}` : sentence;
}
