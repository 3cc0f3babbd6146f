import { LANGUAGES, type Language } from '../domain/language.ts';
import { tellFailure } from './failures.ts';
import { createProgram } from './program.ts';

/** Found without the parsed options and configuration, since those may be what failed. */
function wantedLanguage(option: unknown): Language {
  const wanted = [option, process.env['SCREENING_LANG']];
  return LANGUAGES.find((language) => wanted.find(Boolean) === language) ?? LANGUAGES[0];
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = await createProgram(process.argv.slice(2));

function tell(error: unknown): number {
  return tellFailure(error, {
    language: wantedLanguage(program.opts()['lang']),
    withTrace: process.env['SCREENING_LOG_LEVEL'] === 'debug',
    write: (line) => process.stderr.write(line),
  });
}

// Node itself would print the message of an error that nobody caught, and what it choked on with it.
process.on('uncaughtException', (error) => process.exit(tell(error)));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}
