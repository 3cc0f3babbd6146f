import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ScreeningError } from '../../src/domain/errors.ts';
import { readConfig } from '../../src/runtime/config.ts';
import { VARIABLES } from '../../src/runtime/variables.ts';

type Env = Record<string, string>;

function faultsOf(env: Env): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ScreeningError && error.code === 'CONFIG_INVALID') {
      return String(error.params['faults']).split('; ');
    }
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('of an empty environment is the embedded installation', () => {
    expect(readConfig({ PATH: '/usr/bin' })).toEqual({
      installation: 'embedded',
      dataFolder: resolve('data'),
      erasuresFile: resolve('data/erasures.ndjson'),
      redisUrl: null,
      redisBin: null,
      keys: { kind: 'file', path: resolve('data/keys') },
      senderTokensFile: null,
      feedMode: 'full_feed',
      prior: 0.0005,
      host: '127.0.0.1',
      port: 8080,
      signIn: null,
      trustedProxy: null,
      token: null,
      chunkSize: 200,
      concurrency: 2,
      registerShrinkLimit: 0.1,
      maxLineBytes: 1_048_576,
      logLevel: 'info',
      language: 'nl',
    });
  });

  const operation: Env = {
    SCREENING_INSTALLATION: 'operation',
    REDIS_URL: 'rediss://queue:6380/2',
    SCREENING_KEYS: 'secret',
    SCREENING_HOST: '0.0.0.0',
  };

  test('of an operational installation brings its keys and its Redis, and takes a subscription', () => {
    expect(readConfig(operation)).toMatchObject({
      keys: { kind: 'inline', keyring: 'secret' },
      redisUrl: 'rediss://queue:6380/2',
      feedMode: 'subscription',
      host: '0.0.0.0',
    });
  });

  const signIn: Env = {
    ...operation,
    SCREENING_URL: 'https://screening.example/',
    SCREENING_OIDC_ISSUER: 'https://login.example/realm',
    SCREENING_OIDC_CLIENT: 'screening',
    SCREENING_OIDC_SECRET_FILE: 'oidc-secret',
    SCREENING_OIDC_ROLES: '{"reviewer":["screening"],"auditor":["audit","board"]}',
  };

  test('of an operational installation with pages says how people sign in', () => {
    expect(readConfig(signIn).signIn).toEqual({
      origin: 'https://screening.example',
      issuer: 'https://login.example/realm',
      clientId: 'screening',
      clientSecret: { kind: 'file', path: resolve('oidc-secret') },
      groupsOfRoles: { reviewer: ['screening'], auditor: ['audit', 'board'] },
      groupsClaim: 'groups',
      accountClaim: 'sub',
    });
    expect(readConfig({ ...signIn, SCREENING_OIDC_SECRET: 'secret' }).signIn?.clientSecret).toEqual({
      kind: 'inline',
      secret: 'secret',
    });
  });

  test('takes an empty variable as absent', () => {
    expect(readConfig({ SCREENING_PORT: '', REDIS_URL: '' })).toMatchObject({ port: 8080, redisUrl: null });
  });

  test.each<[Env, string]>([
    [{ SCREENING_PORT: '65536' }, 'SCREENING_PORT'],
    [{ SCREENING_PORT: ' 80' }, 'SCREENING_PORT'],
    [{ SCREENING_PRIOR: '0' }, 'SCREENING_PRIOR'],
    [{ SCREENING_PRIOR: '1.5' }, 'SCREENING_PRIOR'],
    [{ SCREENING_PRIOR: '5e-4' }, 'SCREENING_PRIOR'],
    [{ SCREENING_CHUNK_SIZE: '0' }, 'SCREENING_CHUNK_SIZE'],
    [{ SCREENING_CHUNK_SIZE: '2.5' }, 'SCREENING_CHUNK_SIZE'],
    [{ SCREENING_REGISTER_SHRINK_LIMIT: '-0.1' }, 'SCREENING_REGISTER_SHRINK_LIMIT'],
    [{ SCREENING_LOG_LEVEL: 'loud' }, 'SCREENING_LOG_LEVEL'],
    [{ SCREENING_LANG: 'de' }, 'SCREENING_LANG'],
    [{ SCREENING_FEED_MODE: 'all' }, 'SCREENING_FEED_MODE'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
    [{ SCREENING_CHUNKSIZE: '5' }, 'SCREENING_CHUNKSIZE'],
    [{ SCREENING_HOST: '0.0.0.0' }, 'SCREENING_HOST'],
    [{ ...operation, REDIS_URL: '' }, 'REDIS_URL'],
    [{ ...operation, SCREENING_KEYS: '' }, 'SCREENING_KEYS or SCREENING_KEYS_FILE'],
    [{ SCREENING_URL: 'https://screening.example' }, 'SCREENING_URL'],
    [{ ...signIn, SCREENING_URL: 'http://screening.example' }, 'SCREENING_URL'],
    [{ ...signIn, SCREENING_URL: 'https://screening.example/path' }, 'SCREENING_URL'],
    [{ ...signIn, SCREENING_OIDC_ISSUER: 'http://login.example' }, 'SCREENING_OIDC_ISSUER'],
    [{ ...signIn, SCREENING_OIDC_ISSUER: '' }, 'SCREENING_OIDC_ISSUER'],
    [{ ...signIn, SCREENING_OIDC_SECRET_FILE: '' }, 'SCREENING_OIDC_SECRET or SCREENING_OIDC_SECRET_FILE'],
    [{ ...signIn, SCREENING_OIDC_ROLES: '{"judge":["x"]}' }, 'SCREENING_OIDC_ROLES'],
    [{ ...signIn, SCREENING_OIDC_ROLES: 'reviewer=x' }, 'SCREENING_OIDC_ROLES'],
    [{ SCREENING_PROXY: 'everybody' }, 'SCREENING_PROXY'],
  ])('with %j has one fault, in %s', (env, name) => {
    expect(faultsOf(env).map((fault) => fault.split(':')[0])).toEqual([name]);
  });

  test('says every fault at once and repeats no value', () => {
    const faults = faultsOf({ SCREENING_PORT: 'hunter2', SCREENING_PRIOR: 'hunter2', REDIS_URL: 'hunter2' });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('has a fallback that its own rule accepts, for every variable that has one', () => {
    for (const { fallback, schema } of Object.values(VARIABLES)) {
      if (fallback !== null) expect(schema.safeParse(fallback).success).toBe(true);
    }
  });
});
