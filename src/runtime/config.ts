import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { ScreeningError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { type SecretSource, type SignInConfig, secretSource, signInConfig, signInFaults } from './sign-in-config.ts';
import { VARIABLES, type VariableName } from './variables.ts';

/** Where the keyring comes from: the environment, or a file that only the embedded installation may make itself. */
type KeySource =
  | { readonly kind: 'inline'; readonly keyring: string }
  | { readonly kind: 'file'; readonly path: string };

/** Everything that can be set from outside, checked. Read once, in `src/bin`, and passed down. */
export interface Config {
  readonly installation: 'embedded' | 'operation';
  /** Absolute. */
  readonly dataFolder: string;
  readonly redisUrl: string | null;
  readonly redisBin: string | null;
  readonly keys: KeySource;
  /** The erasure ledger outside the database; absolute. */
  readonly erasuresFile: string;
  /** Absolute; null = no file was named. */
  readonly senderTokensFile: string | null;
  readonly feedMode: 'subscription' | 'full_feed';
  /** Expected true pairs per entry, in (0, 1]. */
  readonly prior: number;
  readonly host: string;
  readonly port: number;
  /** Null on the embedded default, and in operation where nobody signs in: then there are no pages. */
  readonly signIn: SignInConfig | null;
  /** Whose word on where a request comes from is taken; null = nobody's. */
  readonly trustedProxy: string | null;
  /** Of whoever runs commands; null = without one. */
  readonly token: SecretSource | null;
  readonly chunkSize: number;
  readonly concurrency: number;
  /** Share of the subjects, in (0, 1]. */
  readonly registerShrinkLimit: number;
  readonly maxLineBytes: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly language: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Values = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> | null };

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

function readValues(env: Environment, faults: string[]): Values {
  const read = Object.entries(VARIABLES).map(([name, { fallback, schema, expects }]) => {
    const raw = env[name] || fallback;
    if (raw === null) return [name, null];
    const parsed = schema.safeParse(raw);
    if (!parsed.success) faults.push(`${name}: ${expects}`);
    return [name, parsed.data ?? null];
  });
  return Object.fromEntries(read) as Values;
}

/** What only shows when variables are seen together. */
function checkTogether(values: Values, env: Environment, faults: string[]): void {
  // A misspelt name would otherwise leave a default in force unnoticed.
  const unknown = Object.keys(env).filter((name) => name.startsWith('SCREENING_') && !(name in VARIABLES));
  faults.push(...unknown.map((name) => `${name}: not a variable of this program`));
  // A value that cannot be read is not also missing.
  const isSaid = (fault: string): boolean => faults.some((said) => said.split(':')[0] === fault.split(':')[0]);
  faults.push(...signInFaults(values).filter((fault) => !isSaid(fault)));
  if (values.SCREENING_INSTALLATION === 'operation') {
    if (values.REDIS_URL === null) faults.push('REDIS_URL: needed when SCREENING_INSTALLATION is operation');
    if (values.SCREENING_KEYS === null && values.SCREENING_KEYS_FILE === null) {
      faults.push('SCREENING_KEYS or SCREENING_KEYS_FILE: needed when SCREENING_INSTALLATION is operation');
    }
  } else if (values.SCREENING_HOST !== null && !LOOPBACK.includes(values.SCREENING_HOST)) {
    faults.push('SCREENING_HOST: only loopback when SCREENING_INSTALLATION is embedded');
  }
}

/** Every variable without a fallback is null when absent; for the others this says that the check above has passed. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error('a variable with a fallback has no value');
  return value;
}

function keySource(values: Values, dataFolder: string): KeySource {
  if (values.SCREENING_KEYS !== null) return { kind: 'inline', keyring: values.SCREENING_KEYS };
  return { kind: 'file', path: resolve(values.SCREENING_KEYS_FILE ?? join(dataFolder, 'keys')) };
}

/**
 * Reads the configuration from the environment; an empty variable counts as absent.
 * @throws ScreeningError CONFIG_INVALID that names every fault at once and repeats no value, which may be a secret.
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const values = readValues(env, faults);
  checkTogether(values, env, faults);
  if (faults.length > 0) throw new ScreeningError('CONFIG_INVALID', { faults: faults.join('; ') });
  const installation = present(values.SCREENING_INSTALLATION);
  const dataFolder = resolve(present(values.SCREENING_DATA));
  return {
    installation,
    dataFolder,
    redisUrl: values.REDIS_URL,
    redisBin: values.REDIS_BIN,
    keys: keySource(values, dataFolder),
    erasuresFile: resolve(values.SCREENING_ERASURES_FILE ?? join(dataFolder, 'erasures.ndjson')),
    senderTokensFile:
      values.SCREENING_SENDER_TOKENS_FILE === null ? null : resolve(values.SCREENING_SENDER_TOKENS_FILE),
    feedMode: values.SCREENING_FEED_MODE ?? (installation === 'embedded' ? 'full_feed' : 'subscription'),
    prior: present(values.SCREENING_PRIOR),
    host: present(values.SCREENING_HOST),
    port: present(values.SCREENING_PORT),
    signIn: signInConfig(values),
    trustedProxy: values.SCREENING_PROXY,
    token: secretSource(values.SCREENING_TOKEN, values.SCREENING_TOKEN_FILE),
    chunkSize: present(values.SCREENING_CHUNK_SIZE),
    concurrency: present(values.SCREENING_CONCURRENCY),
    registerShrinkLimit: present(values.SCREENING_REGISTER_SHRINK_LIMIT),
    maxLineBytes: present(values.SCREENING_MAX_LINE_BYTES),
    logLevel: present(values.SCREENING_LOG_LEVEL),
    language: present(values.SCREENING_LANG),
  };
}
