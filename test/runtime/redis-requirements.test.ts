import { describe, expect, test } from '@jest/globals';
import { checkRedisInfo } from '../../src/runtime/redis-requirements.ts';

const info = (version: string, policy: string): string =>
  `# Server\r\nredis_version:${version}\r\nos:Linux\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;

describe('what a Redis must be', () => {
  test.each([
    ['6.2.0', 'noeviction'],
    ['6.10.1', 'noeviction'],
    ['7.0.15', 'noeviction'],
    ['10.0.0', 'noeviction'],
  ])('%s with %s will do', (version, policy) => {
    expect(() => checkRedisInfo(info(version, policy))).not.toThrow();
  });

  test.each([
    ['6.0.16', 'noeviction', 'REDIS_TOO_OLD'],
    ['5.9.9', 'noeviction', 'REDIS_TOO_OLD'],
    ['', 'noeviction', 'REDIS_TOO_OLD'],
    ['7.0.15', 'allkeys-lru', 'REDIS_EVICTS'],
    ['7.0.15', 'volatile-ttl', 'REDIS_EVICTS'],
    ['7.0.15', '', 'REDIS_EVICTS'],
  ])('%s with %s is refused: %s', (version, policy, code) => {
    expect(() => checkRedisInfo(info(version, policy))).toThrow(expect.objectContaining({ code }));
  });
});
