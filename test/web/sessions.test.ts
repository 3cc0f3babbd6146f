import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { createFormTokens } from '../../src/web/form-tokens.ts';
import { createSessions, IDLE_MS, isVisitId, LIFETIME_MS, newVisitId } from '../../src/web/sessions.ts';

const SENIOR = { name: 'senior' } as Partial<Account> as Account;

function watch() {
  let now = 1_000_000;
  const pass = (ms: number): void => {
    now += ms;
  };
  return { clock: { now: () => asEpochMs(now) }, pass };
}

describe('a session', () => {
  test('is found by its id, which cannot be guessed, until it is closed', () => {
    const sessions = createSessions(watch().clock);
    const id = sessions.open(SENIOR);
    expect(isVisitId(id)).toBe(true);
    expect(sessions.find(id)).toBe(SENIOR);
    expect(sessions.find(newVisitId())).toBeNull();
    sessions.close(id);
    expect(sessions.find(id)).toBeNull();
  });

  test('lasts while it is used and ends when it is not', () => {
    const { clock, pass } = watch();
    const sessions = createSessions(clock);
    const id = sessions.open(SENIOR);
    pass(IDLE_MS - 1);
    expect(sessions.find(id)).toBe(SENIOR);
    pass(IDLE_MS - 1);
    expect(sessions.find(id)).toBe(SENIOR);
    pass(IDLE_MS);
    expect(sessions.find(id)).toBeNull();
  });

  test('ends after a working day, however much it is used', () => {
    const { clock, pass } = watch();
    const sessions = createSessions(clock);
    const id = sessions.open(SENIOR);
    const seen: boolean[] = [];
    for (let passed = 0; passed < LIFETIME_MS; passed += IDLE_MS / 2) {
      seen.push(sessions.find(id) !== null);
      pass(IDLE_MS / 2);
    }
    expect(seen).not.toContain(false);
    expect(sessions.find(id)).toBeNull();
  });
});

describe('a form token', () => {
  test('holds for its visit and server alone', () => {
    const [tokens, others] = [createFormTokens(), createFormTokens()];
    const [mine, theirs] = [newVisitId(), newVisitId()];
    expect(tokens.isGenuine(mine, tokens.tokenFor(mine))).toBe(true);
    for (const token of ['', 'x', tokens.tokenFor(theirs), others.tokenFor(mine)]) {
      expect(tokens.isGenuine(mine, token)).toBe(false);
    }
  });
});
