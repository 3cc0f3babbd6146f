import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { QuarantineCode, ReasonCode } from '../../src/domain/ledger.ts';
import { quarantineText, reasonText } from '../../src/texts/intake.ts';

describe('every end of a line is said in both languages', () => {
  const said: readonly [ReasonCode, RegExp, RegExp][] = [
    ['no_hit', /niemand uit het register.*gewist/, /nobody in the register.*erased/],
    ['out_of_scope', /wet staat niet toe/, /law does not allow/],
    ['suppressed', /iemand anders/, /somebody else/],
    ['older', /nieuwer bericht/, /newer message/],
    ['existing_task', /bestaande beoordelingstaak/, /existing review task/],
    ['POISON', /rest van de levering is wel gescreend/, /rest of the delivery was screened/],
  ];
  test.each(said)('%s', (code, nl, en) => {
    expect(reasonText(code, 'nl')).toMatch(nl);
    expect(reasonText(code, 'en')).toMatch(en);
  });
});

describe('a quarantine reason names the field and never a value', () => {
  test.each<[QuarantineCode, string | null, string]>([
    ['INVALID_FIELD', 'persoon.bsn', '(veld: persoon.bsn)'],
    ['UNREADABLE', null, 'opnieuw te leveren.'],
  ])('%s %s', (code, field, ending) => {
    expect(quarantineText(code, field, LANGUAGES[0]).endsWith(ending)).toBe(true);
  });
});
