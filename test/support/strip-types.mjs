import { stripTypeScriptTypes } from 'node:module';

/** Blanks out the types in place, so that line and column numbers in a stack stay those of the source. */
export default {
  /** @param {string} source */
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
};
