import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RegisterImport } from '../../../db/contract/register.ts';
import type { Store } from '../../../db/store.ts';
import { asId, asRegisterVersion, type PersonnelNumber, type RegisterVersion } from '../../../src/domain/ids.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import { type Bench, IMPORTER, type MakeBench, MORNING, OPERATOR, WORKER } from './bench.ts';
import { registerRow } from './people.ts';
import { importRows, NOTHING_ELSE } from './steps.ts';

const numbers = (...names: string[]) => names.map((name) => asId<PersonnelNumber>(name));

export function describeRegisterStore(makeBench: MakeBench): void {
  describe('the register', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    const apply = (overrides: Partial<RegisterImport>) =>
      store.applyRegister(
        IMPORTER,
        { ...NOTHING_ELSE, mode: 'snapshot', rows: [], shrinkLimit: 1, confirmed: false, ...overrides },
        MORNING,
      );

    async function readAll(after = 0, limit = 100): Promise<{ subjects: Subject[]; left: string[]; pages: number }> {
      const all = { subjects: [] as Subject[], left: [] as string[], pages: 0 };
      let cursor: string | null = null;
      do {
        const page = await store.readRegister(WORKER, asRegisterVersion(after), cursor, limit);
        all.subjects.push(...page.subjects);
        all.left.push(...page.left);
        all.pages += 1;
        cursor = page.next;
      } while (cursor !== null);
      return all;
    }

    const present = async (): Promise<string[]> => (await readAll()).subjects.map((row) => row.personnelNumber).sort();

    test('an import is applied as a difference', async () => {
      const first = [registerRow('P1'), registerRow('P2'), registerRow('P3')];
      expect(await apply({ rows: first })).toMatchObject({ joined: 3, changed: 0, left: 0, unchanged: 0 });
      const second = [registerRow('P1'), registerRow('P2', { unit: 'Unit 2' }), registerRow('P4')];
      expect(await apply({ rows: second })).toMatchObject({ joined: 1, changed: 1, left: 1, unchanged: 1 });
      expect(await present()).toEqual(['P1', 'P2', 'P4']);
    });

    test('an import that says nothing new makes no version', async () => {
      const rows = [registerRow('P1')];
      const { registerVersion } = (await apply({ rows })) as { registerVersion: RegisterVersion };
      expect(await apply({ rows: [{ ...registerRow('P1') }] })).toMatchObject({ registerVersion, unchanged: 1 });
      expect(await store.registerVersion(WORKER)).toBe(registerVersion);
    });

    test('a subject keeps its id through changes, and when it leaves and comes back', async () => {
      await apply({ rows: [registerRow('P1')] });
      const [first] = (await readAll()).subjects;
      await apply({ rows: [registerRow('P1', { unit: 'Unit 2' })] });
      await apply({ rows: [] });
      expect((await readAll(2)).left).toEqual([first?.subjectId]);
      await apply({ rows: [registerRow('P1')] });
      const [back] = (await readAll()).subjects;
      expect(back).toMatchObject({ subjectId: first?.subjectId, version: 3, registerVersion: 4 });
    });

    test('a row comes back as it was given', async () => {
      const row = registerRow('P1', {
        ...{ kind: 'partner', regime: 'VOG', functionClass: 'increased_risk' },
        partnerLink: { partnerOf: asId<PersonnelNumber>('P2'), relation: 'partner', inquiry: 'I1' },
        inServiceUntil: { year: 2027, month: null, day: null },
      });
      await apply({ rows: [row] });
      const [{ subjectId, version, registerVersion, ...stored }] = (await readAll()).subjects as [Subject];
      expect(stored).toEqual(row);
    });

    test('a reading after a version gives only what changed since, in pages', async () => {
      await apply({ rows: ['P1', 'P2', 'P3', 'P4', 'P5'].map((name) => registerRow(name)) });
      expect(await readAll(0, 2)).toMatchObject({ pages: 3 });
      expect((await readAll(1)).subjects).toEqual([]);
      await apply({ mode: 'changes', rows: [registerRow('P3', { unit: 'Unit 2' })] });
      expect((await readAll(1)).subjects.map((row) => row.personnelNumber)).toEqual(['P3']);
    });

    test('a change file leaves the others alone; whom the gate refuses leaves', async () => {
      await apply({ rows: [registerRow('P1'), registerRow('P2'), registerRow('P3')] });
      const changes = { mode: 'changes', rows: [registerRow('P4')], refused: numbers('P1', 'unknown') } as const;
      expect(await apply(changes)).toMatchObject({ joined: 1, left: 1 });
      expect(await present()).toEqual(['P2', 'P3', 'P4']);
    });

    test('whose row is faulty stays', async () => {
      await apply({ rows: [registerRow('P1'), registerRow('P2')] });
      expect(await apply({ rows: [registerRow('P1')], rejected: numbers('P2') })).toMatchObject({ left: 0 });
      expect(await present()).toEqual(['P1', 'P2']);
    });

    test('nobody leaves for being missing when a rejected row names nobody, unless that is confirmed', async () => {
      await apply({ rows: [registerRow('P1'), registerRow('P2'), registerRow('P3')] });
      const file = { rows: [registerRow('P1')], refused: numbers('P3'), unnamed: 1 };
      expect(await apply(file)).toMatchObject({ left: 1, kept: 1 });
      expect(await present()).toEqual(['P1', 'P2']);
      expect(await apply({ ...file, confirmed: true })).toMatchObject({ left: 1, kept: 0 });
      expect(await present()).toEqual(['P1']);
    });

    test.each([
      { shrinkLimit: 0.25, confirmed: false, kind: 'applied' },
      { shrinkLimit: 0.24, confirmed: false, kind: 'shrinks' },
      { shrinkLimit: 0.24, confirmed: true, kind: 'applied' },
    ])(
      'one of four leaves, limit $shrinkLimit, confirmed $confirmed: $kind',
      async ({ shrinkLimit, confirmed, kind }) => {
        await apply({ rows: ['P1', 'P2', 'P3', 'P4'].map((name) => registerRow(name)) });
        const rows = ['P1', 'P2', 'P3'].map((name) => registerRow(name));
        expect(await apply({ rows, shrinkLimit, confirmed })).toMatchObject({ kind });
        expect(await present()).toHaveLength(kind === 'applied' ? 3 : 4);
      },
    );

    test.each([
      { from: { year: 2026, month: 11, day: 22 }, late: '2026-11-22' },
      { from: { year: 2026, month: 11, day: null }, late: '2026-11-01' },
      { from: { year: 2026, month: 11, day: 23 }, late: null },
      { from: { year: null, month: null, day: null }, late: null },
      { from: null, late: null },
    ])('who joins with service from $late is late', async ({ from, late }) => {
      await apply({ rows: [registerRow('P0', { inServiceFrom: { year: 1990, month: 1, day: 1 } })] });
      const rows = [registerRow('P0'), registerRow('P1', { inServiceFrom: from })];
      const applied = await importRows(store, rows);
      const expected = late === null ? [] : [{ subjectId: expect.any(String), inServiceFrom: late }];
      expect(applied).toMatchObject({ lateJoiners: expected });
    });

    test('nobody is late at the first import', async () => {
      const rows = [registerRow('P1', { inServiceFrom: { year: 1990, month: 1, day: 1 } })];
      expect(await apply({ rows })).toMatchObject({ joined: 1, lateJoiners: [] });
    });

    test('two rows of one person are a fault of the caller', async () => {
      await expect(apply({ rows: [registerRow('P1'), registerRow('P1')] })).rejects.toThrow('same personnel number');
    });

    test('those present are counted by kind', async () => {
      await apply({ rows: [registerRow('P1'), registerRow('P2', { kind: 'external' }), registerRow('P3')] });
      await apply({ rows: [registerRow('P1'), registerRow('P2', { kind: 'external' })] });
      expect(await store.countSubjects(OPERATOR)).toEqual({ officer: 1, external: 1, partner: 0 });
    });
  });
}
