import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { SIGN_IN_VARIABLES } from './sign-in-variables.ts';
import { text, variable } from './variable.ts';

/** Number('') is 0 and Number(' 1') is 1: a notation is asked for first. */
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);
const count = (least: number, most: number) => number.pipe(z.int().min(least).max(most));
const share = number.pipe(z.number().gt(0).max(1));

/** Every variable that the program reads, in the order of the README. */
export const VARIABLES = {
  SCREENING_INSTALLATION: variable(
    'embedded',
    '`embedded` or `operation`',
    'Embedded: everything included, demo accounts, made-up legal basis, loopback only. Operation: keys and Redis are yours',
    z.enum(['embedded', 'operation']),
  ),
  SCREENING_DATA: variable(
    'data',
    'a folder',
    'Everything an installation keeps: database, key, embedded Redis, inbox. Made with mode 0700',
    text,
  ),
  REDIS_URL: variable(
    null,
    'a URL with redis://, rediss:// or unix://',
    'The Redis to use. Needs 6.2 or newer with `noeviction`. Without it a private one is started',
    z.string().regex(/^(rediss?|unix):\/\/./),
  ),
  REDIS_BIN: variable(null, 'a program', 'The redis-server or valkey-server to start when REDIS_URL is not set', text),
  SCREENING_KEYS: variable(null, 'a keyring', 'The keyring itself, for secret stores that fill the environment', text),
  SCREENING_KEYS_FILE: variable(
    null,
    'a file',
    'The file with the keyring, when SCREENING_KEYS is not set. Embedded: `keys` in the data folder, made on first use',
    text,
  ),
  SCREENING_ERASURES_FILE: variable(
    null,
    'a file',
    'What was erased, by random ids, for a backup that was made before. Default `erasures.ndjson` in the data folder; keep it where the disk of the database is not',
    text,
  ),
  SCREENING_SENDER_TOKENS_FILE: variable(
    null,
    'a file',
    'On each line a sender that may hand in deliveries over HTTP and the SHA-256 of its token, in hex. Without it nobody may; embedded: `JDS`, with the token in `sender-token` in the data folder',
    text,
  ),
  SCREENING_FEED_MODE: variable(
    null,
    '`subscription` or `full_feed`',
    'Whether the source sends only registered persons or everything. Embedded: `full_feed`, otherwise `subscription`',
    z.enum(['subscription', 'full_feed']),
  ),
  SCREENING_PRIOR: variable(
    '0.0005',
    'a share above 0, at most 1',
    'Expected number of entries, per entry, that truly concern a subject. Part of every match probability',
    share,
  ),
  SCREENING_HOST: variable('127.0.0.1', 'an address', 'Where the pages listen. Embedded: loopback only', text),
  SCREENING_PORT: variable('8080', 'a port, 0 to 65535', 'The port of the pages; 0 takes a free one', count(0, 65_535)),
  ...SIGN_IN_VARIABLES,
  SCREENING_TOKEN: variable(
    null,
    'a token of `tokens issue`',
    'Operation: as whom commands act; takes the place of `--as`',
    text,
  ),
  SCREENING_TOKEN_FILE: variable(null, 'a file', 'The file with the token, when SCREENING_TOKEN is not set', text),
  SCREENING_CHUNK_SIZE: variable(
    '200',
    'a number, 1 to 10000',
    'Entries that are screened in one job and one transaction',
    count(1, 10_000),
  ),
  SCREENING_CONCURRENCY: variable('2', 'a number, 1 to 64', 'Jobs that one worker has in hand', count(1, 64)),
  SCREENING_REGISTER_SHRINK_LIMIT: variable(
    '0.10',
    'a share above 0, at most 1',
    'A register file that would remove a larger share of the subjects is refused until confirmed',
    share,
  ),
  SCREENING_MAX_LINE_BYTES: variable(
    '1048576',
    'a number, 1024 to 67108864',
    'A longer line of a delivery goes to quarantine unread',
    count(1024, 67_108_864),
  ),
  SCREENING_LOG_LEVEL: variable(
    'info',
    '`debug`, `info`, `warn`, `error` or `silent`',
    'What is logged to stderr; `debug` adds where an unexpected failure came from',
    z.enum(['debug', 'info', 'warn', 'error', 'silent']),
  ),
  SCREENING_LANG: variable('nl', '`nl` or `en`', 'The language of pages and messages', z.enum(LANGUAGES)),
} as const;

export type VariableName = keyof typeof VARIABLES;
