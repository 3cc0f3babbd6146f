import { describe, expect, test } from '@jest/globals';
import { asEpochMs } from '../../src/domain/ids.ts';
import { assign, CLAIM_DURATION_MS } from '../../src/review/claims.ts';
import { afterEntry, type EntryEffect } from '../../src/review/life.ts';
import { turnOf } from '../../src/review/turn.ts';
import { toldRefusal } from '../../src/review/visibility.ts';
import { ANNE, BRAM, SENIOR } from './people.ts';
import { told } from './stories.ts';
import { freshTask, MONDAY } from './tasks.ts';

const NOTHING: EntryEffect = { reopen: false, askIdentityAgain: false };
const ASKED_AGAIN: EntryEffect = { reopen: false, askIdentityAgain: true };
const BACK: EntryEffect = { reopen: true, askIdentityAgain: false };
const BOTH: EntryEffect = { reopen: true, askIdentityAgain: true };

/** What an entry changes in a task with this story: state, who has it in hand, the answers that it retires. */
const after = (story: string, effect: EntryEffect) => {
  const { task } = told(freshTask(), story);
  const { state, claim, retired } = afterEntry(task, effect);
  const verdicts = task.dispositions.filter(({ dispositionId }) => retired.includes(dispositionId));
  return { state, claimedBy: claim?.by ?? null, retired: verdicts.map(({ verdict }) => verdict) };
};

describe('what an entry does to a task', () => {
  test.each<readonly [says: string, story: string, EntryEffect, ReturnType<typeof after>]>([
    ['one in hand stays so', 'anne claims', NOTHING, { state: 'claimed', claimedBy: ANNE.accountId, retired: [] }],
    [
      'a new question A goes to whoever has it in hand, and the answer is retired',
      'anne claims; anne same',
      ASKED_AGAIN,
      { state: 'claimed', claimedBy: ANNE.accountId, retired: ['same_person'] },
    ],
    [
      'where nobody has it in hand it goes back to the queue',
      'anne claims; anne same; anne releases',
      ASKED_AGAIN,
      { state: 'open', claimedBy: null, retired: ['same_person'] },
    ],
    [
      'a closed one comes back to question A with every answer retired',
      'anne claims; anne same; anne propose',
      BOTH,
      { state: 'open', claimedBy: null, retired: ['same_person', 'propose_investigation'] },
    ],
    [
      'a closed one comes back to question B with A still answered',
      'anne claims; anne same; anne propose',
      BACK,
      { state: 'identity_decided', claimedBy: null, retired: ['propose_investigation'] },
    ],
  ])('%s', (_, story, effect, expected) => {
    expect(after(story, effect)).toEqual(expected);
  });

  test('what could not be told has served its time', () => {
    const { task } = told(freshTask(), 'anne claims; anne same');
    const [answer] = task.dispositions;
    const untold = { ...task, state: 'waiting', dispositions: [{ ...answer!, verdict: 'cannot_tell' }] } as typeof task;
    expect(afterEntry(untold, BACK)).toMatchObject({ state: 'open', retired: [answer!.dispositionId] });
  });
});

test('only a senior puts a task into the hands of another, also out of those of a third', () => {
  const { task } = told(freshTask(), 'anne claims');
  expect(assign(task, BRAM, BRAM, MONDAY)).toEqual({ kind: 'refused', refusal: 'role_forbids' });
  const assigned = assign(task, SENIOR, BRAM, MONDAY);
  expect(assigned).toMatchObject({
    kind: 'moved',
    change: { state: 'claimed', claim: { by: BRAM.accountId, at: MONDAY } },
  });
});

test('a task is in hand for half an hour from the last thing done with it', () => {
  const { task } = told(freshTask(), 'anne claims');
  const { heldUntil } = turnOf(task, ANNE, MONDAY);
  expect(heldUntil).toBe(asEpochMs(task.claim!.at + CLAIM_DURATION_MS));
});

test.each([
  ['conflict_of_interest', 'unknown_task'],
  ['gate_refuses', 'unknown_task'],
  ['claimed_by_another', 'claimed_by_another'],
] as const)('of a refusal for %s somebody is told %s', (refusal, said) => {
  expect(toldRefusal(refusal)).toBe(said);
});
