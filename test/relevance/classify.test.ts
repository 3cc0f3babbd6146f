import { describe, expect, test } from '@jest/globals';
import { classify, referenceOf } from '../../src/relevance/classify.ts';
import { date, fact, POLICY } from './cases.ts';

function found(references: string, acted: string | null) {
  const actDate = acted === null ? null : date(acted);
  const { offence, maxPenaltyMonths, reasons } = classify(fact(references, [], { actDate }), POLICY.catalogue);
  return {
    offence: offence === null ? null : `${referenceOf(offence)} ${offence.nameNl}`,
    tier: offence?.tier ?? null,
    months: maxPenaltyMonths,
    uncertain: reasons.some((reason) => reason.code === 'ACT_DATE_UNCERTAIN'),
  };
}

/** Provisions as the source names them, date of the act, what it is, tier, maximum in months, version uncertain. */
const CASES: readonly (readonly [string, string | null, string | null, string | null, number | null, boolean?])[] = [
  // offences of office
  ['Sr 272 lid 1', '2026-02-11', 'Sr 272 schending van een ambts- of beroepsgeheim', 'T1', 12],
  ['Sr 363', '2026-02-11', 'Sr 363 passieve omkoping van een ambtenaar', 'T1', 72],
  ['Sr 138ab lid 2', '2026-02-11', 'Sr 138ab lid 2 computervredebreuk met overnemen van gegevens', 'T1', 48],
  ['Sr 138ab lid 1', '2026-02-11', 'Sr 138ab computervredebreuk', 'T1', 24],
  // both numberings of the sexual offences, changed on 1 July 2024
  ['Sr 242', '2024-06-30', 'Sr 242 verkrachting', 'T1', 144],
  ['Sr 242', '2024-07-01', 'Sr 242 schuldverkrachting', 'T1', 48],
  ['Sr 240b', '2024-06-30', 'Sr 240b kinderporno', 'T1', 48],
  ['Sr 240b', '2024-07-01', null, null, null],
  ['Sr 252', '2024-06-30', null, null, null],
  ['Sr 252', '2024-07-01', 'Sr 252 kinderporno', 'T1', 72],
  [
    'Sr 249 lid 2',
    '2020-01-01',
    'Sr 249 lid 2 ontucht door een ambtenaar of hulpverlener met een afhankelijke',
    'T1',
    72,
  ],
  ['Sr 249 lid 2', '2025-01-01', 'Sr 249 aanranding van iemand onder de twaalf', 'T1', 120],
  ['Sr 242', '2024-00-00', 'Sr 242 verkrachting', 'T1', 144, true],
  ['Sr 242', null, 'Sr 242 verkrachting', 'T1', 144, true],
  ['Sr 248d', '2024-06-30', 'Sr 248d seksuele corruptie van iemand onder de zestien', 'T1', 24],
  ['Sr 248d', '2024-07-01', null, null, null],
  ['Sr 250', '2024-06-30', 'Sr 250 bevorderen van ontucht door een minderjarige', 'T1', 48],
  ['Sr 250', '2024-07-01', 'Sr 250 verkrachting van iemand onder de twaalf', 'T1', 180],
  // penalties that changed
  ['WVW 8 lid 2', '2019-12-31', 'WVW 8 rijden onder invloed', 'T3', 3],
  ['WVW 8 lid 2', '2020-01-01', 'WVW 8 rijden onder invloed', 'T3', 12],
  ['Sr 285', '2019-06-01', 'Sr 285 bedreiging', 'T3', 24],
  ['Sr 285', '2026-06-01', 'Sr 285 bedreiging', 'T2', 36],
  ['Sr 285d', '2023-12-31', null, null, null],
  // attempt, preparation, participation, aggravation
  ['Sr 302 + Sr 45 lid 1', '2026-02-11', 'Sr 302 zware mishandeling', 'T1', 64],
  ['Sr 45 + Sr 302', '2026-02-11', 'Sr 302 zware mishandeling', 'T1', 64],
  ['Sr 302 + Sr 46', '2026-02-11', 'Sr 302 zware mishandeling', 'T1', 48],
  ['Sr 310 + Sr 47', '2026-02-11', 'Sr 310 diefstal', 'T2', 48],
  ['Sr 310 + Sr 48', '2026-02-11', 'Sr 310 diefstal', 'T2', 32],
  ['Sr 310 + Sr 45 + Sr 48', '2026-02-11', 'Sr 310 diefstal', 'T2', 21],
  ['Sr 300 + Sr 304 onder 2°', '2026-02-11', 'Sr 300 mishandeling', 'T2', 48],
  ['Sr 266 + Sr 44', '2026-02-11', 'Sr 266 eenvoudige belediging', 'T3', 4],
  ['Sr 289 + Sr 45', '2026-02-11', 'Sr 289 moord', 'T1', 240],
  ['Sr 300 + Sr 304 + Sr 304', '2026-02-11', 'Sr 300 mishandeling', 'T2', 48],
  // which provision counts
  ['Sr 310 + Sr 363', '2026-02-11', 'Sr 310 diefstal', 'T2', 48],
  ['OW 2 + OW 10 lid 4', '2026-02-11', 'OW 10 lid 4 handel in of vervaardigen van harddrugs', 'T1', 96],
  ['WWM 26 lid 1 + WWM 55 lid 3', '2026-02-11', 'WWM 55 lid 3 vuurwapen', 'T1', 48],
  ['WED 6 lid 1 onder 1°', '2026-02-11', 'WED 6 lid 1 onder 1 economisch misdrijf van de zwaarste groep', 'T2', 72],
  ['sr 138AB', '2026-02-11', 'Sr 138ab computervredebreuk', 'T1', 24],
  // unknown, rather than guessed
  ['OW 10', '2026-02-11', null, null, null],
  ['OW 10 lid 9', '2026-02-11', null, null, null],
  ['Sr 999', '2026-02-11', null, null, null],
  ['Sr 45', '2026-02-11', null, null, null],
  ['XX 272', '2026-02-11', null, null, null],
];

describe('what a fact is in law', () => {
  test.each(CASES)('%s on %s', (references, acted, offence, tier, months, uncertain = false) => {
    expect(found(references, acted)).toEqual({ offence, tier, months, uncertain });
  });

  test('a blank in the name of a law does not matter', () => {
    const spaced = fact('Sr 272', [], {
      provisions: [{ law: 'S r', article: ' 272 ', paragraph: '', subparagraph: '' }],
    });
    expect(classify(spaced, POLICY.catalogue).offence?.article).toBe('272');
  });
});
