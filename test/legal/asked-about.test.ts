import { describe, expect, test } from '@jest/globals';
import type { Inquiry } from '../../src/domain/inquiry.ts';
import { askedAbout, type Principal } from '../../src/legal/asked-about.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { gate } from '../../src/legal/gate.ts';
import { registerRow } from '../db/conformance/people.ts';
import { INQUIRY, LOAD_PARTNER, OFFICER, ONE_OFF, PARTNER_FACTS, TODAY } from './people.ts';

const partner = registerRow('P-9', {
  kind: 'partner',
  partnerLink: { partnerOf: registerRow('P-1').personnelNumber, relation: ' Echtgenoot', inquiry: 'inquiry-1' },
});
const PRINCIPAL: Principal = { subjectId: PARTNER_FACTS.principalId, row: OFFICER };
const find = (named: string): Inquiry | null => (named === INQUIRY.inquiryId ? INQUIRY : null);

describe('what the gate looks at in a row of the register', () => {
  test('of an officer is the row alone, whatever else is at hand', () => {
    const officer = registerRow('P-1');
    expect(askedAbout(officer, PRINCIPAL, find)).toEqual({ subject: officer, partner: null, inquiry: null });
  });

  test('of a partner is also whom it belongs to, how, and the inquiry that its row names', () => {
    const { birthDate } = partner.identity;
    expect(askedAbout(partner, PRINCIPAL, find)).toEqual({
      subject: partner,
      partner: {
        principalId: PRINCIPAL.subjectId,
        principal: OFFICER,
        relation: 'partner',
        birthDate,
        inquiry: 'inquiry-1',
      },
      inquiry: INQUIRY,
    });
  });

  test('of a partner whose principal the register does not know, or whose inquiry is none, says so', () => {
    expect(askedAbout(partner, null, () => null)).toEqual({ subject: partner, partner: null, inquiry: null });
  });

  test('of a partner without a link is nobody else', () => {
    const bare = registerRow('P-9', { kind: 'partner', partnerLink: null });
    expect(askedAbout(bare, PRINCIPAL, find)).toEqual({ subject: bare, partner: null, inquiry: null });
  });
});

test('of several bases for partners one must meet every condition; which, the order does not decide', () => {
  const other = { ...ONE_OFF, basisId: 'other' as typeof ONE_OFF.basisId, dpiaReference: 'DPIA-2' };
  const allowed = { kind: 'allowed', basisId: ONE_OFF.basisId };
  expect(gate(LOAD_PARTNER, [other, ONE_OFF], TODAY)).toEqual(allowed);
  expect(gate(LOAD_PARTNER, [ONE_OFF, other], TODAY)).toEqual(allowed);
  expect(gate(LOAD_PARTNER, [other], TODAY)).toEqual({ kind: 'refused', condition: 'G5_PURPOSE' });
});

test('the made-up bases name the act of today, nobody but staff, and say that they are made up', () => {
  const bases = fictitiousBases();
  expect(bases.map(({ subjectKind }) => subjectKind)).toEqual(['officer', 'external']);
  for (const basis of bases) {
    expect(basis).toMatchObject({
      ...{ statute: { name: 'Politiewet 2012', gazetteYear: 2020, gazetteNumber: 412 }, articles: ['48v'] },
      ...{ mode: 'continuous', conditions: [], recordedBy: 'set-up', fictitious: true },
    });
    expect(basis).not.toHaveProperty('keepUnmatchedDays');
  }
});
