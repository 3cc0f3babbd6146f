import { destination, pino } from 'pino';
import type { Config } from './config.ts';
import { traceOf } from './error-trace.ts';
import { allowedFields, type LogFields, REFUSED } from './log-fields.ts';

/**
 * Writes one JSON object per line. `event` is a constant text of the code: lower-case words, no numbers, nothing put
 * together from data; what varies goes into the fields.
 */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs an error by its code and where it came from; its message is left out, since it may quote an entry. */
  failure(event: string, error: unknown, fields?: LogFields): void;
}

/** Takes the finished lines; for tests. */
interface Sink {
  write(line: string): void;
}

function safeEvent(event: string): string {
  return /^[a-z][a-z ,-]{0,79}$/.test(event) ? event : REFUSED;
}

/** A logger to stderr, which leaves stdout to results. */
export function createLogger(level: Config['logLevel'], sink: Sink = destination({ fd: 2, sync: true })): Logger {
  const log = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, sink);
  return {
    debug: (event, fields = {}) => log.debug(allowedFields(fields), safeEvent(event)),
    info: (event, fields = {}) => log.info(allowedFields(fields), safeEvent(event)),
    warn: (event, fields = {}) => log.warn(allowedFields(fields), safeEvent(event)),
    failure: (event, error, fields = {}) =>
      log.error({ ...allowedFields(fields), error: traceOf(error) }, safeEvent(event)),
  };
}
