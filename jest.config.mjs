/** Tests run as ES modules on the bundled Node; the transform only strips types, `npm run types` checks them. */
export default {
  testEnvironment: 'node',
  // A busy machine is no fault of the code: what hangs is still found, what is slow is not.
  testTimeout: 60_000,
  // Node keeps the ES modules of every test file; a process that grew past this makes room for a new one.
  workerIdleMemoryLimit: '1500MB',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/.artifacts', '<rootDir>/data'],
};
