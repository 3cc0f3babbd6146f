import type { Language } from '../../domain/language.ts';

type Phrase = Readonly<Record<Language, string>>;

interface QueueTexts {
  readonly name: Phrase;
  readonly about: Phrase;
}

/** What the queues are called on the board, and what one job of each is. */
export const QUEUE_TEXTS: Readonly<Record<'screen' | 'settle' | 'upkeep', QueueTexts>> = {
  screen: {
    name: { nl: '1 Screenen', en: '1 Screen' },
    about: {
      nl: 'Eén opdracht vergelijkt één deel van een levering met het register. De naam noemt de levering.',
      en: 'One job compares one part of a delivery with the register. Its name says which delivery.',
    },
  },
  settle: {
    name: { nl: '2 Afsluiten', en: '2 Settle' },
    about: {
      nl: 'Eén opdracht sluit het grootboek van een levering waarvan elke regel een uitkomst heeft.',
      en: 'One job closes the ledger of a delivery whose every line has an outcome.',
    },
  },
  upkeep: {
    name: { nl: '3 Onderhoud', en: '3 Upkeep' },
    about: {
      nl: 'Zoekt geregeld in de database wat niet af is, en zet het opnieuw in de wachtrij.',
      en: 'Looks in the database for what is unfinished, now and then, and queues it again.',
    },
  },
};

export const BOARD_TEXTS = {
  title: { nl: 'Wachtrijen', en: 'Job queues' },
  back: { nl: 'Terug naar Screening', en: 'Back to Screening' },
  demo: { nl: 'Demonstratie', en: 'Demonstration' },
  delivery: { nl: 'Levering', en: 'Delivery' },
} as const satisfies Readonly<Record<string, Phrase>>;
