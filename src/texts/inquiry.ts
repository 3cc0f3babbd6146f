import type { Language } from '../domain/language.ts';

/** How an inquiry stands, as far as the comparison of a partner goes. */
export type InquiryStand = 'closed' | 'over' | 'not_told' | 'open' | 'compared';

export const INQUIRY_STANDS: Readonly<Record<InquiryStand, Readonly<Record<Language, string>>>> = {
  closed: { nl: 'Gesloten.', en: 'Closed.' },
  over: { nl: 'De laatste dag is voorbij.', en: 'Its last day has passed.' },
  not_told: {
    nl: 'Open, maar de aanvang is nog niet gemeld: niemand wordt vergeleken.',
    en: 'Open, but notice of the start was not sent yet: nobody is compared.',
  },
  open: { nl: 'Open; er is nog niet vergeleken.', en: 'Open; nothing was compared yet.' },
  compared: {
    nl: 'Open; de ene toegestane vergelijking is gedaan.',
    en: 'Open; the one comparison allowed has been made.',
  },
};
