import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Access } from '../../src/domain/access.ts';
import { type Site, startSite, type Visitor } from './site.ts';
import { answer, firstOpen, next, versionOn, wordsOn } from './task-visitors.ts';

const WATCHING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

let site: Site;
beforeAll(async () => {
  site = await startSite(8);
}, 40_000);
afterAll(() => site.close());

/** The tick boxes on a page of the queue: what each sends. */
function ticksOn(body: string): readonly string[] {
  return [...body.matchAll(/name="task" value="([^"]+)"/g)].map(([, value]) => value ?? '');
}

async function accountIdOf(name: string): Promise<string> {
  return (await site.world.installation.store.accountByName(WATCHING, name))?.accountId ?? '';
}

async function tickOf(visitor: Visitor, path: string): Promise<string> {
  return ticksOn((await visitor.get('/queue')).body).find((tick) => path.endsWith(tick.split(' ')[0] ?? '')) ?? '';
}

describe('the queue', () => {
  test('shows what is in hand, with whom, and offers only what can be taken', async () => {
    const [first, second] = [await site.signIn('reviewer1'), await site.signIn('reviewer2')];
    const path = await next(first);
    const mine = (await first.get('/queue?mine=yes')).body;
    expect(mine.match(/data-row/g)).toHaveLength(1);
    expect(mine).toContain(path);
    expect(wordsOn(mine)).toContain('in behandeling');
    expect(mine).not.toContain('data-take');
    expect(wordsOn((await second.get('/queue')).body)).toContain('reviewer1');
    expect((await second.get('/queue')).body.match(/data-take/g)).toHaveLength(7);
    expect((await second.get('/queue?mine=yes')).body).not.toContain('data-row');
    expect((await second.get('/queue')).body).not.toContain('name="task"');
  });

  test('says so when there is nothing to take', async () => {
    const senior = await site.signIn('senior');
    const path = await next(senior);
    expect(path).toBe('/queue?told=none');
    expect(wordsOn((await senior.get(path)).body)).toContain('Er is nu geen taak die u kunt nemen');
  });
});

describe('what a senior ticks', () => {
  test('is given back, or into the hands of another; a task that moved meanwhile is left alone and named', async () => {
    const [senior, reviewer] = [await site.signIn('senior'), await site.signIn('reviewer1')];
    const path = await next(reviewer);
    const stale = await tickOf(senior, path);
    await reviewer.post(`${path}/release`, { version: versionOn((await reviewer.get(path)).body) }, path);
    const late = await senior.post('/tasks/release', { task: stale }, '/queue');
    expect(late.statusCode).toBe(409);
    expect(wordsOn(late.body)).toMatch(/Gedaan voor 0 van 1 taken. 16-\d{6}-26: De taak is gewijzigd/);

    const toThemselves = { task: await tickOf(senior, path), to: await accountIdOf('senior') };
    const own = await senior.post('/tasks/assign', toThemselves, '/queue');
    expect(wordsOn(own.body)).toContain('senior kan of mag deze taak niet nemen');

    const to = await accountIdOf('reviewer2');
    const given = await senior.post('/tasks/assign', { task: await tickOf(senior, path), to }, '/queue');
    expect(wordsOn(given.body)).toContain('Gedaan voor 1 van 1 taken');
    expect((await (await site.signIn('reviewer2')).get(path)).body).toContain(`action="${path}/identity`);
    const back = await senior.post('/tasks/release', { task: await tickOf(senior, path) }, '/queue');
    expect(back.statusCode).toBe(200);
    expect(wordsOn((await reviewer.get(path)).body)).toContain('Neem in behandeling');
  });

  test.each([
    ['/tasks/release', {}, 'Vink eerst taken aan'],
    ['/tasks/release', { task: 'nonsense' }, 'Vink eerst taken aan'],
    ['/tasks/assign', { task: 'x 1 16-000001-26' }, 'Kies aan wie'],
    ['/tasks/assign', { task: 'x 1 16-000001-26', to: 'nobody' }, 'Kies aan wie'],
  ])('at %s with %j changes nothing', async (path, fields, told) => {
    const senior = await site.signIn('senior');
    const { statusCode, body } = await senior.post(path, fields as Record<string, string>, '/queue');
    expect(statusCode).toBe(422);
    expect(wordsOn(body)).toContain(told);
  });

  test('is not for a reviewer', async () => {
    const reviewer = await site.signIn('reviewer1');
    expect((await reviewer.post('/tasks/assign', {}, '/queue')).statusCode).toBe(403);
    expect((await reviewer.post('/tasks/release', {}, '/queue')).statusCode).toBe(403);
  });
});

describe('a print', () => {
  test('carries who printed it, the assessment and the versions of the rules, shows B only in its turn, and is logged', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await firstOpen(reviewer);
    await reviewer.post(`${path}/claim`, {}, path);
    const before = wordsOn((await reviewer.get(`${path}/print`)).body);
    expect(before).toMatch(/Afgedrukt door reviewer1/);
    expect(before).toMatch(/effectbeoordeling \S+.*\(verzonnen/);
    expect(before).toMatch(/Versie van de regels \d\.\d-[0-9a-f]+ /);
    expect(before).not.toMatch(/ambtsgeheim|T1-D1-F0/);
    await answer(reviewer, path, 'identity', { verdict: 'same_person' });
    const after = wordsOn((await reviewer.get(`${path}/print`)).body);
    expect(after).toMatch(/Versie van de regels \d\.\d-[0-9a-f]+, 2026\.\d/);
    expect(after).toContain('schending van het ambtsgeheim');
    const rows = await site.world.installation.store.listAudit(WATCHING, 0, 10_000);
    const prints = rows.filter(({ action }) => action === 'print_task');
    expect(prints.map(({ details }) => details['relevanceShown'])).toEqual([0, 1]);
  });
});

describe('the keys', () => {
  test('are one script from this server, only for who works the queue; no page has any other', async () => {
    for (const [account, path, scripts] of [
      ['reviewer1', '/queue', 1],
      ['senior', '/keys', 1],
      ['operator', '/alarms', 0],
    ] as const) {
      const { body, headers } = await (await site.signIn(account)).get(path);
      expect(body.match(/<script type="module" src="\/assets\/keys\.js"><\/script>/g) ?? []).toHaveLength(scripts);
      expect(body.match(/<script/g) ?? []).toHaveLength(scripts);
      expect(body).not.toMatch(/ on[a-z]+=|javascript:| style=/);
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|connect-src/);
    }
  });
});
