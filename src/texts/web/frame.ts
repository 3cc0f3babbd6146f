import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What stands on every page, and the pages that are the same for everybody. */
export const FRAME_TEXTS = {
  'frame.product': { nl: 'Screening', en: 'Screening' },
  'frame.skip': { nl: 'Naar de inhoud', en: 'Skip to content' },
  'frame.navigation': { nl: 'Hoofdmenu', en: 'Main menu' },
  'frame.account': { nl: 'Account en taal', en: 'Account and language' },
  'frame.other_language': { nl: 'English', en: 'Nederlands' },
  'frame.signed_in_as': { nl: 'Aangemeld als', en: 'Signed in as' },
  'frame.sign_out': { nl: 'Afmelden', en: 'Sign out' },
  'frame.demo': {
    nl: 'Demonstratie. Alle personen zijn verzonnen; aanmelden vraagt geen wachtwoord en kan alleen op deze computer.',
    en: 'Demonstration. All people are made up; signing in asks no password and works on this computer only.',
  },

  'start.title': { nl: 'Start', en: 'Start' },
  'start.queue': { nl: 'Werkvoorraad', en: 'Review queue' },
  'start.queue.about': {
    nl: 'De zaken die door een screeningsmedewerker beoordeeld moeten worden.',
    en: 'The cases that a screening officer has to judge.',
  },
  'start.dashboard': { nl: 'Overzicht', en: 'Dashboard' },
  'start.dashboard.about': {
    nl: 'Hoe het werk ervoor staat: wat erbij komt, wat er ligt, hoe lang het duurt en wat eruit komt.',
    en: 'How the work stands: what comes in, what waits, how long it takes and what comes of it.',
  },
  'start.audit': { nl: 'Logboek', en: 'Audit log' },
  'start.audit.about': {
    nl: 'Alles wat bekeken en gedaan is, door wie en waarvoor; en of het logboek nog klopt.',
    en: 'Everything that was looked at and done, by whom and what for; and whether the log still holds.',
  },
  'start.deliveries': { nl: 'Leveringen', en: 'Deliveries' },
  'start.deliveries.about': {
    nl: 'Wat er binnenkwam, wat ervan werd, en welke regels apart zijn gezet.',
    en: 'What came in, what became of it, and which lines were set apart.',
  },
  'start.alarms': { nl: 'Alarmen', en: 'Alarms' },
  'start.alarms.about': {
    nl: 'Wat niet onopgemerkt mag blijven: gaten in de aanlevering, geweigerde leveringen, mislukte delen.',
    en: 'What must not go unnoticed: gaps between deliveries, refused deliveries, failed parts.',
  },
  'start.board': { nl: 'Wachtrijen', en: 'Job queues' },
  'start.board.about': {
    nl: 'De wachtrijen van het systeem zelf, om te zien of het werkt. Alleen lezen; zonder persoonsgegevens.',
    en: 'The queues of the system itself, to see whether it works. Read-only; without personal data.',
  },
  'start.registrar': {
    nl: 'Het werk van een registerbeheerder gaat via de opdrachtregel, omdat het met bestanden gebeurt en telkens door twee mensen. Met --help zegt elke opdracht hoe.',
    en: 'The work of a registrar goes through the command line, because it is done with files and each time by two people. With --help each command says how.',
  },
  'start.registrar.register': { nl: 'het register van personen inlezen', en: 'bring in the register of subjects' },
  'start.registrar.accounts': {
    nl: 'vastleggen wie de medewerkers zijn en van wie zij wegblijven',
    en: 'record who the reviewers are and whom they stay away from',
  },
  'start.registrar.basis': {
    nl: 'grondslagen vastleggen, bevestigen en beëindigen',
    en: 'record, confirm and end legal bases',
  },
  'start.registrar.inquiry': { nl: 'onderzoeken openen en sluiten', en: 'open and close inquiries' },
  'start.registrar.policy': {
    nl: 'een wijziging van het beleid voorstellen of bevestigen',
    en: 'propose or confirm a change of the policy',
  },

  'sign_in.title': { nl: 'Aanmelden', en: 'Sign in' },
  'sign_in.demo': {
    nl: 'Kies een demonstratie-account. Er is geen wachtwoord: dit kan alleen op deze computer, met verzonnen gegevens.',
    en: 'Choose a demonstration account. There is no password: this works on this computer only, with made-up data.',
  },
  'sign_in.as': { nl: 'Aanmelden als {name}', en: 'Sign in as {name}' },

  'error.bad_request.title': { nl: 'Dit verzoek is niet te begrijpen', en: 'This request cannot be understood' },
  'error.bad_request': {
    nl: 'Er is niets gewijzigd. Ga terug en probeer het opnieuw.',
    en: 'Nothing was changed. Go back and try again.',
  },
  'error.form_token.title': { nl: 'Dit formulier is verlopen', en: 'This form has expired' },
  'error.form_token': {
    nl: 'Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens.',
    en: 'Nothing was changed. Go back, load the page again and send the form once more.',
  },
  'error.forbidden.title': { nl: 'Geen toegang', en: 'No access' },
  'error.forbidden': {
    nl: 'Uw rol geeft geen toegang tot deze pagina. Er is niets gewijzigd.',
    en: 'Your role gives no access to this page. Nothing was changed.',
  },
  'error.not_found.title': { nl: 'Niet gevonden', en: 'Not found' },
  'error.not_found': {
    nl: 'Deze pagina bestaat niet, of wat erop stond is er niet meer.',
    en: 'This page does not exist, or what stood on it is gone.',
  },
  'error.too_many.title': { nl: 'Te veel verzoeken', en: 'Too many requests' },
  'error.too_many': {
    nl: 'Er wordt vanaf dit adres te vaak aangemeld. Er is niets verloren; probeer het over een minuut opnieuw.',
    en: 'Too many attempts to sign in come from this address. Nothing is lost; try again in a minute.',
  },
  'error.unavailable.title': { nl: 'Even niet beschikbaar', en: 'Not available for a moment' },
  'error.unavailable': {
    nl: 'Het systeem is bezet. Er gaat niets verloren; probeer het zo opnieuw.',
    en: 'The system is busy. Nothing is lost; try again shortly.',
  },
  'error.internal.title': { nl: 'Er ging iets mis', en: 'Something went wrong' },
  'error.internal': {
    nl: 'De fout is vastgelegd. Wat al was opgeslagen is behouden; probeer het opnieuw of meld het aan de beheerder.',
    en: 'The error was logged. What had been stored is kept; try again or tell the operator.',
  },
  'error.to_start': { nl: 'Naar de startpagina', en: 'To the start page' },
} as const satisfies Phrases;
