import { ndjsonDelivery } from '../../fixtures/wire/delivery-files.ts';
import { csvRegister, REGISTER_COLUMNS, type WireRow } from '../../fixtures/wire/register-files.ts';
import type { WireFact, WireMessage, WirePerson } from '../../fixtures/wire/types.ts';
import { bsnDigits, passesElfproef } from '../../src/domain/bsn.ts';

/** A made-up surname that no other number gives: six syllables of a base-20 count. */
function surnameOf(number: number): string {
  const syllables = [
    'ba',
    'de',
    'fi',
    'go',
    'hu',
    'ka',
    'le',
    'mi',
    'no',
    'pu',
    'ra',
    'se',
    'ti',
    'vo',
    'wu',
    'za',
    'bro',
    'dri',
    'sta',
    'kle',
  ];
  const digits = [number % 20, Math.floor(number / 20) % 20, (number * 7 + 3) % 20, (number * 13 + 5) % 20];
  const name = digits.map((digit) => syllables[digit]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The `number`th BSN of the made-up range 990000000–998999999 that passes the elfproef. */
function bsnOf(number: number): string {
  let candidate = 990_000_000 + number * 23;
  while (!passesElfproef(bsnDigits(String(candidate)) ?? '')) candidate += 1;
  return String(candidate);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Who a made-up person is; the same for the register and for an entry. */
export function personOf(number: number): WirePerson {
  return {
    bsn: bsnOf(number),
    geslachtsnaam: surnameOf(number),
    voorvoegsel: '',
    voornamen: number % 2 === 0 ? 'Willemijn' : 'Diederik',
    voorletters: number % 2 === 0 ? 'W.' : 'D.',
    geboortedatum: `${1960 + (number % 40)}-${pad(1 + (number % 12), 2)}-${pad(1 + (number % 28), 2)}`,
    geboorteplaats: 'Utrecht',
    geboorteland: 'Nederland',
    geslacht: number % 2 === 0 ? 'V' : 'M',
  };
}

/** `officer_id` of a subject. */
export function officerOf(number: number): string {
  return `K${pad(number, 5)}`;
}

export function registerRow(number: number, cells: Partial<WireRow> = {}): WireRow {
  const { bsn, aliassen: _, ...person } = personOf(number);
  const blank = Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, ''])) as WireRow;
  return {
    ...blank,
    ...person,
    geslacht: person.geslacht ?? '',
    bsn: bsn ?? '',
    officer_id: officerOf(number),
    ...cells,
  };
}

/** A register of the subjects 0 … `size` − 1. */
export function registerOf(size: number): string {
  return csvRegister(
    Array.from({ length: size }, (_, number) => registerRow(number)),
    ',',
  );
}

/** An open case about breach of official secrecy, which is `high` for everybody. */
export function factOf(feitnummer: number, artikel = '272'): WireFact {
  return {
    feitnummer,
    strafbepalingen: [{ wet: 'Sr', artikel, lid: '1', onderdeel: null }],
    kwalificatie: 'schending van het ambtsgeheim',
    classificatie: null,
    pleegdatum: '2026-02-11',
    pleegdatumTot: null,
    beslissingen: [],
  };
}

export function messageOf(number: number, parts: Partial<WireMessage> = {}): WireMessage {
  return {
    berichtId: `B${pad(number, 6)}`,
    soort: 'nieuw',
    tijdstip: '2026-11-19T16:02:11+01:00',
    persoon: personOf(number),
    zaak: { parketnummer: `16-${pad(number, 6)}-26`, feiten: [factOf(1)] },
    ...parts,
  };
}

export function deliveryOf(
  volgnummer: number,
  lines: readonly (object | string)[],
  leveringId = `W-${volgnummer}`,
): string {
  return ndjsonDelivery({ leveringId, afzender: 'JDS', volgnummer, aangemaakt: '2026-11-20T03:00:00+01:00' }, lines);
}
