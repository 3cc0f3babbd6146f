import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { type Site, startSite } from './site.ts';

const HITS = 4;
const ASKING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

let site: Site;
beforeAll(async () => {
  site = await startSite(HITS);
  await dismissOne(site.world.installation.store);
}, 30_000);
afterAll(() => site.close());

/** One task is looked at and found to be about somebody else. */
async function dismissOne(store: Store): Promise<void> {
  const account = await store.accountByName(ASKING, 'reviewer1');
  const access: Access = {
    actor: { kind: 'account', accountId: account?.accountId ?? ('' as never) },
    purpose: 'review_task',
  };
  const at = site.world.installation.clock.now();
  const claimed = await store.claimNext(access, at);
  if (claimed?.kind !== 'done') throw new Error('no task could be claimed');
  const view = await store.viewTask(access, claimed.taskId, at);
  if (!('identity' in view)) throw new Error(view.refusal);
  const decision = { verdict: 'cannot_tell', reason: 'Bron gevraagd', waitUntil: '2099-01-01' } as const;
  await store.decideIdentity(access, claimed.taskId, view.identity.version, decision, at);
}

async function page(account: string, path = '/dashboard?lang=en'): Promise<string> {
  return (await (await site.signIn(account)).get(path)).body;
}

/** The cells of the table with a caption, row by row. */
function tableOn(body: string, caption: string): readonly (readonly string[])[] {
  const text = body.split(`>${caption}</caption>`)[1]?.split('</table>')[0]?.split('<tbody')[1] ?? '';
  return text
    .split('</tr>')
    .slice(0, -1)
    .map((row) => [...row.matchAll(/data-label="[^"]*">([^<]*)</g)].map(([, cell]) => cell ?? ''));
}

describe('the dashboard', () => {
  test('has its figures in a table beside each plot', async () => {
    const body = await page('senior');
    expect(tableOn(body, 'Tasks that are not closed, by how many days they have been there')).toEqual([
      ['&lt; 1', '4', '0', '0', '0', '4'],
      ['1–7', '0', '0', '0', '0', '0'],
      ['7–21', '0', '0', '0', '0', '0'],
      ['&gt; 21', '0', '0', '0', '0', '0'],
    ]);
    expect(tableOn(body, 'Is this the same person? Answers by the strength of the match')[0]).toEqual([
      ...['strong', '0', '0', '1'],
    ]);
    const plots = [...body.matchAll(/<img class="screening-plot" src="[^"]+" alt="([^"]+)"/g)];
    expect(plots.map(([, alt]) => alt)).toEqual([
      'Inflow. Bar chart. The table has the same figures.',
      'Backlog. Bar chart. The table has the same figures.',
      'Time to decision. Bar chart. The table has the same figures.',
      'Answers by match. Bar chart. The table has the same figures.',
      'False alarms. Line chart. The table has the same figures.',
      'Decisions by proposed rating. Bar chart. The table has the same figures.',
    ]);
  });

  test('draws what can be read without colour: fills of patterns, and the sum on each bar', async () => {
    const body = await page('senior');
    expect(body).not.toMatch(/ style=|<style|<script(?! type="module" src=)/);
    const encoded = /src="data:image\/svg\+xml;base64,([^"]+)" alt="Backlog/.exec(body)?.[1] ?? '';
    const drawn = Buffer.from(encoded, 'base64').toString();
    expect(drawn).toContain('fill="url(#backlog-fill-0)"');
    expect(drawn).toContain('<pattern id="backlog-fill-0"');
    expect(drawn).toMatch(/<text [^>]*>4<\/text>/);
    expect(drawn).not.toMatch(/(fill|stroke)="#(?!fff)/);
  });

  test.each(['reviewer1', 'auditor', 'operator'])('shows the %s only what is theirs to see', async (account) => {
    const body = await page(account, '/dashboard?lang=en&days=91');
    expect({
      ratings: body.includes('>high<'),
      overdue: body.includes('Of which overdue'),
      verdicts: body.includes('False alarms'),
      relevance: body.includes('Decisions by proposed rating'),
      rules: body.includes('By rule of the policy'),
      cases: /16-\d{6}-26|K000\d\d/.test(body),
    }).toEqual({
      ratings: account !== 'reviewer1',
      overdue: account !== 'reviewer1',
      verdicts: account !== 'operator',
      relevance: account === 'auditor',
      rules: account === 'auditor',
      cases: false,
    });
  });

  test('is over the period in the address, and takes an unknown one as the usual one', async () => {
    expect(tableOn(await page('senior', '/dashboard?lang=en&days=7'), 'New tasks')).toHaveLength(7);
    const usual = tableOn(await page('senior'), 'New tasks');
    expect(usual.length).toBeLessThanOrEqual(5);
    expect(tableOn(await page('senior', '/dashboard?lang=en&days=1000000'), 'New tasks')).toEqual(usual);
    expect(await page('senior', '/dashboard?days=91')).toContain('href="/dashboard?days=91&amp;lang=en"');
  });
});
