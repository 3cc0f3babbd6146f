import cliProgress from 'cli-progress';

/** Tells on stderr how far a long command is. */
export interface Progress {
  begin(label: string): void;
  step(): void;
  end(): void;
}

const REFRESH_EVERY = 500;

/** A bar on a terminal, one line per stage elsewhere; stdout stays free for results. */
export function createProgress(terminal: boolean = process.stderr.isTTY === true): Progress {
  let bar: cliProgress.SingleBar | null = null;
  let label = '';
  let count = 0;
  return {
    begin(name) {
      label = name;
      count = 0;
      if (!terminal) return;
      bar = new cliProgress.SingleBar({ format: `${name} {value}`, stream: process.stderr, clearOnComplete: true });
      bar.start(0, 0);
    },
    step() {
      count += 1;
      if (count % REFRESH_EVERY === 0) bar?.update(count);
    },
    end() {
      bar?.stop();
      bar = null;
      if (!terminal) process.stderr.write(`${label}: ${count}\n`);
    },
  };
}
