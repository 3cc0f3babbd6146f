import { describe, expect, test } from '@jest/globals';
import type { TaskOfCase } from '../../../db/contract/chunks.ts';
import { applySnapshot } from '../../../jobs/case-life/snapshot.ts';
import { type Pair, stateOf } from '../../../jobs/case-life/state.ts';
import { caseWriteOf } from '../../../jobs/case-life/write.ts';
import { BERT, CASE, history, pair, rating, snapshot, task } from './builders.ts';

const closedAs = (parts: Partial<TaskOfCase>): TaskOfCase =>
  task({ state: 'closed', identity: 'same_person', ...parts });
const dismissed = closedAs({ identity: 'someone_else' });
const notRelevant = closedAs({ relevance: 'not_relevant', rating: rating('medium') });
const proposed = closedAs({ relevance: 'propose_investigation', rating: rating('high') });
const seenBefore = (sameEvidence: boolean) => ({ earlierVerdict: { verdict: 'someone_else', sameEvidence } as const });

interface Row {
  readonly says: string;
  readonly has: readonly TaskOfCase[];
  readonly pairs: readonly Pair[];
  /** The facts say nothing that the case did not say before. */
  readonly nothingNew?: true;
  readonly outcome: string;
  readonly writes: readonly string[];
}

/** what stands in the case · what the new message hits, with its rating · outcome of the line · what is written */
const ROWS: readonly Row[] = [
  { says: 'nobody hit', has: [], pairs: [], outcome: 'cleared no_hit', writes: [] },
  { says: 'a relevant hit', has: [], pairs: [pair('high')], outcome: 'tasked new_task', writes: ['create'] },
  { says: 'an irrelevant hit', has: [], pairs: [pair('none')], outcome: 'cleared not_relevant', writes: [] },
  {
    says: 'two subjects hit: rival tasks',
    has: [],
    pairs: [pair('low'), pair('low', { subjectId: BERT })],
    outcome: 'tasked new_task',
    writes: ['create', 'create'],
  },
  {
    says: 'a pair dismissed elsewhere on the same evidence',
    has: [],
    pairs: [pair('high', seenBefore(true))],
    outcome: 'cleared suppressed',
    writes: [],
  },
  {
    says: 'a pair dismissed elsewhere on other evidence comes back',
    has: [],
    pairs: [pair('high', seenBefore(false))],
    outcome: 'tasked new_task',
    writes: ['create'],
  },
  {
    says: 'an open task follows the case',
    has: [task()],
    pairs: [pair('high')],
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'also down to none',
    has: [task()],
    pairs: [pair('none')],
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'an open task whose subject is no longer hit',
    has: [task()],
    pairs: [],
    outcome: 'tasked existing_task',
    writes: ['withdraw'],
  },
  {
    says: 'a confirmed pair stays linked without a hit on unchanged evidence',
    has: [task({ identity: 'same_person', state: 'identity_decided' })],
    pairs: [pair('low', {}, false)],
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'a confirmed pair without a hit on changed evidence',
    has: [task({ identity: 'same_person', state: 'identity_decided' })],
    pairs: [pair('low', { evidenceHash: 'evidence-2' }, false)],
    outcome: 'tasked existing_task',
    writes: ['withdraw'],
  },
  {
    says: 'changed evidence asks question A again',
    has: [task({ identity: 'same_person', state: 'identity_decided' })],
    pairs: [pair('low', { evidenceHash: 'evidence-2' })],
    outcome: 'tasked existing_task',
    writes: ['update ask-again'],
  },
  {
    says: 'dismissed in this case',
    has: [dismissed],
    pairs: [pair('high')],
    outcome: 'cleared suppressed',
    writes: [],
  },
  {
    says: 'dismissed in this case, then other evidence',
    has: [dismissed],
    pairs: [pair('high', { evidenceHash: 'evidence-2' })],
    outcome: 'tasked existing_task',
    writes: ['update reopen ask-again'],
  },
  {
    says: 'closed as not relevant, now higher',
    has: [notRelevant],
    pairs: [pair('high')],
    outcome: 'tasked existing_task',
    writes: ['update reopen'],
  },
  {
    says: 'closed as not relevant, now lower',
    has: [notRelevant],
    pairs: [pair('low')],
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'proposed for investigation, then acquitted',
    has: [proposed],
    pairs: [pair('none')],
    outcome: 'tasked existing_task',
    writes: ['update reopen'],
  },
  {
    says: 'proposed for investigation, still high',
    has: [proposed],
    pairs: [pair('high')],
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'watched until the next entry',
    has: [task({ state: 'waiting' })],
    pairs: [pair('medium')],
    outcome: 'tasked existing_task',
    writes: ['update reopen'],
  },
  {
    says: 'watched until the next entry, and the next says nothing new',
    has: [task({ state: 'waiting' })],
    pairs: [pair('medium')],
    nothingNew: true,
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'watched, nothing new about the facts but another person',
    has: [task({ state: 'waiting', identity: 'same_person' })],
    pairs: [pair('medium', { evidenceHash: 'evidence-2' })],
    nothingNew: true,
    outcome: 'tasked existing_task',
    writes: ['update reopen ask-again'],
  },
  {
    says: 'closed as not relevant, and the end of the sentence makes it no more serious than it was',
    has: [notRelevant],
    pairs: [pair('high')],
    nothingNew: true,
    outcome: 'tasked existing_task',
    writes: ['update'],
  },
  {
    says: 'withdrawn, and hit again by a message that says nothing new',
    has: [task({ state: 'withdrawn' })],
    pairs: [pair('low')],
    nothingNew: true,
    outcome: 'tasked existing_task',
    writes: ['update reopen'],
  },
  {
    says: 'withdrawn, hit again',
    has: [task({ state: 'withdrawn' })],
    pairs: [pair('low')],
    outcome: 'tasked existing_task',
    writes: ['update reopen'],
  },
  {
    says: 'withdrawn, hit again but irrelevant',
    has: [task({ state: 'withdrawn' })],
    pairs: [pair('none')],
    outcome: 'cleared not_relevant',
    writes: [],
  },
];

describe('what a message that is the newest of its case makes of its tasks', () => {
  test.each(ROWS)('$says', ({ has, pairs, nothingNew, outcome, writes }) => {
    const entry = snapshot(10);
    const applied = applySnapshot(
      stateOf(history({ tasks: has })),
      entry,
      entry.case.facts,
      nothingNew !== true,
      pairs,
    );
    expect(`${applied.outcome} ${applied.reason}`).toBe(outcome);
    const written = caseWriteOf(CASE, applied.state)?.tasks ?? [];
    const words = written.map((write) =>
      [
        write.kind,
        ...(write.kind === 'update' && write.reopen ? ['reopen'] : []),
        ...(write.kind === 'update' && write.askIdentityAgain ? ['ask-again'] : []),
      ].join(' '),
    );
    expect(words).toEqual(writes);
  });

  test('a rival that is irrelevant is kept as a hit beside the task of another', () => {
    const entry = snapshot(10);
    const pairs = [pair('high'), pair('none', { subjectId: BERT })];
    const applied = applySnapshot(stateOf(history()), entry, entry.case.facts, true, pairs);
    const write = caseWriteOf(CASE, applied.state);
    expect(write?.tasks).toHaveLength(1);
    expect(write?.hits?.map(({ subjectId }) => subjectId)).toEqual(pairs.map(({ subjectId }) => subjectId));
  });

  test('a case that nobody has a task in writes nothing at all', () => {
    const entry = snapshot(10);
    const applied = applySnapshot(stateOf(history()), entry, entry.case.facts, true, []);
    expect(caseWriteOf(CASE, applied.state)).toBeNull();
  });

  test('the content goes when the last task is withdrawn', () => {
    const entry = snapshot(10);
    const applied = applySnapshot(stateOf(history({ tasks: [task()] })), entry, entry.case.facts, true, []);
    expect(caseWriteOf(CASE, applied.state)?.content).toBeNull();
  });
});
