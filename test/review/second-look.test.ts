import { expect, test } from '@jest/globals';
import { asEpochMs } from '../../src/domain/ids.ts';
import { mayLookAgain } from '../../src/review/claims.ts';
import type { SecondLook } from '../../src/review/review-task.ts';
import { ANNE, AUDITOR, BRAM, CARO, OTHER_SENIOR, SENIOR } from './people.ts';
import { told } from './stories.ts';
import { freshTask, MINUTE_MS, MONDAY } from './tasks.ts';

type Parts = Parameters<typeof freshTask>[0];

/** Why somebody else must look, and whether without seeing what the first one found. */
test.each<readonly [Parts, string, SecondLook['why'], boolean]>([
  [{ rating: 'high' }, 'anne claims; anne same; anne not-relevant', 'high_not_proposed', false],
  [{ rating: 'high' }, 'anne claims; anne someone-else', 'high_not_proposed', true],
  [{ bsnState: 'equal' }, 'anne claims; anne someone-else', 'someone_else_equal_bsn', false],
  [{ bsnState: 'equal', rating: 'high' }, 'anne claims; anne someone-else', 'someone_else_equal_bsn', false],
  [{ rating: 'low' }, 'anne claims; anne same; anne propose rated high because', 'override_two_steps', false],
  [{ rating: 'none' }, 'anne claims; anne same; anne watch rated medium because', 'override_two_steps', false],
  [{ sampled: true }, 'anne claims; anne same; anne propose', 'sample', true],
  [{ sampled: true }, 'anne claims; anne someone-else', 'sample', true],
  [{ bsnState: 'equal' }, 'anne claims; anne someone-else; bram claims; bram same', 'disagreement', false],
])('%j: %s: %s, blind %s', (parts, story, why, blind) => {
  expect(told(freshTask(parts), story).task.secondLook).toEqual({ why, blind });
});

/** For whom an answer waits. */
test.each([
  ['nobody gave an answer', 'anne claims', []],
  ['an answer needs a second', 'anne claims; anne someone-else', ['bram', 'caro', 'senior', 'other-senior']],
  ['somebody has it in hand', 'anne claims; anne someone-else; bram claims', ['bram']],
  ['two do not agree', 'anne claims; anne someone-else; bram claims; bram same', ['senior', 'other-senior']],
  ['two agree', 'anne claims; anne someone-else; bram claims; bram someone-else', []],
])('when %s, others who may look are as the rules say', (_, story, names) => {
  const { task } = told(freshTask({ bsnState: 'equal' }), story);
  const at = asEpochMs(MONDAY + MINUTE_MS);
  const all = [ANNE, BRAM, CARO, SENIOR, OTHER_SENIOR, AUDITOR];
  expect(all.filter((account) => mayLookAgain(task, account, at)).map(({ name }) => name)).toEqual(names);
});
