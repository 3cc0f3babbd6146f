import { ndjsonDelivery } from '../../fixtures/wire/delivery-files.ts';
import { message, type Wire } from '../intake/wire.ts';

/** One delivery of a history. */
export interface Step {
  readonly file: string;
  /** `accepted`, `duplicate`, or the code of the refusal. */
  readonly end: string;
  /** What its lines became once they were screened, in their order: `outcome reason`. */
  readonly lines: readonly string[];
}

/** One row of the table of deliveries that are wrong by what came before them. The register is empty. */
export interface History {
  readonly what: string;
  readonly steps: readonly Step[];
  /** The alarms that are open at the end: `CODE about figures`. */
  readonly alarms: readonly string[];
}

interface Of {
  readonly id?: string;
  readonly from?: string;
  readonly messages?: readonly Wire[];
}

/** A delivery of sender JDS with sequence number `volgnummer`, named after it, unless said otherwise. */
function delivery(volgnummer: number, { id = `D-${volgnummer}`, from = 'JDS', messages = [] }: Of = {}): string {
  const header = { leveringId: id, afzender: from, volgnummer, aangemaakt: '2026-11-20T03:00:00+01:00' };
  return ndjsonDelivery(header, messages);
}

const accepted = (file: string, ...lines: readonly string[]): Step => ({ file, end: 'accepted', lines });
const known = (file: string): Step => ({ file, end: 'duplicate', lines: [] });
const refused = (file: string, end: string): Step => ({ file, end, lines: [] });

const A = message({ berichtId: 'JDS-a' });
const A_CHANGED = message({ berichtId: 'JDS-a', soort: 'wijziging' });
const A_OLDER = message({ berichtId: 'JDS-older', tijdstip: '2026-11-18T16:02:11+01:00' });
const A_BROKEN = message({ berichtId: 'JDS-a', tijdstip: 'gisteren' });
const A_GONE = { ...A, berichtId: 'JDS-gone', soort: 'verwijdering', persoon: undefined };

const CLEARED = 'cleared no_hit';
const CONFLICT = 'quarantined VERSION_CONFLICT';

export const HISTORIES: readonly History[] = [
  {
    what: 'two senders with one id',
    steps: [
      accepted(delivery(1, { id: 'D', messages: [A] }), CLEARED),
      accepted(delivery(1, { id: 'D', from: 'OM', messages: [message({ berichtId: 'OM-a' })] }), 'superseded older'),
    ],
    alarms: [],
  },
  {
    what: 'the same delivery again',
    steps: [accepted(delivery(1, { messages: [A] }), CLEARED), known(delivery(1, { messages: [A] }))],
    alarms: [],
  },
  {
    what: 'another delivery under the same id',
    steps: [
      accepted(delivery(1, { id: 'D', messages: [A] }), CLEARED),
      refused(delivery(1, { id: 'D', messages: [A_CHANGED] }), 'DELIVERY_CONFLICT'),
    ],
    alarms: ['DELIVERY_REFUSED JDS/D code=DELIVERY_CONFLICT'],
  },
  {
    what: 'the same delivery under another sequence number',
    steps: [
      accepted(delivery(1, { id: 'D', messages: [A] }), CLEARED),
      refused(delivery(2, { id: 'D', messages: [A] }), 'DELIVERY_CONFLICT'),
    ],
    alarms: ['DELIVERY_REFUSED JDS/D code=DELIVERY_CONFLICT'],
  },
  {
    what: 'a gap in the sequence',
    steps: [accepted(delivery(1)), accepted(delivery(4))],
    alarms: ['SEQUENCE_GAP JDS sender=JDS missing=2, 3'],
  },
  {
    what: 'a gap in the sequence, of which a part returns',
    steps: [accepted(delivery(1)), accepted(delivery(4)), accepted(delivery(2))],
    alarms: ['SEQUENCE_GAP JDS sender=JDS missing=3'],
  },
  {
    what: 'a gap in the sequence, and its return',
    steps: [accepted(delivery(1)), accepted(delivery(4)), accepted(delivery(3)), accepted(delivery(2))],
    alarms: [],
  },
  {
    what: 'a refused delivery in the middle of the sequence',
    steps: [
      accepted(delivery(1)),
      refused(delivery(2, { messages: [A] }).replace('nieuw', 'Nieuw'), 'CHECKSUM_MISMATCH'),
      accepted(delivery(3)),
    ],
    alarms: ['SEQUENCE_GAP JDS sender=JDS missing=2', 'DELIVERY_REFUSED JDS/D-2 code=CHECKSUM_MISMATCH'],
  },
  {
    what: 'a refused delivery that comes again, mended',
    steps: [
      refused(delivery(1, { messages: [A] }).replace('nieuw', 'Nieuw'), 'CHECKSUM_MISMATCH'),
      accepted(delivery(1, { messages: [A] }), CLEARED),
    ],
    alarms: [],
  },
  {
    what: 'the reserved sender through the door of a real one',
    steps: [refused(delivery(1, { from: 'canary', messages: [A] }), 'SENDER_RESERVED')],
    alarms: ['DELIVERY_REFUSED canary/D-1 code=SENDER_RESERVED'],
  },
  {
    what: 'a message twice in one delivery',
    steps: [accepted(delivery(1, { messages: [A, A] }), CLEARED, 'superseded repeat')],
    alarms: [],
  },
  {
    what: 'a message again in a later delivery',
    steps: [
      accepted(delivery(1, { messages: [A] }), CLEARED),
      accepted(delivery(2, { messages: [A] }), 'superseded repeat'),
    ],
    alarms: [],
  },
  {
    what: 'other content under the id of an earlier message, in one delivery',
    steps: [accepted(delivery(1, { messages: [A, A_CHANGED] }), CLEARED, CONFLICT)],
    alarms: [],
  },
  {
    what: 'other content under the id of an earlier message, in a later delivery',
    steps: [
      accepted(delivery(1, { messages: [A] }), CLEARED),
      accepted(delivery(2, { messages: [A_CHANGED] }), CONFLICT),
    ],
    alarms: [],
  },
  {
    what: 'a quarantined message that comes again, mended',
    steps: [
      accepted(delivery(1, { messages: [A_BROKEN] }), 'quarantined INVALID_FIELD'),
      accepted(delivery(2, { messages: [A] }), CLEARED),
    ],
    alarms: [],
  },
  {
    what: 'an older message after a newer one',
    steps: [
      accepted(delivery(1, { messages: [A] }), CLEARED),
      accepted(delivery(2, { messages: [A_OLDER] }), 'superseded older'),
    ],
    alarms: [],
  },
  {
    what: 'a retraction of what never came',
    steps: [accepted(delivery(1, { messages: [A_GONE] }), 'withdrawn retraction')],
    alarms: [],
  },
  {
    what: 'a message that is older than its own retraction',
    steps: [
      accepted(delivery(1, { messages: [A_GONE] }), 'withdrawn retraction'),
      accepted(delivery(2, { messages: [A_OLDER] }), 'superseded older'),
    ],
    alarms: [],
  },
];
