import { describe, expect, test } from '@jest/globals';
import { readAccounts } from '../../src/intake/accounts.ts';

const HEADER = 'account,personeelsnummer,eenheid,belangen,rollen';

describe('a file of accounts', () => {
  test('says of each account who it is and whom it must stay away from', () => {
    const text = `\uFEFF${HEADER}\r\nsub-1,K1,Eenheid 7,K2;K3 ,\r\nsub-2,K4,,geen,\r\nsub-3,K5,Eenheid 1,,\r\nstats,,,,auditor;operator\r\n`;
    expect(readAccounts(text)).toEqual({
      kind: 'read',
      rows: [
        { name: 'sub-1', personnelNumber: 'K1', unit: 'Eenheid 7', declaredConflicts: ['K2', 'K3'], roles: null },
        { name: 'sub-2', personnelNumber: 'K4', unit: '', declaredConflicts: [], roles: null },
        { name: 'sub-3', personnelNumber: 'K5', unit: 'Eenheid 1', declaredConflicts: null, roles: null },
        { name: 'stats', personnelNumber: null, unit: '', declaredConflicts: null, roles: ['auditor', 'operator'] },
      ],
    });
  });

  test('may be parted by semicolons, as a Dutch spreadsheet does', () => {
    const text = `${HEADER.replaceAll(',', ';')}\nsub-1;K1;Eenheid 7;"K2;K3";\n`;
    expect(readAccounts(text)).toMatchObject({ rows: [{ declaredConflicts: ['K2', 'K3'] }] });
  });

  test.each([
    ['an account without a name', ['sub-1,K1,,geen,', ',K2,,geen,'], [3]],
    ['a row with a cell too few', ['sub-1,K1,,geen'], [2]],
    ['a role that is for the provider to give', ['sub-1,,,,reviewer'], [2]],
    ['roles for a person', ['sub-1,K1,,geen,auditor'], [2]],
    ['an account twice', ['sub-1,K1,,geen,', 'sub-2,K2,,geen,', 'sub-1,K3,,geen,'], [4]],
    ['text without end', [`sub-1,${'K'.repeat(201)},,geen,`], [2]],
  ])('is refused as a whole, by line, for %s', (_, rows, lines) => {
    expect(readAccounts([HEADER, ...rows].join('\n'))).toEqual({ kind: 'refused', lines });
  });

  test.each(['', 'account,personeelsnummer\nsub-1,K1\n', 'no "csv', 'a"b"c\n"'])(
    'is refused when it reads %j',
    (text) => {
      expect(readAccounts(text)).toEqual({ kind: 'refused', lines: [1] });
    },
  );
});
