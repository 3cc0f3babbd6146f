import { describe, expect, test } from '@jest/globals';
import { CASE_LINES } from './bad-cases.ts';
import { FIELD_LINES } from './bad-fields.ts';
import { DUPLICATE_KEY_LINES, UNREADABLE_LINES } from './unreadable-lines.ts';
import { eventsOf, linesOf, message, ndjson } from './wire.ts';

const before = JSON.stringify(message({ berichtId: 'JDS-before' }));
const after = JSON.stringify(message({ berichtId: 'JDS-after' }));

/** Each bad line stands between two good ones, which must come through untouched. */
describe.each([
  ['no JSON object', UNREADABLE_LINES],
  ['duplicate keys', DUPLICATE_KEY_LINES],
  ['bad fields', FIELD_LINES],
  ['bad cases', CASE_LINES],
])('a line with %s is quarantined', (_group, table) => {
  test.each(table)('$what', async ({ line, reasons, messageId = 'JDS-000000001' }) => {
    const events = await eventsOf(ndjson([before, line, after]));
    const [first, bad, last] = linesOf(events);
    expect(first).toMatchObject({ kind: 'entry', line: 1, entry: { messageId: 'JDS-before' } });
    expect(last).toMatchObject({ kind: 'entry', line: 3, entry: { messageId: 'JDS-after' } });
    expect(events.at(-1)).toEqual({ kind: 'complete', lines: 3, unknownKeys: 0 });
    expect(bad).toMatchObject({ kind: 'quarantined', line: 2, messageId });
    const told = bad?.kind === 'quarantined' ? bad.reasons : [];
    expect(told.map(({ code, field }) => (field === null ? code : `${code} ${field}`))).toEqual(reasons);
  });
});
