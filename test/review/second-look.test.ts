import { expect, test } from '@jest/globals';
import type { SecondLook } from '../../src/review/review-task.ts';
import { told } from './stories.ts';
import { freshTask } from './tasks.ts';

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
