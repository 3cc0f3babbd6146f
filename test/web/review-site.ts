import { csvRegister } from '../../fixtures/wire/register-files.ts';
import type { WireFact, WireMessage } from '../../fixtures/wire/types.ts';
import type { WebTools } from '../../src/web/tools.ts';
import { deliveryOf, factOf, messageOf, officerOf, personOf, registerRow } from '../support/small-world.ts';
import { type Site, startSite } from './site.ts';

/** People of the register beside those of `startSite`, and the cases in which they have a task. */
export const PEOPLE = { namesake: 60, misspelt: 61, colleague: 62, retracted: 63, convicted: 64 } as const;

export function caseNumberOf(who: keyof typeof PEOPLE): string {
  return `16-0000${PEOPLE[who]}-26`;
}

/** Everything that a decision can hold: an appeal that is over, penalties, a day on which it became irrevocable. */
const CONVICTED: WireFact = {
  ...factOf(1, '300'),
  kwalificatie: 'mishandeling',
  pleegdatumTot: '2026-02-13',
  beslissingen: [
    {
      ...{ soort: 'vonnis', uitspraak: 'veroordeling', instantie: 'Rechtbank Midden-Nederland', aanleg: 1 },
      ...{ datum: '2026-06-01', onherroepelijkDatum: '2026-06-16', sepotcode: null, voorwaarden: null, voldaan: null },
      straffen: [
        { soort: 'taakstraf', duur: 60, eenheid: 'uur', voorwaardelijk: false, bedrag: null },
        { soort: 'geldboete', duur: null, eenheid: null, voorwaardelijk: true, bedrag: 50_000 },
      ],
    },
  ],
};

/** An entry of somebody misspelt, with day and month swapped and without a BSN. */
function misspelt(): WireMessage {
  const person = personOf(PEOPLE.misspelt);
  const [year = '', month = '', day = ''] = person.geboortedatum.split('-');
  const geboortedatum = Number(day) > 12 ? person.geboortedatum : `${year}-${day}-${month}`;
  const geslachtsnaam = `${person.geslachtsnaam.slice(0, -1)}x`;
  return messageOf(PEOPLE.misspelt, { persoon: { ...person, bsn: null, geslachtsnaam, geboortedatum } });
}

function entries(): readonly WireMessage[] {
  const { namesake, colleague, retracted, convicted } = PEOPLE;
  const unnumbered = { ...personOf(namesake), bsn: null };
  const dismissal = { soort: 'sepot', sepotcode: '02', datum: '2026-05-02' } as const;
  const [decision] = CONVICTED.beslissingen;
  const dismissed = { ...factOf(2), beslissingen: [{ ...decision, ...dismissal, uitspraak: null, straffen: [] }] };
  return [
    messageOf(namesake, { persoon: unnumbered }),
    misspelt(),
    messageOf(colleague),
    messageOf(retracted),
    messageOf(convicted, {
      zaak: { parketnummer: caseNumberOf('convicted'), feiten: [CONVICTED, dismissed as WireFact] },
    }),
  ];
}

/** Retracts the case of `retracted`. */
export function retraction(): object {
  const { berichtId: _, persoon: __, ...message } = messageOf(PEOPLE.retracted);
  return {
    ...message,
    ...{ berichtId: 'B-RETRACTED', soort: 'verwijdering', tijdstip: '2026-11-20T12:00:00+01:00' },
    zaak: { parketnummer: caseNumberOf('retracted') },
  };
}

/** A site with a few cases that show what a page can show: rivals, marked letters, decisions, a conflict to come. */
export async function startReviewSite(change?: (tools: WebTools) => WebTools): Promise<Site> {
  const site = await startSite(8, change);
  const rows = Object.values(PEOPLE).map((number) => registerRow(number));
  // Somebody of the same name, born on the same day: who of the two an entry without a BSN is about is the question.
  const twin = registerRow(PEOPLE.namesake, { officer_id: officerOf(70), bsn: '' });
  await site.world.importRegister(csvRegister([...rows, twin], ','), 'changes');
  await site.world.deliver(deliveryOf(2, entries()));
  await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
  return site;
}

/** Puts a subject into the unit of the demo accounts, who may not see the task any more. */
export async function bringIntoUnit(site: Site, who: keyof typeof PEOPLE): Promise<void> {
  const row = registerRow(PEOPLE[who], { eenheid: 'Demonstratie-eenheid screening' });
  await site.world.importRegister(csvRegister([row], ','), 'changes');
}
