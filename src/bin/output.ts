/** One JSON object on a line of stdout; with `--json` nothing else may stand there. */
export function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The command did what it was asked, and found a problem doing so: exit code 1. */
export function foundProblem(): void {
  process.exitCode = 1;
}
