import { expect, test } from '@jest/globals';
import { startProgress } from '../../src/runtime/progress.ts';

test('progress is silent when stderr is no terminal', () => {
  const written: unknown[] = [];
  const { isTTY, write } = process.stderr;
  Object.assign(process.stderr, { isTTY: false, write: (text: unknown) => written.push(text) > 0 });
  try {
    const progress = startProgress('screening', 10);
    progress.update(5);
    progress.stop();
  } finally {
    Object.assign(process.stderr, { isTTY, write });
  }
  expect(written).toEqual([]);
});
