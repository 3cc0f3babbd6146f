import type { ErrorCode } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';

type Sentences = Readonly<Record<ErrorCode, Readonly<Record<Language, string>>>>;

/** For every code: what happened, what was not lost, what to do next. The compiler misses none. */
export const ERROR_SENTENCES: Sentences = {
  HEADER_INVALID: {
    nl: 'De kop van de levering klopt niet. Er is niets van opgeslagen; vraag de afzender om een juiste levering.',
    en: 'The header of the delivery is not valid. Nothing of it was stored; ask the sender for a correct delivery.',
  },
  CHECKSUM_MISMATCH: {
    nl: 'De controlesom van de levering klopt niet: het bestand is onderweg veranderd. Er is niets van opgeslagen; laat het opnieuw versturen.',
    en: 'The checksum of the delivery does not match: the file changed on its way. Nothing of it was stored; have it sent again.',
  },
  COUNT_MISMATCH: {
    nl: 'De levering bevat een ander aantal berichten dan de kop zegt. Er is niets van opgeslagen; laat haar opnieuw versturen.',
    en: 'The delivery holds another number of entries than its header says. Nothing of it was stored; have it sent again.',
  },
  DELIVERY_UNREADABLE: {
    nl: 'De levering is niet te lezen als NDJSON, XML of gzip daarvan. Er is niets van opgeslagen; controleer het bestand.',
    en: 'The delivery cannot be read as NDJSON, XML or gzip of either. Nothing of it was stored; check the file.',
  },
  DELIVERY_INTERRUPTED: {
    nl: 'De ontvangst van de levering is afgebroken. Er is niets van opgeslagen; bied haar opnieuw aan.',
    en: 'Receiving the delivery was interrupted. Nothing of it was stored; hand it in again.',
  },
  DELIVERY_CONFLICT: {
    nl: 'Een andere levering van deze afzender met dit leveringId is al verwerkt. Die blijft zoals zij was; vraag de afzender om een eigen leveringId.',
    en: 'Another delivery of this sender with this leveringId was processed before. That one stays as it was; ask the sender for a leveringId of its own.',
  },
  DELIVERY_IN_PROGRESS: {
    nl: 'Deze levering wordt op dit moment ontvangen. Er gaat niets verloren; probeer het straks opnieuw.',
    en: 'This delivery is being received at this moment. Nothing is lost; try again in a while.',
  },
  DELIVERY_UNKNOWN: {
    nl: 'Deze levering is hier niet bekend. Er is niets gewijzigd; controleer het leveringId.',
    en: 'There is no such delivery here. Nothing was changed; check the leveringId.',
  },
  SENDER_RESERVED: {
    nl: 'De afzendernaam is gereserveerd voor geplante testpersonen. Er is niets opgeslagen; gebruik de eigen afzendernaam.',
    en: 'The name of the sender is reserved for planted test persons. Nothing was stored; use the name of the real sender.',
  },
  FEED_MODE_REFUSED: {
    nl: 'De wettelijke grondslag staat deze manier van aanleveren niet toe. Er is niets opgeslagen; laat een grondslag vastleggen of pas SCREENING_FEED_MODE aan.',
    en: 'The legal basis does not allow this way of delivering. Nothing was stored; have a basis recorded or change SCREENING_FEED_MODE.',
  },
  REGISTER_UNREADABLE: {
    nl: 'Het registerbestand is niet te lezen als CSV of NDJSON met de verwachte kolommen. Het register is ongewijzigd; controleer het bestand.',
    en: 'The register file cannot be read as CSV or NDJSON with the expected columns. The register is unchanged; check the file.',
  },
  REGISTER_WITHOUT_ROWS: {
    nl: 'Het registerbestand bevat geen enkele leesbare rij (onleesbare rijen: {unreadable}) en zou het register leegmaken; bevestigen helpt daar niet tegen. Het register is ongewijzigd; controleer of dit het goede bestand is en exporteer het opnieuw.',
    en: 'The register file holds no row that can be read (rows that cannot: {unreadable}), and would empty the register; confirming does not change that. The register is unchanged; check that it is the right file and export it again.',
  },
  REGISTER_SHRINKS: {
    nl: 'Dit bestand zou van de {present} personen in het register er {wouldLeave} verwijderen; rijen in het bestand die niet te lezen zijn: {unreadable}. Het register is ongewijzigd; controleer het bestand en bevestig de import als het klopt.',
    en: 'This file would remove {wouldLeave} of the {present} people in the register; rows of the file that cannot be read: {unreadable}. The register is unchanged; check the file and confirm the import if it is right.',
  },
  CONFIG_INVALID: {
    nl: 'De configuratie klopt niet ({faults}). Er is niets gestart of gewijzigd; pas deze variabelen aan.',
    en: 'The configuration is not valid ({faults}). Nothing was started or changed; correct these variables.',
  },
  REDIS_MISSING: {
    nl: 'Er is geen Redis gevonden om te starten. Er is niets verloren; zet REDIS_URL op een draaiende Redis, of installeer redis-server of valkey-server.',
    en: 'No Redis was found to start. Nothing is lost; set REDIS_URL to a running Redis, or install redis-server or valkey-server.',
  },
  REDIS_UNREACHABLE: {
    nl: 'Redis geeft geen antwoord. Er is niets verloren, de database is de waarheid; controleer REDIS_URL, of redis/redis.log in de gegevensmap, en start opnieuw.',
    en: 'Redis does not answer. Nothing is lost, the database is the truth; check REDIS_URL, or redis/redis.log in the data folder, and start again.',
  },
  REDIS_EVICTS: {
    nl: 'Redis mag sleutels weggooien (maxmemory-policy {policy}) en daarmee werk verliezen. Er is niets gestart; stel noeviction in.',
    en: 'Redis may throw keys away (maxmemory-policy {policy}) and lose work with them. Nothing was started; set noeviction.',
  },
  REDIS_TOO_OLD: {
    nl: 'Redis {version} is te oud. Er is niets gestart; gebruik {oldest} of nieuwer.',
    en: 'Redis {version} is too old. Nothing was started; use {oldest} or newer.',
  },
  SIGN_IN_MISSING: {
    nl: 'In bedrijf gaan de pagina’s niet open zonder aanmelddienst. Er is niets gestart of gewijzigd; zet SCREENING_URL en de variabelen die met SCREENING_OIDC_ beginnen.',
    en: 'In operation the pages do not open without a sign-in service. Nothing was started or changed; set SCREENING_URL and the variables that begin with SCREENING_OIDC_.',
  },
  KEYS_MISSING: {
    nl: 'De sleutels ontbreken of zijn niet te lezen. De gegevens zijn ongewijzigd; zet SCREENING_KEYS of SCREENING_KEYS_FILE op de sleutels van deze installatie.',
    en: 'The keys are missing or cannot be read. The data are unchanged; set SCREENING_KEYS or SCREENING_KEYS_FILE to the keys of this installation.',
  },
  KEYS_DAMAGED: {
    nl: 'De sleutels zijn beschadigd: dit is geen hele sleutelbos. De gegevens zijn ongewijzigd; zet de bewaarde kopie van de sleutels van deze installatie terug.',
    en: 'The keys are damaged: this is no whole keyring. The data are unchanged; put back the copy that was kept of the keys of this installation.',
  },
  KEYS_NOT_WRITABLE: {
    nl: 'De sleutels kunnen hier niet worden gewijzigd: ze komen uit SCREENING_KEYS, of het bestand is niet te schrijven. Er is niets gewijzigd; zet zelf een nieuwe sleutel als huidige in de sleutelbos, herstart alles en roteer opnieuw.',
    en: 'The keys cannot be changed here: they come from SCREENING_KEYS, or the file cannot be written. Nothing was changed; put a new key into the keyring yourself as the current one, restart everything and rotate again.',
  },
  KEY_IN_USE: {
    nl: 'Sleutel {keyId} is nog in gebruik ({payloads} gegevens zijn ermee verzegeld, of hij verzegelt zelf). Er is niets gewijzigd; rond eerst screening keys rotate af.',
    en: 'Key {keyId} is still in use ({payloads} payloads are sealed with it, or it is the one that seals). Nothing was changed; finish screening keys rotate first.',
  },
  KEY_UNKNOWN: {
    nl: 'Er is geen sleutel {keyId} in de sleutelbos. Er is niets gewijzigd; zie screening keys list.',
    en: 'There is no key {keyId} in the keyring. Nothing was changed; see screening keys list.',
  },
  KEYS_WRONG: {
    nl: 'De sleutels passen niet bij deze gegevens. De gegevens zijn ongewijzigd; geef de sleutels waarmee zij zijn verzegeld.',
    en: 'The keys do not fit these data. The data are unchanged; give the keys that they were sealed with.',
  },
  DATABASE_UNREADABLE: {
    nl: 'De database is niet te lezen of te schrijven. Er is niets half opgeslagen; controleer schijfruimte en rechten van de gegevensmap, of zet een reservekopie terug.',
    en: 'The database cannot be read or written. Nothing was stored by half; check disk space and permissions of the data folder, or restore a backup.',
  },
  DATABASE_BUSY: {
    nl: 'De database is te lang bezet door een ander proces. Er is niets half opgeslagen; probeer het opnieuw.',
    en: 'The database was held by another process for too long. Nothing was stored by half; try again.',
  },
  BACKUP_REFUSED: {
    nl: 'De reservekopie {file} is niet gemaakt: het bestand bestaat al of kan daar niet worden geschreven. De gegevens zijn ongewijzigd; kies een andere naam of map.',
    en: 'The backup {file} was not made: the file is there already or cannot be written. The data are unchanged; choose another name or folder.',
  },
  RESTORE_NOT_EMPTY: {
    nl: 'Hier staat al een installatie met gegevens. Er is niets gewijzigd; maak er eerst een reservekopie van en vervang haar met --overwrite.',
    en: 'There is an installation with data here already. Nothing was changed; back it up first, then replace it with --overwrite.',
  },
  RESTORE_IN_USE: {
    nl: 'De database is open in een ander proces, en terugzetten vervangt haar in haar geheel. Er is niets gewijzigd; stop eerst alle workers, pagina’s en opdrachten van deze installatie.',
    en: 'Another process has the database open, and a restore replaces it as a whole. Nothing was changed; first stop every worker, page server and command of this installation.',
  },
  ERASURES_MISSING: {
    nl: 'Het wislogboek ontbreekt of hoort niet bij deze reservekopie, dus wat later is gewist zou terugkomen. Er is niets gewijzigd; zet SCREENING_ERASURES_FILE op het wislogboek van deze installatie, of neem het verlies voor lief met --without-erasures.',
    en: 'The erasure ledger is missing or does not belong to this backup, so what was erased later would come back. Nothing was changed; set SCREENING_ERASURES_FILE to the ledger of this installation, or accept the loss with --without-erasures.',
  },
  TABLE_INVALID: {
    nl: 'De tabel {table} van het model of beleid klopt niet. Er is niets gestart of gewijzigd; herstel het bestand.',
    en: 'The table {table} of the model or policy is not valid. Nothing was started or changed; restore the file.',
  },
  REGISTER_NOT_READY: {
    nl: 'Het register in het geheugen is ouder dan deze levering verlangt. Er gaat niets verloren; het werk wordt vanzelf herhaald.',
    en: 'The register in memory is older than this delivery demands. Nothing is lost; the work is repeated by itself.',
  },
  CHUNK_FAILED: {
    nl: 'Een deel van een levering kon niet worden gescreend. De rest ging door en er is niets half geschreven; wat na herhaling blijft falen, staat met de reden in de quarantaine.',
    en: 'Part of a delivery could not be screened. The rest went on and nothing was half written; what keeps failing when it is repeated stands in quarantine with its reason.',
  },
  ACCOUNT_MISSING: {
    nl: 'Er is niet gezegd namens welk account dit gebeurt. Er is niets gewijzigd; noem een account met --as.',
    en: 'It was not said as which account this is done. Nothing was changed; name an account with --as.',
  },
  ACCOUNT_UNKNOWN: {
    nl: 'Dit account bestaat niet. Er is niets gewijzigd; noem een bestaand account met --as.',
    en: 'There is no such account. Nothing was changed; name an existing account with --as.',
  },
  TOKEN_REFUSED: {
    nl: 'Het token ontbreekt, is verlopen of ingetrokken, of hoort bij een ander account. Er is niets gewijzigd; zet SCREENING_TOKEN of SCREENING_TOKEN_FILE op een geldig token.',
    en: 'The token is missing, has expired or was withdrawn, or belongs to another account. Nothing was changed; set SCREENING_TOKEN or SCREENING_TOKEN_FILE to a valid token.',
  },
  TOKEN_UNKNOWN: {
    nl: 'Dit token bestaat niet of is al ingetrokken. Er is niets gewijzigd; zie screening tokens list.',
    en: 'There is no such token, or it was withdrawn before. Nothing was changed; see screening tokens list.',
  },
  ACCOUNTS_UNREADABLE: {
    nl: 'Het accountbestand klopt niet op regel {lines}. Geen enkel account is gewijzigd; herstel deze regels en importeer het opnieuw.',
    en: 'The file of accounts is not right on line {lines}. No account was changed; mend these lines and import it again.',
  },
  ROLE_FORBIDS: {
    nl: 'De rol van dit account staat dit niet toe. Er is niets gewijzigd; laat het doen door iemand met de juiste rol.',
    en: 'The role of this account does not allow this. Nothing was changed; have it done by somebody with the right role.',
  },
  BASIS_REFUSED: {
    nl: 'Dit kan niet met deze grondslag: {why}. Er is niets gewijzigd; zie screening basis list.',
    en: 'This cannot be done with this legal basis: {why}. Nothing was changed; see screening basis list.',
  },
  INQUIRY_REFUSED: {
    nl: 'Dit kan niet met dit onderzoek: {why}. Er is niets gewijzigd; zie screening inquiry list.',
    en: 'This cannot be done with this inquiry: {why}. Nothing was changed; see screening inquiry list.',
  },
  POLICY_REFUSED: {
    nl: 'Dit kan niet met deze versie van catalogus en beleid: {why}. Er is niets gewijzigd; zie screening policy list.',
    en: 'This cannot be done with this version of catalogue and policy: {why}. Nothing was changed; see screening policy list.',
  },
  POLICY_UNKNOWN: {
    nl: 'Deze versie van catalogus en beleid is niet bekend. Er is niets gewijzigd; noem een versie uit screening policy list, in-force, files, of een map met offences.csv en policy.json.',
    en: 'This version of catalogue and policy is not known. Nothing was changed; name a version of screening policy list, in-force, files, or a folder with offences.csv and policy.json.',
  },
  HOLD_REFUSED: {
    nl: 'Dit kan niet met dit bewaarbevel: {why}. Er is niets gewijzigd; zie screening retention holds.',
    en: 'This cannot be done with this hold: {why}. Nothing was changed; see screening retention holds.',
  },
  TASK_UNKNOWN: {
    nl: 'Deze taak bestaat niet of is niet zichtbaar voor dit account. Er is niets gewijzigd; vraag de lijst opnieuw op.',
    en: 'There is no such task, or it is not visible to this account. Nothing was changed; ask for the list again.',
  },
  TASK_STATE: {
    nl: 'Dit kan niet in de huidige staat van de taak. Er is niets gewijzigd; bekijk de taak opnieuw.',
    en: 'This is not possible in the present state of the task. Nothing was changed; look at the task again.',
  },
  ALARM_UNKNOWN: {
    nl: 'Dit alarm bestaat niet, of het is al bevestigd of voorbij. Er is niets gewijzigd; vraag de lijst opnieuw op.',
    en: 'There is no such alarm, or it was acknowledged or is over. Nothing was changed; ask for the list again.',
  },
  FILE_UNREADABLE: {
    nl: 'Het bestand {file} is niet te lezen. Er is niets gewijzigd; controleer naam en rechten.',
    en: 'The file {file} cannot be read. Nothing was changed; check its name and permissions.',
  },
  COLUMNS_MISSING: {
    nl: 'In het bestand {file} ontbreken kolommen: {missing}. Er is niets gewijzigd; de eerste regel moet alle kolommen noemen.',
    en: 'The file {file} lacks columns: {missing}. Nothing was changed; its first line must name every column.',
  },
  FILE_UNWRITABLE: {
    nl: 'Het bestand {file} is niet te schrijven, of het bestaat al. Er is niets overschreven; noem een nieuw bestand in een map waar u mag schrijven.',
    en: 'The file {file} cannot be written, or is there already. Nothing was overwritten; name a new file in a folder in which you may write.',
  },
  USAGE: {
    nl: 'De opdracht is niet juist: {why}. Er is niets gewijzigd; zie screening --help.',
    en: 'The command is not right: {why}. Nothing was changed; see screening --help.',
  },
};
