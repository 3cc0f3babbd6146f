import { describe } from '@jest/globals';
import { describeAccounts } from './conformance/accounts.ts';
import { describeAdministration } from './conformance/administration.ts';
import { describeCanaries } from './conformance/canaries.ts';
import { describeCases } from './conformance/cases.ts';
import { describeChunkStore } from './conformance/chunks.ts';
import { describeDeliveryStore } from './conformance/deliveries.ts';
import { describeFaults } from './conformance/faults.ts';
import { describeProofs } from './conformance/proofs.ts';
import { describeRegisterStore } from './conformance/register.ts';
import { describeRepeats } from './conformance/repeats.ts';
import { describeSubscription } from './conformance/subscription.ts';
import { describeWatch } from './conformance/watch.ts';
import { sqliteBench } from './sqlite-bench.ts';

describe('the SQLite engine', () => {
  describeDeliveryStore(sqliteBench);
  describeRepeats(sqliteBench);
  describeChunkStore(sqliteBench);
  describeCanaries(sqliteBench);
  describeCases(sqliteBench);
  describeRegisterStore(sqliteBench);
  describeSubscription(sqliteBench);
  describeAccounts(sqliteBench);
  describeAdministration(sqliteBench);
  describeProofs(sqliteBench);
  describeFaults(sqliteBench);
  describeWatch(sqliteBench);
});
