/**
 * Mutation testing of the rooms whose rules decide about people: `npm run mutation` for all of them, or
 * `npm run mutation -- relevance` for some; with files behind it, of that room only those. Each room is tested by its own
 * tests alone. Fails below 80 %. Reports go to `.artifacts/mutation/<room>`; what they said last is in README.md here.
 */
import { Stryker } from '@stryker-mutator/core';

const ROOMS = {
  legal: { mutate: ['src/legal/**/*.ts'], tests: ['test/legal/*.test.ts'] },
  relevance: { mutate: ['src/relevance/**/*.ts'], tests: ['test/relevance/*.test.ts'] },
  review: { mutate: ['src/review/**/*.ts'], tests: ['test/review/*.test.ts'] },
  decision: {
    mutate: ['matching/decision/**/*.ts'],
    tests: ['test/matching/{decision,screen,register-index}*.test.ts'],
  },
};

/** One process: the machine of a developer or a pipeline has other work. */
const CONCURRENCY = 1;

const asked = process.argv.slice(2).filter((word) => !word.includes('/'));
const files = process.argv.slice(2).filter((word) => word.includes('/'));
const unknown = asked.filter((room) => !Object.hasOwn(ROOMS, room));
if (unknown.length > 0) {
  process.stderr.write(`no such room: ${unknown.join(', ')}; there are ${Object.keys(ROOMS).join(', ')}\n`);
  process.exit(2);
}

for (const [room, { mutate, tests }] of Object.entries(ROOMS)) {
  if (asked.length > 0 && !asked.includes(room)) continue;
  const folder = `.artifacts/mutation/${room}`;
  await new Stryker({
    mutate: files.length > 0 ? files : mutate,
    packageManager: 'npm',
    testRunner: 'warm',
    warm: { tests },
    plugins: [new URL('warm-runner.mjs', import.meta.url).pathname],
    // A mutant that never ends must not take the memory of the machine with it.
    testRunnerNodeArgs: ['--max-old-space-size=768'],
    coverageAnalysis: 'perTest',
    concurrency: CONCURRENCY,
    ignorePatterns: ['/.artifacts', '/.cache', '/data'],
    // On a busy machine slow is not the same as hanging.
    timeoutMS: 10_000,
    tempDirName: '.cache/stryker',
    disableTypeChecks: false,
    // A second run tests what changed since the first.
    incremental: true,
    incrementalFile: `${folder}/incremental.json`,
    reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
    htmlReporter: { fileName: `${folder}/report.html` },
    jsonReporter: { fileName: `${folder}/report.json` },
    thresholds: { high: 90, low: 80, break: 80 },
  }).runMutationTest();
}
