import { type Options, SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/**
 * A bar on stderr; nothing at all when that is not a terminal.
 * @param label constant text in front of the bar
 */
export function startProgress(label: string, total: number): Progress {
  const options: Options = {
    stream: process.stderr,
    format: `${label} {bar} {value}/{total}`,
    hideCursor: null,
    clearOnComplete: true,
    noTTYOutput: false,
  };
  const bar = new SingleBar(options);
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
