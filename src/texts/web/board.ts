import type { Language } from '../../domain/language.ts';

type Phrase = Readonly<Record<Language, string>>;

interface QueueTexts {
  readonly name: Phrase;
  readonly about: Phrase;
}

/** What the queues are called on the board, and what one job of each is. */
export const QUEUE_TEXTS: Readonly<Record<'inbox' | 'screen' | 'settle' | 'upkeep', QueueTexts>> = {
  inbox: {
    name: { nl: '1 Inlezen', en: '1 Read in' },
    about: {
      nl: 'Eén opdracht kijkt de inbox na en neemt de leveringen aan die daar klaarstaan.',
      en: 'One job looks through the inbox and takes in the deliveries that are ready there.',
    },
  },
  screen: {
    name: { nl: '2 Screenen', en: '2 Screen' },
    about: {
      nl: 'Eén opdracht vergelijkt één deel van een levering met het register. De naam noemt de levering.',
      en: 'One job compares one part of a delivery with the register. Its name says which delivery.',
    },
  },
  settle: {
    name: { nl: '3 Afsluiten', en: '3 Settle' },
    about: {
      nl: 'Eén opdracht sluit het grootboek van een levering waarvan elke regel een uitkomst heeft.',
      en: 'One job closes the ledger of a delivery whose every line has an outcome.',
    },
  },
  upkeep: {
    name: { nl: '4 Onderhoud', en: '4 Upkeep' },
    about: {
      nl: 'Zoekt geregeld in de database wat niet af is en zet het opnieuw klaar, en kijkt of er een alarm nodig is.',
      en: 'Looks in the database for what is unfinished, now and then, queues it again, and sees whether an alarm is called for.',
    },
  },
};

export const BOARD_TEXTS = {
  title: { nl: 'Wachtrijen', en: 'Job queues' },
  back: { nl: 'Terug naar Screening', en: 'Back to Screening' },
  demo: { nl: 'Demonstratie', en: 'Demonstration' },
} as const satisfies Readonly<Record<string, Phrase>>;
