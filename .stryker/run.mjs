/**
 * Mutation testing of the rooms whose rules decide about people: `npm run mutation` for all of them, or
 * `npm run mutation -- relevance` for some; with files behind it, of that room only those. Each room is tested by its own fast tests alone. Fails below 80 %.
 * Reports go to `.artifacts/mutation/<room>`.
 */
import { Stryker } from '@stryker-mutator/core';

const ROOMS = {
  legal: { mutate: ['src/legal/**/*.ts'], tests: ['test/legal/**/*.test.ts'] },
  // The tables are read while the tests load, so that every mutant of their schemas would need every test: those that
  // run at no other time are left out. The property tests take a second each, a thousand times: what they would kill
  // besides is not counted.
  relevance: { mutate: ['src/relevance/**/*.ts'], tests: ['test/relevance/!(properties).test.ts'], ignoreStatic: true },
  review: { mutate: ['src/review/**/*.ts'], tests: ['test/review/!(laws).test.ts'] },
  decision: {
    mutate: ['matching/decision/**/*.ts'],
    tests: ['test/matching/{decision,screen,register-index}*.test.ts'],
    ignoreStatic: true,
  },
};

/** Where the rooms and their tests stand, and what they import. */
const ROOTS = ['src', 'matching', 'test', 'fixtures'].map((folder) => `<rootDir>/${folder}`);

/** One process: the machine of a developer or a pipeline has other work. */
const CONCURRENCY = 1;

const asked = process.argv.slice(2).filter((word) => !word.includes('/'));
const files = process.argv.slice(2).filter((word) => word.includes('/'));
const unknown = asked.filter((room) => !Object.hasOwn(ROOMS, room));
if (unknown.length > 0) {
  process.stderr.write(`no such room: ${unknown.join(', ')}; there are ${Object.keys(ROOMS).join(', ')}\n`);
  process.exit(2);
}

for (const [room, { mutate, tests, ignoreStatic = false }] of Object.entries(ROOMS)) {
  if (asked.length > 0 && !asked.includes(room)) continue;
  const folder = `.artifacts/mutation/${room}`;
  await new Stryker({
    mutate: files.length > 0 ? files : mutate,
    packageManager: 'npm',
    testRunner: 'jest',
    // A mutant that never ends must not take the memory of the machine with it.
    testRunnerNodeArgs: [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-old-space-size=768'],
    ],
    jest: {
      projectType: 'custom',
      configFile: 'jest.config.mjs',
      // What jest looks through before every mutant counts a thousand times.
      config: { testMatch: tests.map((glob) => `<rootDir>/${glob}`), roots: ROOTS, watchman: false },
      // Jest cannot find what is related through ES modules reliably; the tests of a room are few.
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    ignoreStatic,
    concurrency: CONCURRENCY,
    // Jest keeps ES modules in memory; a process that runs on slows down until it does nothing else.
    maxTestRunnerReuse: 20,
    ignorePatterns: ['/.artifacts', '/.cache', '/data'],
    // On a busy machine slow is not the same as hanging.
    timeoutMS: 30_000,
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
