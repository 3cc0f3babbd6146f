import { describe, expect, test } from '@jest/globals';
import { scrubAnswer } from '../../src/web/board/answers.ts';
import { HIDDEN, scrubJob, scrubScheduler } from '../../src/web/board/scrub.ts';

const KEY = '0a2f4c66-8d1e-4b7a-9c3d-5e6f70819a2b';
const PLANTED = 'Planteerdam';

const JOB = {
  id: '17',
  name: 'screen JDS-2026-000123',
  timestamp: 1,
  processedOn: 2,
  finishedOn: 3,
  progress: 0,
  attempts: 1,
  failedReason: 'CHUNK_FAILED',
  stacktrace: ['ScreeningError: CHUNK_FAILED'],
  opts: { attempts: 12, delay: 0, deduplication: { id: KEY } },
  data: { deliveryKey: KEY, deliveryId: 'JDS-2026-000123', chunkId: KEY },
  returnValue: null,
  isFailed: true,
};

describe('what the board says of a job', () => {
  test('is its ids, its figures, the code of its failure and the page of its delivery', () => {
    expect(scrubJob(JOB)).toEqual({
      id: '17',
      name: 'screen JDS-2026-000123',
      timestamp: 1,
      processedOn: 2,
      finishedOn: 3,
      attempts: 1,
      progress: 0,
      isFailed: true,
      failedReason: 'CHUNK_FAILED',
      stacktrace: [],
      opts: { attempts: 12, delay: 0 },
      data: { deliveryKey: KEY, deliveryId: 'JDS-2026-000123', chunkId: KEY },
      returnValue: null,
      externalUrl: { displayText: 'JDS-2026-000123', href: `/deliveries/${KEY}` },
    });
  });

  const everywhere: readonly [string, object][] = [
    ['id', { id: PLANTED }],
    ['name', { name: `screen van ${PLANTED}` }],
    ['data', { data: { deliveryKey: PLANTED, deliveryId: `de ${PLANTED}`, chunkId: PLANTED, person: PLANTED } }],
    ['options', { opts: { jobId: PLANTED, attempts: PLANTED, deduplication: { id: PLANTED } } }],
    ['failure', { failedReason: `TypeError: cannot read ${PLANTED}` }],
    ['failure behind a code', { failedReason: `CHUNK_FAILED: ${PLANTED}` }],
    ['stack', { stacktrace: [`Error: ${PLANTED}`] }],
    ['progress', { progress: { at: PLANTED } }],
    ['return value', { returnValue: PLANTED }],
    [
      'fields of a later version',
      { deduplicationId: PLANTED, deferredFailure: PLANTED, groupId: PLANTED, processedBy: PLANTED },
    ],
  ];

  test.each(everywhere)('keeps a name that stands in its %s to itself', (_, planted) => {
    expect(JSON.stringify({ ...JOB, ...planted })).toContain(PLANTED);
    expect(JSON.stringify(scrubJob({ ...JOB, ...planted }))).not.toContain(PLANTED);
  });

  test('says that something was hidden', () => {
    expect(scrubJob({ ...JOB, failedReason: PLANTED })).toMatchObject({ failedReason: HIDDEN });
  });

  test('of a schedule is when it runs, and not what its jobs carry', () => {
    const scheduler = {
      id: 'sweep',
      name: 'sweep',
      queueName: 'upkeep',
      every: 30_000,
      next: 5,
      template: { data: PLANTED },
    };
    expect(scrubScheduler({ ...scheduler, lastRunJobId: 'repeat:sweep:5' })).toEqual({
      id: 'sweep',
      name: 'sweep',
      queueName: 'upkeep',
      every: 30_000,
      next: 5,
      lastRunJobId: 'repeat:sweep:5',
    });
  });
});

describe('an answer of the board', () => {
  test('at an address that is not known is none', () => {
    expect(scrubAnswer('/api/new', { body: { name: PLANTED } })).toEqual({ status: 404, body: {} });
  });

  test('that is an error is only its key', () => {
    const error = { key: 'ERRORS.JOB_NOT_FOUND' } as const;
    const result = { status: 404 as const, body: { error, message: PLANTED, details: PLANTED } };
    expect(scrubAnswer('/api/queues', result)).toEqual({ status: 404, body: { error } });
  });

  test('holds no line of a log', () => {
    expect(scrubAnswer('/api/queues/:queueName/:jobId/logs', { body: [PLANTED] })).toEqual({ body: [] });
  });
});
