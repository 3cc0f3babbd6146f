import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring, type Keyring } from '../../src/privacy/keyring.ts';
import { describeAuditSearch } from './conformance/audit-search.ts';
import { stoppedClock } from './conformance/bench.ts';
import { describeInquiries } from './conformance/inquiries.ts';
import { describeEndOfLaw } from './conformance/law-ends.ts';
import { describePolicies } from './conformance/policies.ts';
import { describeRatings } from './conformance/ratings.ts';
import { describeRescreening } from './conformance/rescreening.ts';
import { describeRetention } from './conformance/retention.ts';
import { describeTaskRetention } from './conformance/retention-tasks.ts';
import type { MakeReviewBench } from './conformance/review-world.ts';
import { describeStatistics } from './conformance/statistics.ts';
import { describeSubjectHistory } from './conformance/subject-history.ts';
import { describeSubjectReport } from './conformance/subject-report.ts';
import { describeTaskMoves } from './conformance/tasks-moves.ts';
import { describeKnownPairs } from './conformance/tasks-pairs.ts';
import { describeTaskQueue } from './conformance/tasks-queue.ts';
import { describeSeniorMoves } from './conformance/tasks-senior.ts';
import { watched } from './watched-store.ts';

function keyringThatSamples(sampled: boolean): Keyring {
  const keyring = createKeyring(parseKeyFile(newKeyFile()));
  const sampleHash = Buffer.alloc(32, sampled ? 0 : 255).toString('base64url');
  return { ...keyring, hash: (use, text) => (use === 'sample' ? sampleHash : keyring.hash(use, text)) };
}

const reviewBench: MakeReviewBench = async ({ sampled }) => {
  const folder = mkdtempSync(join(tmpdir(), 'screening-review-'));
  const keyring = keyringThatSamples(sampled);
  const opened: Store[] = [];
  return {
    async open(clock = stoppedClock) {
      const path = join(folder, 'screening.db');
      const store = watched(openStore({ path, keyring, clock }), path);
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

describe('the SQLite engine, in review', () => {
  describeTaskQueue(reviewBench);
  describeSeniorMoves(reviewBench);
  describeTaskMoves(reviewBench);
  describeKnownPairs(reviewBench);
  describeRescreening(reviewBench);
  describeRatings(reviewBench);
  describeEndOfLaw(reviewBench);
  describeInquiries(reviewBench);
  describeStatistics(reviewBench);
  describeAuditSearch(reviewBench);
  describeSubjectHistory(reviewBench);
  describePolicies(reviewBench);
  describeSubjectReport(reviewBench);
  describeRetention(reviewBench);
  describeTaskRetention(reviewBench);
});
