import { describe, expect, test } from '@jest/globals';
import { standingOf } from '../../src/relevance/standing.ts';
import { decision, POLICY, TODAY } from './cases.ts';

const CONVICTED = 'verdict conviction 2026-03-01 instance=1';
const APPEAL = 'appeal 2026-03-10';

/** Decisions (in wire order), disposal, status, irrevocable. */
const CASES: readonly (readonly [string, readonly string[], string, string, boolean])[] = [
  ['nothing decided', [], 'D1', 'suspect', false],
  ['summoned', ['summons 2026-01-01'], 'D1', 'suspect', false],
  ['convicted, not final', [CONVICTED], 'D3', 'convicted_not_final', false],
  ['taakstraf, not final', [`${CONVICTED} penalty=community_service`], 'D3', 'convicted_not_final', false],
  ['taakstraf, final', [`${CONVICTED} final=2026-03-16 penalty=community_service`], 'D2', 'convicted', true],
  ['prison, final', [`${CONVICTED} final=2026-03-16 penalty=imprisonment`], 'D2', 'convicted', true],
  [
    'suspended prison, final',
    [`${CONVICTED} final=2026-03-16 penalty=imprisonment-suspended`],
    'D2',
    'convicted',
    true,
  ],
  ['hechtenis, final', [`${CONVICTED} final=2026-03-16 penalty=detention`], 'D2', 'convicted', true],
  ['youth detention, final', [`${CONVICTED} final=2026-03-16 penalty=youth_detention`], 'D2', 'convicted', true],
  ['fine, final', [`${CONVICTED} final=2026-03-16 penalty=fine`], 'D3', 'convicted', true],
  ['fine and prison, final', [`${CONVICTED} final=2026-03-16 penalty=fine,imprisonment`], 'D2', 'convicted', true],
  ['driving ban, final', [`${CONVICTED} final=2026-03-16 penalty=driving_ban`], 'D3', 'convicted', true],
  ['measure, final', [`${CONVICTED} final=2026-03-16 penalty=measure`], 'D3', 'convicted', true],
  ['final next week', [`${CONVICTED} final=2026-12-01 penalty=imprisonment`], 'D3', 'convicted_not_final', false],
  ['final today', [`${CONVICTED} final=2026-11-23 penalty=imprisonment`], 'D2', 'convicted', true],
  ['final this month, day unknown', [`${CONVICTED} final=2026-11-00 penalty=imprisonment`], 'D2', 'convicted', true],
  [
    'guilty without penalty',
    ['verdict guilty_without_penalty 2026-03-01'],
    'D3',
    'guilty_without_penalty_not_final',
    false,
  ],
  [
    'guilty without penalty, final',
    ['verdict guilty_without_penalty 2026-03-01 final=2026-03-16'],
    'D3',
    'guilty_without_penalty',
    true,
  ],
  ['acquitted', ['verdict acquittal 2026-03-01'], 'D5', 'acquitted_not_final', false],
  ['acquitted, final', ['verdict acquittal 2026-03-01 final=2026-03-16'], 'D5', 'acquitted', true],
  ['acquitted, appeal lodged', ['verdict acquittal 2026-03-01', APPEAL], 'D1', 'acquitted_not_final', false],
  ['discharged', ['verdict discharge 2026-03-01'], 'D5', 'discharged_not_final', false],
  ['discharged, final', ['verdict discharge 2026-03-01 final=2026-03-16'], 'D5', 'discharged', true],
  ['discharged, appeal lodged', ['verdict discharge 2026-03-01', APPEAL], 'D1', 'discharged_not_final', false],
  ['verdict without outcome', ['verdict 2026-03-01'], 'D1', 'suspect', false],
  [
    'verdict without outcome but with a penalty',
    ['verdict 2026-03-01 penalty=fine'],
    'D3',
    'convicted_not_final',
    false,
  ],

  ['convicted, appeal lodged', [`${CONVICTED} penalty=imprisonment`, APPEAL], 'D3', 'convicted_not_final', false],
  [
    'appeal withdrawn: final after it',
    [`${CONVICTED} final=2026-05-01 penalty=imprisonment`, APPEAL],
    'D2',
    'convicted',
    true,
  ],
  [
    'appeal after it seemed final',
    [`${CONVICTED} final=2026-03-05 penalty=imprisonment`, APPEAL],
    'D3',
    'convicted_not_final',
    false,
  ],
  [
    'acquitted on appeal',
    [CONVICTED, APPEAL, 'verdict acquittal 2026-08-01 instance=2'],
    'D5',
    'acquitted_not_final',
    false,
  ],
  [
    'convicted on appeal, final',
    [
      'verdict acquittal 2026-03-01',
      APPEAL,
      'verdict conviction 2026-08-01 instance=2 final=2026-08-15 penalty=imprisonment',
    ],
    'D2',
    'convicted',
    true,
  ],
  [
    'listed newest first',
    ['verdict acquittal 2026-08-01 instance=2', APPEAL, CONVICTED],
    'D5',
    'acquitted_not_final',
    false,
  ],
  [
    'summoned to the appeal court',
    [`${CONVICTED} penalty=imprisonment`, APPEAL, 'summons 2026-05-01'],
    'D3',
    'convicted_not_final',
    false,
  ],
  [
    'cassation refused makes the verdict final',
    [
      'verdict conviction 2026-03-01 instance=2 penalty=imprisonment',
      APPEAL,
      'verdict 2026-09-01 instance=3 final=2026-09-01',
    ],
    'D2',
    'convicted',
    true,
  ],
  [
    'both instances on one day, the second listed first',
    ['verdict acquittal 2026-03-01 instance=2', CONVICTED],
    'D5',
    'acquitted_not_final',
    false,
  ],
  ['verdict annulled', [CONVICTED, 'annulment 2026-08-01'], 'D6', 'annulled', false],
  [
    'annulled and tried anew on the same day',
    [CONVICTED, 'verdict acquittal 2026-08-01 instance=2', 'annulment 2026-08-01 instance=2'],
    'D5',
    'acquitted_not_final',
    false,
  ],
  ['annulled and summoned again', [CONVICTED, 'annulment 2026-08-01', 'summons 2026-09-01'], 'D1', 'suspect', false],

  ['transaction offered', ['transaction 2026-03-01 penalty=community_service'], 'D3', 'transaction_offered', false],
  ['transaction complied with', ['transaction 2026-03-01 penalty=fine kept'], 'D3', 'transaction_paid', true],
  [
    'transaction with taakstraf complied with',
    ['transaction 2026-03-01 penalty=community_service kept'],
    'D2',
    'transaction_paid',
    true,
  ],
  ['transaction not complied with', ['transaction 2026-03-01 penalty=fine broken'], 'D1', 'suspect', false],
  ['penal order', ['penal_order 2026-03-01 penalty=fine'], 'D3', 'penal_order_open', false],
  ['penal order with taakstraf', ['penal_order 2026-03-01 penalty=community_service'], 'D3', 'penal_order_open', false],
  ['penal order, final', ['penal_order 2026-03-01 final=2026-03-15 penalty=fine'], 'D3', 'penalised', true],
  [
    'penal order with taakstraf, final',
    ['penal_order 2026-03-01 final=2026-03-15 penalty=community_service'],
    'D2',
    'penalised',
    true,
  ],
  [
    'opposition leads to a summons',
    ['penal_order 2026-03-01 penalty=fine', 'summons 2026-06-01'],
    'D1',
    'suspect',
    false,
  ],
  [
    'penal order, dismissed after opposition',
    ['penal_order 2026-03-01 penalty=fine', 'dismissal 02 2026-06-01'],
    'D5',
    'dismissed',
    false,
  ],
  [
    'end of execution of a penal order',
    ['penal_order 2026-03-01 final=2026-03-15 penalty=community_service', 'dismissal 77 2026-08-01'],
    'D2',
    'penalised',
    true,
  ],
  ['end of execution, the order itself not given', ['dismissal 90 2026-08-01'], 'D3', 'dismissed', false],

  ['wrongly a suspect', ['dismissal 01 2026-03-01'], 'D6', 'dismissed', false],
  ['lawful force', ['dismissal 09 2026-03-01'], 'D6', 'dismissed', false],
  ['registered twice', ['dismissal 99 2026-03-01'], 'D6', 'dismissed', false],
  ['insufficient evidence', ['dismissal 02 2026-03-01'], 'D5', 'dismissed', false],
  ['administrative fine', ['dismissal 08 2026-03-01'], 'D5', 'dismissed', false],
  ['other intervention', ['dismissal 20 2026-03-01'], 'D4', 'dismissed', false],
  ['settled with the injured party', ['dismissal 74 2026-03-01'], 'D4', 'dismissed', false],
  ['condition kept', ['dismissal 42 2026-03-01 kept'], 'D4', 'dismissed', false],
  ['condition broken', ['dismissal 42 2026-03-01 broken'], 'D1', 'suspect', false],
  ['code missing', ['dismissal 2026-03-01'], 'D4', 'dismissed', false],
  ['code nobody knows', ['dismissal 19 2026-03-01'], 'D4', 'dismissed', false],
  ['dismissed, then prosecuted after all', ['dismissal 02 2026-03-01', 'summons 2026-06-01'], 'D1', 'suspect', false],

  [
    'execution says nothing new',
    [`${CONVICTED} final=2026-03-16 penalty=imprisonment`, 'execution 2026-05-01', 'execution 2026-06-01'],
    'D2',
    'convicted',
    true,
  ],
  [
    'no dates at all: wire order counts',
    ['verdict conviction', 'appeal', 'verdict acquittal'],
    'D5',
    'acquitted_not_final',
    false,
  ],
];

describe('how a fact stands', () => {
  test.each(CASES)('%s', (_name, decisions, disposal, status, irrevocable) => {
    const standing = standingOf(decisions.map(decision), POLICY.table, TODAY);
    expect(standing).toMatchObject({ disposal, status, irrevocable });
  });

  test.each([
    ['appeal', [CONVICTED, APPEAL], 'APPEAL_PENDING'],
    ['missing outcome', ['verdict 2026-03-01'], 'VERDICT_OUTCOME_MISSING'],
    ['unknown code', ['dismissal 19 2026-03-01'], 'DISMISSAL_CODE_UNKNOWN'],
  ])('says why: %s', (_name, decisions, code) => {
    expect(standingOf(decisions.map(decision), POLICY.table, TODAY).reasons).toEqual([{ code }]);
  });
});
