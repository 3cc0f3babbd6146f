import type { Account } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import type { ReviewTask } from '../../src/review/review-task.ts';
import { ANNE, AUDITOR, BRAM, CARO, OTHER_SENIOR, SENIOR } from './people.ts';
import { type Move, play } from './playing.ts';
import { MINUTE_MS, MONDAY } from './tasks.ts';

const WHO: Readonly<Record<string, Account>> = {
  anne: ANNE,
  bram: BRAM,
  caro: CARO,
  senior: SENIOR,
  'other-senior': OTHER_SENIOR,
  auditor: AUDITOR,
};

/** The words of a story, and what they do. A date is one to wait until; `because` gives a reason. */
const MOVES: Readonly<Record<string, Move>> = {
  claims: { kind: 'claim' },
  releases: { kind: 'release' },
  same: { kind: 'identity', verdict: 'same_person' },
  'someone-else': { kind: 'identity', verdict: 'someone_else' },
  'cannot-tell': { kind: 'identity', verdict: 'cannot_tell' },
  'not-relevant': { kind: 'relevance', verdict: 'not_relevant' },
  watch: { kind: 'relevance', verdict: 'watch' },
  propose: { kind: 'relevance', verdict: 'propose_investigation' },
  withdraws: { kind: 'withdraw' },
  'in-place': { kind: 'entry' },
  'brings-back': { kind: 'entry', reopen: true },
  'new-identity': { kind: 'entry', newEvidence: 'evidence-2' },
  'brings-back-with-new-identity': { kind: 'entry', reopen: true, newEvidence: 'evidence-2' },
};

function moveOf(words: readonly string[]): Move {
  const move = MOVES[words[0] ?? ''];
  if (move === undefined) throw new Error(`Unknown move: ${words.join(' ')}`);
  const extras: Record<string, string> = {};
  for (const [index, word] of words.entries()) {
    if (/^\d{4}-/.test(word)) extras['until'] = word;
    if (word === 'because') extras['reason'] = 'a reason';
    if (word === 'rated') extras['override'] = words[index + 1] ?? '';
    if (word === 'now') extras['rating'] = words[index + 1] ?? '';
  }
  return { ...move, ...extras } as Move;
}

export interface Told {
  readonly task: ReviewTask;
  /** The state, or `refused: <code>`. */
  readonly end: string;
}

/**
 * Tells a story. Steps are parted by `;`: `anne claims`, `bram cannot-tell 2026-12-01 because`,
 * `bram not-relevant rated low because`, `entry brings-back now high`, `time 31 minutes`. Every step before the last
 * must be allowed.
 */
export function told(start: ReviewTask, story: string): Told {
  let task = start;
  let at = MONDAY;
  let end: string = task.state;
  for (const step of story.split(';').map((text) => text.trim())) {
    if (end.startsWith('refused')) throw new Error(`Before "${step}": ${end}`);
    const [who = '', ...words] = step.split(/\s+/);
    if (who === 'time') at = asEpochMs(at + Number(words[0]) * MINUTE_MS * (words[1] === 'days' ? 1440 : 1));
    const played = play(task, who === 'time' ? { kind: 'lapse' } : moveOf(words), WHO[who] ?? ANNE, at);
    task = played.task;
    end = played.refusal === null ? task.state : `refused: ${played.refusal}`;
  }
  return { task, end };
}
