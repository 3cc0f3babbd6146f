import { createHash } from 'node:crypto';
import { readDelivery } from '../../src/intake/delivery.ts';
import type { DeliveryEvent, ReceivedLine } from '../../src/intake/delivery-event.ts';
import { DEFAULT_LIMITS, type IntakeLimits } from '../../src/intake/limits.ts';

/** Plain JSON that tests may bend. */
export type Wire = Record<string, unknown>;

/** A valid message of a made-up person. */
export function message(changes: Wire = {}): Wire {
  return {
    berichtId: 'JDS-000000001',
    soort: 'nieuw',
    tijdstip: '2026-11-19T16:02:11+01:00',
    persoon: person(),
    zaak: zaak(),
    ...changes,
  };
}

export function person(changes: Wire = {}): Wire {
  return {
    bsn: '999999011',
    geslachtsnaam: 'Jong',
    voorvoegsel: 'de',
    voornamen: 'Johanna Maria',
    voorletters: 'J.M.',
    geboortedatum: '1984-03-00',
    geboorteplaats: 'Utrecht',
    geboorteland: 'Nederland',
    ...changes,
  };
}

export function zaak(changes: Wire = {}): Wire {
  return { parketnummer: '16-123456-26', feiten: [fact()], ...changes };
}

export function fact(changes: Wire = {}): Wire {
  return {
    feitnummer: 1,
    strafbepalingen: [{ wet: 'Sr', artikel: '272', lid: '1', onderdeel: null }],
    kwalificatie: 'schending van het ambtsgeheim',
    classificatie: null,
    pleegdatum: '2026-02-11',
    pleegdatumTot: null,
    beslissingen: [decision()],
    ...changes,
  };
}

export function decision(changes: Wire = {}): Wire {
  return {
    soort: 'vonnis',
    uitspraak: 'veroordeling',
    instantie: 'Rechtbank Midden-Nederland',
    aanleg: 1,
    datum: '2026-11-18',
    onherroepelijkDatum: null,
    sepotcode: null,
    voorwaarden: null,
    voldaan: null,
    straffen: [{ soort: 'taakstraf', duur: 60, eenheid: 'uur', voorwaardelijk: false, bedrag: null }],
    ...changes,
  };
}

/** A message whose only fact has these changes. */
export function withFact(changes: Wire): Wire {
  return message({ zaak: zaak({ feiten: [fact(changes)] }) });
}

/** A message whose only decision has these changes. */
export function withDecision(changes: Wire): Wire {
  return withFact({ beslissingen: [decision(changes)] });
}

/** The header that belongs to a body, unless changed. */
export function header(body: Uint8Array | string, count: number, changes: Wire = {}): Wire {
  return {
    leveringId: 'JDS-2026-000123',
    afzender: 'JDS',
    volgnummer: 123,
    aangemaakt: '2026-11-20T03:00:00+01:00',
    aantal: count,
    sha256: createHash('sha256').update(body).digest('hex'),
    ...changes,
  };
}

/** A whole NDJSON file with a true header around lines of text or bytes. */
export function ndjson(lines: readonly (string | Uint8Array)[], changes: Wire = {}): Buffer {
  const body = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])));
  return Buffer.concat([Buffer.from(`${JSON.stringify(header(body, lines.length, changes))}\n`), body]);
}

/** Bytes in pieces of a given size, as a disk or a socket gives them. */
export async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function eventsOf(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  limits: Partial<IntakeLimits> = {},
): Promise<DeliveryEvent[]> {
  const source = bytes instanceof Uint8Array ? pieces(bytes) : bytes;
  const events: DeliveryEvent[] = [];
  for await (const event of readDelivery(source, { ...DEFAULT_LIMITS, ...limits })) events.push(event);
  return events;
}

export function linesOf(events: readonly DeliveryEvent[]): ReceivedLine[] {
  return events.filter((event) => event.kind === 'entry' || event.kind === 'quarantined');
}
