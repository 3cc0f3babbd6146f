import { createHash } from 'node:crypto';
import { addDays } from '../../src/domain/calendar-date.ts';
import { CANARY_SENDER } from '../../src/domain/delivery.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import { calendarDay } from '../../src/runtime/calendar-day.ts';
import { CANARIES } from './planted.ts';

/** Long enough ago to have become known, recent enough for every rule of relevance. */
const ACT_DAYS_AGO = 30;

/** An open case about breach of official secrecy, which concerns everybody's reliability. */
function messageOf(index: number, name: string, at: EpochMs): object {
  return {
    berichtId: `${name}-${index + 1}`,
    soort: 'nieuw',
    tijdstip: new Date(at).toISOString(),
    persoon: CANARIES[index]?.person,
    zaak: {
      // None that a public prosecutor's office gives out.
      parketnummer: `${CANARY_SENDER}/${index + 1}`,
      feiten: [
        {
          feitnummer: 1,
          strafbepalingen: [{ wet: 'Sr', artikel: '272', lid: '1', onderdeel: null }],
          kwalificatie: 'schending van het ambtsgeheim',
          classificatie: null,
          pleegdatum: addDays(calendarDay(at), -ACT_DAYS_AGO),
          pleegdatumTot: null,
          beslissingen: [],
        },
      ],
    },
  };
}

/** A delivery as the source would write it, with one message about each planted person. */
export function canaryDelivery(sequenceNumber: number, at: EpochMs): Uint8Array {
  const name = `${CANARY_SENDER}-${String(sequenceNumber).padStart(6, '0')}`;
  const lines = CANARIES.map((_, index) => `${JSON.stringify(messageOf(index, name, at))}\n`).join('');
  const header = {
    leveringId: name,
    afzender: CANARY_SENDER,
    volgnummer: sequenceNumber,
    aangemaakt: new Date(at).toISOString(),
    aantal: CANARIES.length,
    sha256: createHash('sha256').update(lines).digest('hex'),
  };
  return Buffer.from(`${JSON.stringify(header)}\n${lines}`);
}
