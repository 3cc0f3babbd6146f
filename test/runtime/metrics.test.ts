import { expect, test } from '@jest/globals';
import { createMetrics } from '../../src/runtime/metrics.ts';

test('figures carry the prefix of the program and belong to one set alone', async () => {
  const metrics = createMetrics();
  metrics.counter('entries_total', 'Entries screened', ['outcome']).inc({ outcome: 'cleared' }, 3);
  metrics.gauge('oldest_task_seconds', 'Age of the oldest task', []).set(7);
  metrics.durations('chunk_seconds', 'Time of a chunk', [], [0.1, 1]).observe(0.5);
  const text = await metrics.expose();
  expect(text).toContain('screening_entries_total{outcome="cleared"} 3');
  expect(text).toContain('screening_oldest_task_seconds 7');
  expect(text).toContain('screening_chunk_seconds_bucket{le="1"} 1');
  expect(text).toContain('screening_process_resident_memory_bytes');
  expect(await createMetrics().expose()).not.toContain('entries_total');
});
