import type { Language } from '../domain/language.ts';
import type { Phrase } from './relevance-words.ts';

/** Aanwijzing gebruik sepotgronden (2014; 58 and 59 as explained in 2022A004). */
const CODES: Readonly<Record<string, Phrase>> = {
  '01': { nl: 'ten onrechte als verdachte aangemerkt', en: 'wrongly taken for a suspect' },
  '02': { nl: 'onvoldoende bewijs', en: 'insufficient evidence' },
  '03': { nl: 'niet ontvankelijk', en: 'prosecution not admissible' },
  '04': { nl: 'rechter onbevoegd', en: 'court not competent' },
  '05': { nl: 'feit niet strafbaar', en: 'act not punishable' },
  '06': { nl: 'dader niet strafbaar', en: 'person not punishable' },
  '07': { nl: 'onrechtmatig verkregen bewijs', en: 'unlawfully obtained evidence' },
  '08': { nl: 'bestuurlijke boete', en: 'administrative fine' },
  '09': { nl: 'rechtmatige geweldsaanwending', en: 'lawful use of force' },
  '40': { nl: 'gering feit', en: 'minor act' },
  '41': { nl: 'gering aandeel in het feit', en: 'minor part in the act' },
  '42': { nl: 'geringe strafwaardigheid', en: 'little blameworthiness' },
  '43': { nl: 'oud feit', en: 'act of long ago' },
  '44': { nl: 'maatschappelijk belangenconflict', en: 'conflict of interests in society' },
  '58': { nl: 'de corporatie wordt vervolgd', en: 'the corporation is prosecuted' },
  '59': { nl: 'de leidinggevende wordt vervolgd', en: 'the manager is prosecuted' },
  '99': { nl: 'dubbel ingeboekt', en: 'registered twice' },
};

/** The group a code stands in, by its first digit, where the text of the code itself was not at hand. */
const GROUPS: Readonly<Record<string, Phrase>> = {
  '2': { nl: 'ander ingrijpen dan strafrechtelijk', en: 'other than criminal intervention' },
  '3': { nl: 'belang van de rechtsorde', en: 'interest of the legal order' },
  '5': { nl: 'omstandigheden van de persoon', en: 'circumstances of the person' },
  '7': { nl: 'verhouding tot de benadeelde', en: 'relation to the injured party' },
  '8': { nl: 'einde executie van een strafbeschikking', en: 'end of the execution of a penal order' },
  '9': { nl: 'einde executie van een strafbeschikking', en: 'end of the execution of a penal order' },
};

const END_OF_EXECUTION = '77';
const UNKNOWN: Phrase = { nl: 'code onbekend', en: 'code unknown' };

/** The ground of a dismissal (sepot) in words; null or an unknown code says so. */
export function dismissalWords(code: string | null, language: Language): string {
  if (code === null) return UNKNOWN[language];
  const group = code === END_OF_EXECUTION ? '8' : code.charAt(0);
  return (CODES[code] ?? GROUPS[group] ?? UNKNOWN)[language];
}
