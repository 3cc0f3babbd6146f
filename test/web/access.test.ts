import { describe, expect, test } from '@jest/globals';
import type { Account, Role } from '../../src/domain/account.ts';
import { type Admission, type Audience, admit } from '../../src/web/access.ts';

function account(...roles: Role[]): Account {
  return { roles } as Partial<Account> as Account;
}

describe('who may use a route', () => {
  test.each<[Audience, Account | null, string | null, Admission]>([
    ['everyone', null, null, 'admitted'],
    ['signed_in', null, null, 'unknown'],
    ['signed_in', account(), null, 'admitted'],
    ['signed_in', null, 'JDS', 'unknown'],
    [['operator'], null, null, 'unknown'],
    [['operator'], account('reviewer'), null, 'forbidden'],
    [['operator', 'senior'], account('reviewer', 'senior'), null, 'admitted'],
    [[], account('operator'), null, 'forbidden'],
    [['operator'], null, 'JDS', 'unknown'],
    ['senders', null, null, 'unknown'],
    ['senders', account('operator'), null, 'unknown'],
    ['senders', null, 'JDS', 'admitted'],
  ])('%j asked for by %j and sender %s is %s', (audience, who, sender, admission) => {
    expect(admit(audience, { account: who, sender })).toBe(admission);
  });
});
