import { expect, test } from '@jest/globals';
import { decideIdentity } from '../../src/review/decisions.ts';
import { SENIOR } from './people.ts';
import { freshTask, MONDAY } from './tasks.ts';

test('a senior whose task is asked A again, because the evidence changed under their hands, does not answer it', () => {
  const task = freshTask({ state: 'claimed', claim: { by: SENIOR.accountId, at: MONDAY } });
  const answer = { verdict: 'same_person', reason: '', waitUntil: null } as const;
  const by = { account: SENIOR, version: task.version, at: MONDAY };
  expect(decideIdentity(task, by, answer)).toEqual({ kind: 'refused', refusal: 'role_forbids' });
});
