import { describe } from '@jest/globals';
import { describeDeliveryStore } from './conformance/deliveries.ts';
import { describeRepeats } from './conformance/repeats.ts';
import { sqliteBench } from './sqlite-bench.ts';

describe('the SQLite engine', () => {
  describeDeliveryStore(sqliteBench);
  describeRepeats(sqliteBench);
});
