import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csvRegister, ndjsonRegister, type WireRow } from '../../fixtures/wire/register-files.ts';
import type { ImportedRegister } from '../../jobs/import-register.ts';
import { importRegisterBytes } from '../../src/bin/register-import.ts';
import { ScreeningError } from '../../src/domain/errors.ts';
import { errorSentence } from '../../src/texts/errors.ts';
import { pieces } from '../intake/wire.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { type RegisterMode, TESTING } from '../support/own-installation.ts';
import { registerOf, registerRow } from '../support/small-world.ts';
import { BAD_REGISTERS, BAD_ROWS, type BadRow, PRESENT } from './registers.ts';

let bench: Bench;
const open = async (): Promise<void> => {
  bench = await openBench();
  await bench.importRegister(registerOf(PRESENT));
};
const close = () => bench.dispose();

const FORMATS = { csv: (rows: readonly WireRow[]) => csvRegister(rows, ','), ndjson: ndjsonRegister } as const;

function load(bytes: AsyncIterable<Uint8Array>, mode: RegisterMode): Promise<ImportedRegister> {
  return importRegisterBytes(bench.installation, bytes, { mode, confirmed: false });
}

/** Who is in the register, and at which version. */
async function held(): Promise<unknown> {
  const { store } = bench.installation;
  const version = await store.registerVersion(TESTING);
  return { version, counts: await store.countSubjects(TESTING), size: await heldByIndex() };
}

async function heldByIndex(): Promise<number> {
  await bench.register.scope(await bench.installation.store.registerVersion(TESTING));
  return bench.register.size;
}

describe('a register file is refused as a whole, and the register stays as it was', () => {
  beforeAll(open);
  afterAll(close);

  test.each(BAD_REGISTERS)('$what', async ({ bytes, code, params = {} }) => {
    const before = await held();
    const failure: unknown = await load(typeof bytes === 'function' ? bytes() : pieces(bytes), 'snapshot').catch(
      (error: unknown) => error,
    );
    if (code === null) expect(failure).toEqual(new Error('connection reset'));
    else {
      expect(failure).toBeInstanceOf(ScreeningError);
      const error = failure as ScreeningError;
      expect({ code: error.code, params: error.params }).toMatchObject({ code, params });
      expect(errorSentence(error, 'nl')).toMatch(/^[^{}]+\. [^{}]+$/);
    }
    expect(await held()).toEqual(before);
  });
});

/** The file with the bad row in the middle, in every format in which it can be written. */
function filesWith({ fault }: BadRow, row: WireRow, good: readonly [WireRow, WireRow]): readonly string[] {
  const formats = 'bend' in fault ? [fault.format] : (['csv', 'ndjson'] as const);
  return formats.map((format) => {
    const text = FORMATS[format]([good[0], 'bend' in fault ? row : { ...row, ...fault }, good[1]]);
    if (!('bend' in fault)) return text;
    const lines = text.split('\n');
    const at = lines.length - 3;
    const bent = fault.bend(lines[at] ?? '');
    expect(bent).not.toBe(lines[at]);
    return lines.with(at, bent).join('\n');
  });
}

describe('a row is left out with every reason, and the good ones beside it go through', () => {
  beforeAll(open);
  afterAll(close);

  test.each(BAD_ROWS)('$what', async (bad) => {
    const unit = `Eenheid ${bad.what}`;
    const good = [registerRow(1, { eenheid: unit }), registerRow(3, { eenheid: unit })] as const;
    for (const text of filesWith(bad, registerRow(2, { eenheid: unit }), good)) {
      const imported = await load(pieces(Buffer.from(text)), 'changes');
      const { rejections, changed, unchanged, joined, left } = imported;
      expect({ joined, left, there: changed + unchanged }).toEqual({ joined: 0, left: 0, there: 2 });
      const told = rejections.flatMap(({ reasons }) =>
        reasons.map(({ code, field }) => (field === null ? code : `${code} ${field}`)),
      );
      expect(rejections).toHaveLength(1);
      expect(told).toEqual(bad.reasons);
      expect(await heldByIndex()).toBe(PRESENT);
    }
  });

  test('nor does a snapshot let him go whose row is faulty', async () => {
    const rows = Array.from({ length: PRESENT }, (_, number) => registerRow(number));
    const faulty = rows.with(2, registerRow(2, { geboortedatum: '1987-06-31' }));
    const imported = await load(pieces(Buffer.from(csvRegister(faulty, ';'))), 'snapshot');
    expect(imported).toMatchObject({ joined: 0, left: 0, rejected: 1 });
    expect(await heldByIndex()).toBe(PRESENT);
  });

  test('nor anybody, when a row cannot be read and may be of whoever is missing', async () => {
    const rows = Array.from({ length: PRESENT }, (_, number) => registerRow(number));
    const text = csvRegister(rows, ',').replace(/^K00002.*/m, 'K00002,Jansen, J.');
    const file = () => pieces(Buffer.from(text));
    expect(await load(file(), 'snapshot')).toMatchObject({ joined: 0, left: 0, kept: 1, rejected: 1 });
    expect(await heldByIndex()).toBe(PRESENT);
    const options = { mode: 'snapshot', confirmed: true } as const;
    expect(await importRegisterBytes(bench.installation, file(), options)).toMatchObject({ left: 1, kept: 0 });
    expect(await heldByIndex()).toBe(PRESENT - 1);
  });
});
