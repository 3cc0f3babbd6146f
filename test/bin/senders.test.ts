import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { senderTokens } from '../../src/bin/senders.ts';
import { newToken } from '../../src/web/machine/sender-tokens.ts';
import { type OwnInstallation, openOwnInstallation } from '../support/own-installation.ts';

const opened: OwnInstallation[] = [];
async function open(variables: Readonly<Record<string, string>> = {}): Promise<OwnInstallation> {
  const own = await openOwnInstallation(variables);
  opened.push(own);
  return own;
}
afterEach(async () => {
  for (const own of opened.splice(0)) await own.dispose();
});

test('the embedded sender hands in with the token that lies in the data folder', async () => {
  const { installation, dataFolder } = await open();
  const senders = senderTokens(installation);
  expect(senders.senderOf(readFileSync(join(dataFolder, 'sender-token'), 'utf8').trim())).toBe('JDS');
  expect(senders.senderOf(newToken())).toBeNull();
});

test('a file that is named says who may hand in, and the embedded sender may not beside it', async () => {
  const first = await open();
  const file = join(first.dataFolder, 'senders');
  const token = newToken();
  writeFileSync(file, `KMAR ${createHash('sha256').update(token).digest('hex')}\n`);
  const { installation, dataFolder } = await open({ SCREENING_SENDER_TOKENS_FILE: file });
  expect(senderTokens(installation).senderOf(token)).toBe('KMAR');
  expect(() => readFileSync(join(dataFolder, 'sender-token'))).toThrow();
});

test('a file that is named and not there stops the pages, because nobody could hand in', async () => {
  const { installation } = await open({ SCREENING_SENDER_TOKENS_FILE: '/nowhere/senders' });
  expect(() => senderTokens(installation)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
});
