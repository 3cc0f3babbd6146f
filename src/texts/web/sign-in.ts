import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Signing in at the provider of the organisation, and out again. */
export const SIGN_IN_TEXTS = {
  'sign_in.provider': {
    nl: 'U meldt zich aan met het account van uw organisatie. Wat u hier mag, volgt uit uw groepen daar.',
    en: 'You sign in with the account of your organisation. What you may do here follows from your groups there.',
  },
  'sign_in.provider.go': { nl: 'Aanmelden bij uw organisatie', en: 'Sign in at your organisation' },
  'sign_in.done': { nl: 'U bent aangemeld', en: 'You are signed in' },
  'sign_in.again': { nl: 'Opnieuw aanmelden', en: 'Sign in again' },
  'sign_in.failed': { nl: 'Aanmelden is niet gelukt', en: 'Signing in did not succeed' },
  'sign_in.failed.unreachable': {
    nl: 'De aanmelddienst van uw organisatie geeft geen antwoord. Er is niets verloren: taken en leveringen staan er nog. Probeer het over een paar minuten opnieuw, of meld het aan de beheerder.',
    en: 'The sign-in service of your organisation does not answer. Nothing is lost: tasks and deliveries are still there. Try again in a few minutes, or tell the operator.',
  },
  'sign_in.failed.untrusted': {
    nl: 'Het antwoord van de aanmelddienst klopt niet of is niet meer geldig. Er is niets gewijzigd. Meld u opnieuw aan; gebeurt het weer, meld het dan aan de beheerder, die de klok en de instellingen nakijkt.',
    en: 'The answer of the sign-in service does not hold or is no longer valid. Nothing was changed. Sign in again; if it happens once more, tell the operator, who checks the clock and the settings.',
  },
  'sign_in.failed.misconfigured': {
    nl: 'De aanmelddienst kent dit programma niet zoals het is ingesteld. Er is niets gewijzigd. Meld het aan de beheerder; opnieuw proberen helpt niet.',
    en: 'The sign-in service does not know this program as it is configured. Nothing was changed. Tell the operator; trying again does not help.',
  },
  'sign_in.failed.nameless': {
    nl: 'De aanmelddienst zegt niet om welk account het gaat. Er is niets gewijzigd. Meld het aan de beheerder; opnieuw proberen helpt niet.',
    en: 'The sign-in service does not say which account this is. Nothing was changed. Tell the operator; trying again does not help.',
  },
  'sign_in.failed.declined': {
    nl: 'Het aanmelden is bij de aanmelddienst afgebroken of geweigerd. Er is niets gewijzigd. U kunt zich opnieuw aanmelden.',
    en: 'Signing in was broken off or declined at the sign-in service. Nothing was changed. You can sign in again.',
  },
  'sign_in.failed.no_role': {
    nl: 'U bent bekend, maar geen van uw groepen geeft hier een rol. Er is niets gewijzigd. Vraag uw leidinggevende om de juiste groep.',
    en: 'You are known, but none of your groups gives a role here. Nothing was changed. Ask your manager for the right group.',
  },
  'sign_in.failed.roles_together': {
    nl: 'Uw groepen maken u zowel screeningsmedewerker als auditor, en dat mag één persoon niet zijn. Er is niets gewijzigd. Laat een van beide groepen weghalen.',
    en: 'Your groups make you both a reviewer and an auditor, which one person may not be. Nothing was changed. Have one of the two groups taken away.',
  },
  'sign_in.failed.unfinished': {
    nl: 'Deze aanmelding is verlopen, al gebruikt, of in een ander venster begonnen. Er is niets gewijzigd. Meld u opnieuw aan.',
    en: 'This attempt to sign in has expired, was used before, or was begun in another window. Nothing was changed. Sign in again.',
  },
  'sign_out.everywhere': {
    nl: 'U bent hier afgemeld; nu nog bij uw organisatie',
    en: 'You are signed out here; now at your organisation as well',
  },
  'sign_out.here': {
    nl: 'U bent hier afgemeld, bij uw organisatie misschien nog niet',
    en: 'You are signed out here, at your organisation perhaps not yet',
  },
  'session_over.title': { nl: 'U bent niet meer aangemeld', en: 'You are no longer signed in' },
  'session_over.about': {
    nl: 'Uw sessie was al beëindigd. Er is niets vastgelegd. Uw tekst staat alleen nog hieronder: meld u aan in een nieuw tabblad en plak hem daar in het formulier.',
    en: 'Your session had already ended. Nothing was recorded. Your text stands only below: sign in in a new tab and paste it into the form there.',
  },
  'session_over.sign_in': { nl: 'Aanmelden in een nieuw tabblad', en: 'Sign in in a new tab' },
  'landing.title': { nl: 'Een ogenblik', en: 'One moment' },
  'landing.go': { nl: 'Verder', en: 'Continue' },
} as const satisfies Phrases;
