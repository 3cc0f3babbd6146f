import { describe, expect, test } from '@jest/globals';
import { placeSnapshot } from '../../../jobs/case-life/order.ts';
import { retraction, snapshot } from './builders.ts';

const newer = { occurredAt: snapshot(20).occurredAt, messageId: snapshot(20).messageId };
const all = (at: number) => ({ ...retraction(at), factNumbers: null });
const facts = (at: number, ...factNumbers: number[]) => ({ ...retraction(at), factNumbers });

/** message facts · what the case has · what remains of the message (empty = superseded) */
const CASES = [
  { says: 'the first message is the truth', has: null, tombstones: [], remains: [1, 2] },
  { says: 'an older message than the case has is superseded', has: newer, tombstones: [], remains: [] },
  { says: 'nothing raises a case that was retracted later', has: null, tombstones: [all(15)], remains: [] },
  { says: 'an earlier retraction does not touch a later message', has: null, tombstones: [all(5)], remains: [1, 2] },
  { says: 'facts retracted later are taken out', has: null, tombstones: [facts(15, 2)], remains: [1] },
  { says: 'facts retracted earlier may be named again', has: null, tombstones: [facts(5, 2)], remains: [1, 2] },
  {
    says: 'all facts retracted one by one is superseded',
    has: null,
    tombstones: [facts(15, 1), facts(16, 2)],
    remains: [],
  },
];

describe('where a snapshot of moment 10 with facts 1 and 2 stands', () => {
  test.each(CASES)('$says', ({ has, tombstones, remains }) => {
    const placement = placeSnapshot(snapshot(10, [1, 2]), has, tombstones, () => true);
    const facts = placement.kind === 'newest' ? placement.facts.map(({ factNumber }) => factNumber) : [];
    expect(facts).toEqual(remains);
  });

  test('of two messages of the same moment the one with the higher id is newer', () => {
    const first = { ...snapshot(10), messageId: snapshot(10).messageId };
    const second = { ...snapshot(10), messageId: snapshot(11).messageId };
    expect(placeSnapshot(second, first, [], () => true).kind).toBe('newest');
    expect(placeSnapshot(first, second, [], () => true).kind).toBe('older');
  });

  test.each([
    { says: 'a fact that may not be kept is left out', keeps: [1], kind: 'newest' },
    { says: 'a message of which nothing may be kept is forgotten', keeps: [], kind: 'forgotten' },
  ])('$says', ({ keeps, kind }) => {
    const mayBeKept = ({ factNumber }: { readonly factNumber: number }) => keeps.some((kept) => kept === factNumber);
    const placement = placeSnapshot(snapshot(10, [1, 2]), null, [], mayBeKept);
    expect(placement.kind).toBe(kind);
    if (placement.kind === 'newest') expect(placement.facts.map(({ factNumber }) => factNumber)).toEqual(keeps);
  });
});
