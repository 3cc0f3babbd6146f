import { ndjsonDelivery } from '../../fixtures/wire/delivery-files.ts';
import { csvRegister, REGISTER_COLUMNS, type WireRow } from '../../fixtures/wire/register-files.ts';
import type { WireFact, WireMessage, WirePerson } from '../../fixtures/wire/types.ts';
import { bsnDigits, passesElfproef } from '../../src/domain/bsn.ts';

const SYLLABLES = 'ba kle fi dro hu sta we mi nor pu gra se tij vo zwu xa bro dri lom ques'.split(' ');
const GIVEN_NAMES = 'Willemijn Diederik Saskia Joris Hanneke Thijmen Roos Gijsbert Fenna Lucas'.split(' ');

/** A number below `range` that looks drawn but is always the same: people of neighbouring numbers share nothing. */
function drawn(number: number, what: number, range: number): number {
  const mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(what + 1, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 4) % range;
}

function surnameOf(number: number): string {
  const name = [0, 1, 2, 3].map((place) => SYLLABLES[drawn(number, place, SYLLABLES.length)]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The `number`th BSN of the made-up range 990000000–998999999 that passes the elfproef. */
function bsnOf(number: number): string {
  let candidate = 990_000_000 + number * 1_009 + drawn(number, 8, 900);
  if (candidate > 998_999_000) throw new Error(`there are not so many made-up people: ${number}`);
  while (!passesElfproef(bsnDigits(String(candidate)) ?? '')) candidate += 1;
  return String(candidate);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Who a made-up person is; the same for the register and for an entry. */
export function personOf(number: number): WirePerson {
  const place = drawn(number, 4, GIVEN_NAMES.length);
  const givenName = GIVEN_NAMES[place] ?? '';
  return {
    bsn: bsnOf(number),
    geslachtsnaam: surnameOf(number),
    voorvoegsel: '',
    voornamen: givenName,
    voorletters: `${givenName.charAt(0)}.`,
    geboortedatum: `${1960 + drawn(number, 5, 40)}-${pad(1 + drawn(number, 6, 12), 2)}-${pad(1 + drawn(number, 7, 28), 2)}`,
    geboorteplaats: 'Utrecht',
    geboorteland: 'Nederland',
    geslacht: place % 2 === 0 ? 'V' : 'M',
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
