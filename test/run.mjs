import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Everything that must hold before a change goes in, by one command. The last line is the verdict: `N passed, N failed`,
 * in which every check and every test of jest counts as one. Arguments go to jest.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const JEST_REPORT = '.artifacts/jest.json';
const CHECKS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  {
    name: 'types of the browser script',
    command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/web/assets'],
  },
  { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];

/**
 * @param {readonly string[]} args
 * @returns {Promise<boolean>} whether Node ended with 0
 */
function node(args) {
  return new Promise((resolve) => {
    const child = spawn(`${ROOT}node_modules/.bin/node`, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** @param {readonly string[]} args */
async function runJest(args) {
  rmSync(`${ROOT}${JEST_REPORT}`, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--maxWorkers=2', '--json', `--outputFile=${JEST_REPORT}`, '--reporters=default'];
  const ok = await node([...flags, 'node_modules/jest/bin/jest.js', ...options, ...args]);
  try {
    const report = JSON.parse(readFileSync(`${ROOT}${JEST_REPORT}`, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { ok, passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { ok: false, passed: 0, failed: 0, skipped: 0 };
  }
}

mkdirSync(`${ROOT}.artifacts`, { recursive: true });
let passed = 0;
/** @type {string[]} */
const failures = [];
for (const { name, command } of CHECKS) {
  process.stdout.write(`${name}\n`);
  if (await node(command)) passed += 1;
  else failures.push(name);
}
const jest = await runJest(process.argv.slice(2));
passed += jest.passed;
if (jest.passed + jest.failed === 0) failures.push('jest ran no test');
else if (jest.skipped > 0) failures.push(`jest skipped ${jest.skipped} tests`);
else if (!jest.ok && jest.failed === 0) failures.push('jest did not end well');

for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`);
const failed = failures.length + jest.failed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
