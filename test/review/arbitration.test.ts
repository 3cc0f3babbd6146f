import { expect, test } from '@jest/globals';
import { currentDispositions } from '../../src/review/review-task.ts';
import { told } from './stories.ts';
import { freshTask } from './tasks.ts';

/** After a senior has decided, the verdicts that stand, by whom. */
test.each<[parts: Parameters<typeof freshTask>[0], story: string, standing: readonly string[]]>([
  // A was in dispute: what was said of B on the first answer to A stands no more.
  [
    { sampled: true },
    'anne claims; anne same; anne propose; bram claims; bram someone-else; senior claims; senior same',
    ['anne same_person', 'senior same_person'],
  ],
  [
    { sampled: true },
    'anne claims; anne same; anne propose; bram claims; bram someone-else; senior claims; senior someone-else',
    ['bram someone_else', 'senior someone_else'],
  ],
  // B was in dispute: A stands as it did, and so does who agreed with the senior.
  [
    { rating: 'high' },
    'anne claims; anne same; anne not-relevant; bram claims; bram propose; senior claims; senior not-relevant',
    ['anne same_person', 'anne not_relevant', 'senior not_relevant'],
  ],
])('%j: %s', (parts, story, standing) => {
  const { task } = told(freshTask(parts), story);
  expect(currentDispositions(task).map(({ accountId, verdict }) => `${accountId} ${verdict}`)).toEqual(standing);
});
