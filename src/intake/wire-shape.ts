/** What stands under a key of the wire, in any format. `dropped` is accepted and goes no further than the adapter. */
export type Shape = 'text' | 'number' | 'boolean' | 'dropped' | ListShape | ObjectShape;

export interface ListShape {
  readonly list: Shape;
}

export interface ObjectShape {
  readonly keys: Readonly<Record<string, Shape>>;
}

const PERSON: ObjectShape = {
  keys: {
    bsn: 'text',
    geslachtsnaam: 'text',
    voorvoegsel: 'text',
    voornamen: 'text',
    voorletters: 'text',
    geboortedatum: 'text',
    geboorteplaats: 'text',
    geboorteland: 'text',
    geslacht: 'text',
    aliassen: { list: 'text' },
    // Bjsg art. 6 lists more than telling people apart needs; these never reach the model.
    nationaliteit: 'dropped',
    skn: 'dropped',
    vNummer: 'dropped',
    adres: 'dropped',
  },
};

const PENALTY: ObjectShape = {
  keys: { soort: 'text', duur: 'number', eenheid: 'text', voorwaardelijk: 'boolean', bedrag: 'number' },
};

const DECISION: ObjectShape = {
  keys: {
    soort: 'text',
    uitspraak: 'text',
    instantie: 'text',
    aanleg: 'number',
    datum: 'text',
    onherroepelijkDatum: 'text',
    sepotcode: 'text',
    voorwaarden: 'text',
    voldaan: 'boolean',
    straffen: { list: PENALTY },
  },
};

const FACT: ObjectShape = {
  keys: {
    feitnummer: 'number',
    strafbepalingen: { list: { keys: { wet: 'text', artikel: 'text', lid: 'text', onderdeel: 'text' } } },
    kwalificatie: 'text',
    classificatie: 'text',
    pleegdatum: 'text',
    pleegdatumTot: 'text',
    beslissingen: { list: DECISION },
    detentie: { list: { keys: { van: 'text', tot: 'text' } } },
  },
};

/** One message (`bericht`), the keys of every kind together. */
export const ENTRY_SHAPE: ObjectShape = {
  keys: {
    berichtId: 'text',
    soort: 'text',
    tijdstip: 'text',
    persoon: PERSON,
    zaak: { keys: { parketnummer: 'text', feiten: { list: FACT }, feitnummers: { list: 'number' } } },
    feitnummers: { list: 'number' },
  },
};

/** The header of a delivery. */
export const HEADER_SHAPE: ObjectShape = {
  keys: {
    leveringId: 'text',
    afzender: 'text',
    volgnummer: 'number',
    aangemaakt: 'text',
    aantal: 'number',
    sha256: 'text',
  },
};

/** The shape under a key, or null when the contract does not know the key there. */
export function shapeUnder(shape: Shape | null, key: string): Shape | null {
  if (shape === null || typeof shape === 'string' || !('keys' in shape)) return null;
  return Object.hasOwn(shape.keys, key) ? (shape.keys[key] ?? null) : null;
}

/** How many keys of a value the contract does not know. What stands under an unknown or dropped key is not looked at. */
export function countUnknownKeys(value: unknown, shape: Shape): number {
  if (typeof value !== 'object' || value === null || typeof shape === 'string') return 0;
  if ('list' in shape) {
    return Array.isArray(value) ? value.reduce((sum: number, item) => sum + countUnknownKeys(item, shape.list), 0) : 0;
  }
  let unknown = 0;
  for (const [key, item] of Object.entries(value)) {
    const under = shapeUnder(shape, key);
    unknown += under === null ? 1 : countUnknownKeys(item, under);
  }
  return unknown;
}
