import { type Command, InvalidArgumentError } from 'commander';
import type { Access } from '../../domain/access.ts';
import { startProgress } from '../../runtime/progress.ts';
import { withInstallation } from '../installation.ts';
import { removeKey, rotateKeys } from '../key-rotation.ts';
import { printJson, printLine } from '../output.ts';

const LISTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

interface JsonFlag {
  readonly json?: boolean;
}

async function runList(flags: JsonFlag): Promise<void> {
  await withInstallation(async ({ store }) => {
    for (const key of await store.listKeys(LISTING)) {
      const { keyId, payloads, current, here } = key;
      if (flags.json === true) printJson(key);
      else
        printLine(
          `key ${keyId}: ${payloads} payloads${current ? ', current' : ''}${here ? '' : ', NOT IN THE KEYRING'}`,
        );
    }
  });
}

async function runRotate(flags: JsonFlag): Promise<void> {
  await withInstallation(async ({ store, config }) => {
    const before = await store.listKeys(LISTING);
    const progress = startProgress(
      'sealing again',
      before.reduce((sum, { payloads }) => sum + payloads, 0),
    );
    const rotated = await rotateKeys(store, config.keys, (done) => progress.update(done)).finally(() =>
      progress.stop(),
    );
    if (flags.json === true) {
      printJson(rotated);
      return;
    }
    const { keyId, resumed, resealed } = rotated;
    printLine(
      resumed ? `an earlier rotation was finished; key ${keyId} seals` : `key ${keyId} is new, and seals from now on`,
    );
    printLine(`${resealed} payloads were sealed again; keep older keys with the backups that were made under them`);
  });
}

async function runRemove(keyId: number, flags: JsonFlag): Promise<void> {
  await withInstallation(async ({ store, config }) => {
    await removeKey(store, config.keys, keyId);
    if (flags.json === true) printJson({ keyId, removed: true });
    else printLine(`key ${keyId} is out of the keyring`);
  });
}

function keyIdOf(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('a key is named by its number: see keys list');
  return Number(text);
}

/** Adds `screening keys`. */
export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description('the keys that everything is sealed with');
  const json = '--json';
  keys
    .command('list')
    .description('every key, how much is sealed with it, and which one seals')
    .option(json, 'one JSON object per key on stdout')
    .action(runList);
  keys
    .command('rotate')
    .description('goes over to a new key and seals everything again, while everything runs')
    .option(json, 'one JSON object on stdout')
    .action(runRotate);
  keys
    .command('remove')
    .argument('<keyId>', 'its number', keyIdOf)
    .description('takes a key out of the keyring that nothing is sealed with any more')
    .option(json, 'one JSON object on stdout')
    .action(runRemove);
}
