/**
 * What the tests import from `@jest/globals` while mutants run: jest's own `expect` and `each`, and a list of tests in
 * the place of its runner, so that a test file is loaded once for all mutants. Only what the tests of the pure rooms use.
 */
import { expect } from 'expect';
import { bind } from 'jest-each';

/**
 * @typedef {{ id: string, name: string, fileName: string, run: () => unknown }} CollectedTest
 */

/** @type {Map<string, CollectedTest>} */
export const collected = new Map();

/** @type {string[]} */
const path = [];
let fileName = '';

/** @param {string} name the file whose tests are loaded next */
export function beginFile(name) {
  fileName = name;
}

/** @param {string} title @param {() => void} body */
export function describe(title, body) {
  path.push(title);
  body();
  path.pop();
}

/** @param {string} title @param {() => unknown} run */
export function test(title, run) {
  const name = [...path, title].join(' ');
  let id = `${fileName} ${name}`;
  // Rows of a table may bear the same title.
  while (collected.has(id)) id += '+';
  collected.set(id, { id, name, fileName, run });
}

describe.each = bind(describe, false);
test.each = bind(test, false);

export { expect };
