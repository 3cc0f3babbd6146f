import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, officerOf, personOf } from '../support/small-world.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { type Site, startSite, type Visitor } from './site.ts';
import { versionOn } from './task-visitors.ts';

const HITS = 30;
/** What question B is about, in the words of pages and of programs. */
const OF_B =
  /ambtsgeheim|272 lid|"article"|T1-D1-F0|\bhoog\b|"high"|"rating"|dueAt|ruleId|"facts"|Uiterlijk|2026\.\d+\+/;

let site: Site;
let pages: Visitor;
let other: Visitor;
let api: ApiClient;
let otherApi: ApiClient;
beforeAll(async () => {
  site = await startSite(HITS);
  [pages, other] = [await site.signIn('reviewer1'), await site.signIn('reviewer2')];
  [api, otherApi] = [await apiClient(site, 'reviewer1'), await apiClient(site, 'reviewer2')];
}, 40_000);
afterAll(() => site.close());

interface Task {
  readonly taskId: string;
  readonly version: number;
}

let task: Task;
/** A task in the hand of reviewer1, of which A is not answered. */
beforeEach(async () => {
  task = (await api.post('/api/tasks/next')).json().task;
});

const stateOf = async ({ taskId }: Task): Promise<string> => {
  const lines = await everyLine(api);
  return String(lines.find((line) => line['taskId'] === taskId)?.['state']);
};

async function everyLine(client: ApiClient): Promise<readonly Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  let after: string | null = null;
  do {
    const page: { tasks: Record<string, unknown>[]; next: string | null } = (
      await client.get(`/api/tasks?limit=100${after === null ? '' : `&after=${after}`}`)
    ).json();
    lines.push(...page.tasks);
    after = page.next;
  } while (after !== null);
  return lines;
}

describe('question B before A', () => {
  test('is in no answer of any page or door, however it is asked for', async () => {
    const path = `/tasks/${task.taskId}`;
    const addresses = [
      path,
      `${path}?question=relevance`,
      `${path}?relevance=1&answered=true`,
      `${path}/print`,
      '/queue',
      '/queue?mine=1',
      '/queue?rating=high',
      '/queue?overdue=1',
      '/queue?sort=rating',
      '/',
      '/dashboard',
    ];
    for (const address of addresses) {
      const { body, statusCode } = await pages.get(address);
      expect(statusCode).toBeLessThan(500);
      // A choice that anybody may make is no answer.
      const told = body.replaceAll(/<(select|dialog)[\s\S]*?<\/\1>/g, '');
      expect({ address, told: OF_B.exec(told)?.[0] }).toEqual({ address, told: undefined });
    }
    for (const address of [`/api/tasks/${task.taskId}`, '/api/tasks', '/api/tasks?mine=true']) {
      expect({ address, told: OF_B.exec((await api.get(address)).body)?.[0] }).toEqual({ address, told: undefined });
    }
  });

  test('cannot be answered, by form or by program, and a refusal tells nothing', async () => {
    const path = `/tasks/${task.taskId}`;
    const version = versionOn((await pages.get(path)).body);
    const form = await pages.post(`${path}/relevance`, { version, verdict: 'not_relevant', reason: 'x' }, path);
    expect(form.statusCode).toBe(409);
    const answer = { version: task.version, verdict: 'not_relevant', reason: 'x' };
    const call = await api.post(`/api/tasks/${task.taskId}/relevance`, answer);
    expect(call.statusCode).toBe(409);
    for (const { body } of [form, call]) expect(body).not.toMatch(OF_B);
    expect(await stateOf(task)).toBe('claimed');
  });

  test('is told by no order of the statistics, nor by the list of decisions', async () => {
    const statistics = (await api.get('/api/statistics')).json();
    expect([statistics.overdue, statistics.relevance, statistics.rules]).toEqual([null, null, null]);
    expect(statistics.backlog.every(({ byRating }: { byRating: unknown }) => byRating === null)).toBe(true);
    expect((await api.get('/api/decisions')).statusCode).toBe(403);
  });
});

describe('a blind second look', () => {
  test('shows a program neither the first answer nor question B', async () => {
    // Without a BSN the look is for the rating alone, and so it is blind.
    const unnumbered = messageOf(0, { persoon: { ...personOf(0), bsn: null } });
    await site.world.deliver(deliveryOf(2, [unnumbered]));
    await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
    const line = (await everyLine(api)).find(({ parketnummer }) => parketnummer === '16-000000-26');
    const path = `/api/tasks/${line?.['taskId']}`;
    const reason = 'Iemand anders, zeker weten';
    const { version } = (await api.post(`${path}/claim`)).json();
    const first = await api.post(`${path}/identity`, { version, verdict: 'someone_else', reason });
    expect(first.json().state).toBe('second_look');
    expect((await otherApi.post(`${path}/claim`)).statusCode).toBe(200);
    const view = await otherApi.get(path);
    expect(view.body).not.toMatch(OF_B);
    expect(view.body).not.toContain(reason);
    expect(view.json().identity.dispositions).toEqual([]);
    for (const address of ['/api/tasks', '/api/tasks?state=second_look']) {
      expect((await otherApi.get(address)).body).not.toMatch(OF_B);
    }
    // Nor may the first look at it again.
    const again = await api.post(`${path}/claim`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'CLAIMED_BY_ANOTHER']);
  });
});

describe('the task of somebody else', () => {
  test('is not answered or given back, by form or by program, whatever version is named', async () => {
    const path = `/tasks/${task.taskId}`;
    for (const version of [task.version, task.version + 1, 0, 999_999]) {
      const fields = { version: String(version), verdict: 'same_person', reason: 'x' };
      expect((await other.post(`${path}/identity`, fields, '/queue')).statusCode).toBe(409);
      if (version > 0)
        expect((await otherApi.post(`/api${path}/identity`, { ...fields, version })).statusCode).toBe(409);
    }
    expect((await other.post(`${path}/release`, { version: String(task.version) }, '/queue')).statusCode).toBe(409);
    expect((await otherApi.post(`/api${path}/release`)).statusCode).toBe(409);
    const mine = (await api.get('/api/tasks?mine=true&limit=100')).json().tasks;
    expect(mine).toContainEqual(
      expect.objectContaining({ taskId: task.taskId, version: task.version, state: 'claimed' }),
    );
  });

  test('is for seniors alone to hand over or take back', async () => {
    const fields = { task: task.taskId, to: 'reviewer1', version: String(task.version) };
    for (const path of ['/tasks/release', '/tasks/assign']) {
      expect((await other.post(path, fields, '/queue')).statusCode).toBe(403);
    }
    expect(await stateOf(task)).toBe('claimed');
  });
});

describe('a task that one may not see', () => {
  /** What differs between two answers only because they name another task. */
  const without = (body: string, taskId: string): string =>
    body.replaceAll(taskId, 'TASK').replaceAll(/name="token" value="[^"]*"/g, '');

  test('is in no answer told from one that is not there', async () => {
    const { store } = site.world.installation;
    const [line] = (await api.get('/api/tasks?state=open&limit=1')).json().tasks;
    const account = await store.accountByName(TESTING, 'reviewer2');
    const conflict = asId<PersonnelNumber>(line.officerId);
    expect(line.officerId).toMatch(new RegExp(`^${officerOf(0).charAt(0)}\\d+$`));
    await store.importAccounts(TESTING, [{ ...account!, declaredConflicts: [conflict], roles: null }]);
    const [there, nowhere] = [line.taskId, '00000000-0000-4000-8000-000000000000'];
    expect((await everyLine(otherApi)).map(({ taskId }) => taskId)).not.toContain(there);
    expect((await other.get('/queue')).body).not.toContain(line.parketnummer);

    for (const suffix of ['', '/print']) {
      const answers = await Promise.all([there, nowhere].map((id) => other.get(`/tasks/${id}${suffix}`)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
      expect(without(answers[0]!.body, there)).toBe(without(answers[1]!.body, nowhere));
    }
    const answered = { version: '1', verdict: 'same_person', reason: 'x' };
    for (const move of ['claim', 'release', 'identity', 'relevance']) {
      const answers = [
        await other.post(`/tasks/${there}/${move}`, answered, '/queue'),
        await other.post(`/tasks/${nowhere}/${move}`, answered, '/queue'),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
      expect(without(answers[0]!.body, there)).toBe(without(answers[1]!.body, nowhere));
    }
    const calls: readonly (readonly [string, object | undefined])[] = [
      ['claim', undefined],
      ['release', undefined],
      ['identity', { version: 1, verdict: 'same_person' }],
      ['relevance', { version: 1, verdict: 'not_relevant' }],
    ];
    for (const [move, body] of calls) {
      const answers = await Promise.all([there, nowhere].map((id) => otherApi.post(`/api/tasks/${id}/${move}`, body)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
      expect(answers[0]!.body).toBe(answers[1]!.body);
    }
    const views = await Promise.all([there, nowhere].map((id) => otherApi.get(`/api/tasks/${id}`)));
    expect(views[0]!.body).toBe(views[1]!.body);
    expect(await stateOf({ taskId: there, version: 1 })).toBe('open');
    // The log of acts knows the truth.
    const rows = await store.listAudit(TESTING, 0, 100_000);
    expect(rows).toContainEqual(
      expect.objectContaining({ action: 'claim_task', details: { taskId: there, refusal: 'conflict_of_interest' } }),
    );
  });
});

describe('somebody who declared nothing', () => {
  test('is told so whatever is asked for, and is shown nothing', async () => {
    const { store } = site.world.installation;
    const before = await store.accountByName(TESTING, 'reviewer2');
    await store.importAccounts(TESTING, [{ ...before!, declaredConflicts: null, roles: null }]);
    const answers = await Promise.all([task.taskId, 'none'].map((id) => otherApi.get(`/api/tasks/${id}`)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    expect(answers[0]!.body).toBe(answers[1]!.body);
    expect(await everyLine(otherApi)).toEqual([]);
  });
});
