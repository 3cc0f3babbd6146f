/**
 * Runs the tests of a pure room for one mutant after another in the same process. Jest loads every module anew for every
 * mutant, which takes seconds for tests that take milliseconds; these rooms keep no state, so that loading once is the
 * same. A mutant in what runs while modules load gets a process of its own (Stryker sees to it).
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { beginFile, collected } from './jest-globals.mjs';

const GLOBALS = new URL('jest-globals.mjs', import.meta.url).href;

/** Where the instrumented code looks which mutant is on, and writes what was reached. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

class WarmRunner {
  /** @param {readonly string[]} tests globs, relative to the copy of the project that holds the mutants */
  constructor(tests) {
    this.tests = tests;
    this.loaded = false;
    /** Milliseconds by test id: what is quick goes first, so that most mutants are dead before a property test begins. */
    this.times = new Map();
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
    });
  }

  async load() {
    if (this.loaded) return;
    this.loaded = true;
    for (const file of globSync([...this.tests]).sort()) {
      beginFile(file);
      await import(pathToFileURL(resolve(file)).href);
    }
    // One counterexample kills as well as the smallest one.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  }

  async dryRun() {
    await this.load();
    const result = await this.run([...collected.keys()], true);
    return result.status === DryRunStatus.Complete ? { ...result, mutantCoverage: stryker.mutantCoverage } : result;
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter, disableBail }) {
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    try {
      if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id;
      await this.load();
      stryker.activeMutant = activeMutant.id;
      const result = await this.run(testFilter ?? [...collected.keys()], disableBail);
      return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? result);
    } catch (error) {
      // What cannot be loaded with a mutant is noticed by every test.
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed('loading', 0, error)] });
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /** @param {readonly string[]} ids @param {boolean} all whether to go on after a test that fails */
  async run(ids, all) {
    const tests = [];
    for (const id of ids.toSorted((one, other) => (this.times.get(one) ?? 0) - (this.times.get(other) ?? 0))) {
      const { run, name, fileName } = collected.get(id);
      const start = performance.now();
      stryker.currentTestId = id;
      try {
        await run();
        const timeSpentMs = performance.now() - start;
        this.times.set(id, timeSpentMs);
        tests.push({ id, name, fileName, timeSpentMs, status: TestStatus.Success });
      } catch (error) {
        tests.push({ ...failed(id, performance.now() - start, error), name, fileName });
        if (!all) break;
      } finally {
        stryker.currentTestId = undefined;
      }
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

function failed(id, timeSpentMs, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { id, name: id, timeSpentMs, status: TestStatus.Failed, failureMessage };
}

const create = Object.assign((options) => new WarmRunner(options.warm.tests), { inject: tokens(commonTokens.options) });

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'warm', create)];

export const strykerValidationSchema = {
  type: 'object',
  properties: { warm: { type: 'object', properties: { tests: { type: 'array', items: { type: 'string' } } } } },
};
