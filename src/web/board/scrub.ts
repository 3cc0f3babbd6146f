import { ERROR_CATALOGUE } from '../../domain/errors.ts';

/**
 * What the board may say of a job. An allow-list, like that of the log: a field that is not copied here does not leave
 * the server, and neither does a value of another shape. Jobs carry ids only, so all this should take away nothing; it
 * is for the day on which a job holds what it should not.
 */

/** Stands where something was that may not be shown. */
export const HIDDEN = '[hidden]';

type Fields = Readonly<Record<string, unknown>>;

const SHAPES = {
  /** Internal random ids, and the number BullMQ gives a job. */
  id: /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,15})$/,
  /** `leveringId`, which the sender chooses: one without a digit could be a name. */
  deliveryId: /^(?=.*\d)[A-Za-z0-9._-]{1,64}$/,
  /** A step, alone or with the delivery it is for. */
  jobName: /^[a-z-]{1,32}(?: (?=.*\d)[A-Za-z0-9._-]{1,64})?$/,
  /** A job of a scheduler: `repeat:sweep:1767225600000`. */
  jobId: /^(?:\d{1,15}|repeat:[a-z-]{1,32}:\d{1,15})$/,
} as const;

const JOB_DATA = { deliveryKey: SHAPES.id, deliveryId: SHAPES.deliveryId, chunkId: SHAPES.id } as const;

const NUMBERS = ['timestamp', 'processedOn', 'finishedOn', 'attempts', 'delay', 'priority', 'attemptsStarted'] as const;

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function shown(value: unknown, shape: RegExp): string {
  return shape.test(String(value)) ? String(value) : HIDDEN;
}

function numbersOf(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.flatMap((name) => (typeof fields[name] === 'number' ? [[name, fields[name]] as const] : [])),
  );
}

/** Our own failures begin with their code; whatever follows it, and any other message, could quote an entry. */
function codeOf(failedReason: unknown): string {
  const code = /^[A-Z_]+/.exec(String(failedReason))?.[0] ?? '';
  return Object.hasOwn(ERROR_CATALOGUE, code) ? code : HIDDEN;
}

function dataOf(data: unknown): Fields {
  const fields = asFields(data);
  return Object.fromEntries(
    Object.entries(JOB_DATA).flatMap(([name, shape]) => (name in fields ? [[name, shown(fields[name], shape)]] : [])),
  );
}

/** One job, as `AppJob` of the board. No stack, no options but figures, no return value. */
export function scrubJob(value: unknown): Fields {
  const job = asFields(value);
  return {
    ...numbersOf(job, NUMBERS),
    id: shown(job['id'], SHAPES.jobId),
    name: shown(job['name'], SHAPES.jobName),
    data: dataOf(job['data']),
    opts: numbersOf(asFields(job['opts']), ['attempts', 'delay']),
    progress: typeof job['progress'] === 'number' ? job['progress'] : 0,
    isFailed: job['isFailed'] === true,
    ...(job['failedReason'] !== undefined && { failedReason: codeOf(job['failedReason']) }),
    stacktrace: [],
    returnValue: null,
    ...linkOf(dataOf(job['data'])),
  };
}

/** To the page of its delivery, where an operator sees what became of it. */
function linkOf({ deliveryKey, deliveryId }: Fields): Fields {
  if (deliveryKey === undefined || deliveryKey === HIDDEN) return {};
  return { externalUrl: { displayText: String(deliveryId), href: `/deliveries/${String(deliveryKey)}` } };
}

/** One schedule, as `AppJobScheduler` of the board; without the template of its jobs. */
export function scrubScheduler(value: unknown): Fields {
  const scheduler = asFields(value);
  const figures = ['every', 'limit', 'startDate', 'endDate', 'next', 'lastRun', 'iterationCount'];
  const texts = { id: SHAPES.jobName, name: SHAPES.jobName, queueName: SHAPES.jobName, nextRunJobId: SHAPES.jobId };
  const kept = Object.entries({
    ...texts,
    tz: /^[A-Za-z_/]{1,32}$/,
    pattern: /^[0-9*,/ -]{1,64}$/,
    lastRunJobId: SHAPES.jobId,
  });
  return {
    ...numbersOf(scheduler, figures),
    ...Object.fromEntries(
      kept.flatMap(([name, shape]) =>
        scheduler[name] === undefined ? [] : [[name, shown(scheduler[name], shape)] as const],
      ),
    ),
  };
}
