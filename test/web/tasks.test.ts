import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryOf, messageOf, personOf } from '../support/small-world.ts';
import { withHeldClock } from './held-clock.ts';
import { type Site, startSite } from './site.ts';
import { answer, firstOpen, next, pathOf, versionOn, wordsOn } from './task-visitors.ts';

const HITS = 40;
/** Words of question B for the cases of the site: what the case is about, how it is rated and until when. */
const TELLING = [
  ...[/ambtsgeheim/, /272 lid 1/, /T1-D1-F0/, /Pleegdatum/, /Uiterlijk/, /[Ww]aardering/, /\bhoog\b/, /verdacht/],
  /2026\.\d+\+/,
];
const MINUTE_MS = 60_000;

const clock = withHeldClock();
let site: Site;
beforeAll(async () => {
  site = await startSite(HITS, clock.change);
}, 40_000);
afterAll(() => site.close());

function telling(body: string): readonly RegExp[] {
  return TELLING.filter((word) => word.test(body));
}

describe('question B', () => {
  test('leaves the server in no answer before A is answered, and then it does', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await next(reviewer);
    const before = [
      await reviewer.get('/queue'),
      await reviewer.get('/queue?mine=yes'),
      await reviewer.get(path),
      await reviewer.get(`${path}?lang=nl`),
      await reviewer.post(`${path}/claim`, {}, path),
      await reviewer.post(`${path}/identity`, {}, path),
      await reviewer.post(`${path}/identity`, { verdict: 'someone_else', version: '1' }, path),
      await answer(reviewer, path, 'relevance', { verdict: 'not_relevant' }),
    ];
    expect(before.map(({ body }) => telling(body))).toEqual(before.map(() => []));
    expect((await answer(reviewer, path, 'identity', { verdict: 'same_person' })).statusCode).toBe(303);
    const after = (await reviewer.get(path)).body;
    expect(telling(after)).toEqual(TELLING);
    expect(wordsOn(after)).toContain('schending van het ambtsgeheim');
  });

  test('is not shown to a second reviewer who looks blindly, nor is the first answer', async () => {
    const [first, second] = [await site.signIn('reviewer1'), await site.signIn('reviewer2')];
    // Without a BSN: the look is for the rating alone, which the look must not give away.
    const unnumbered = messageOf(0, { persoon: { ...personOf(0), bsn: null } });
    await site.world.deliver(deliveryOf(2, [unnumbered]));
    await site.world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
    const path = await pathOf(first, '16-000000-26');
    await first.post(`${path}/claim`, {}, path);
    await answer(first, path, 'identity', { verdict: 'someone_else', reason: 'Anders dan ik dacht' });
    expect((await second.post(`${path}/claim`, {}, path)).statusCode).toBe(303);
    for (const visitor of [first, second]) {
      const { body } = await visitor.get(path);
      expect(wordsOn(body)).toContain('tweede beoordeling');
      expect(telling(body)).toEqual([]);
      expect(body.includes('Anders dan ik dacht')).toBe(visitor === first);
      // It must not deny the answer either.
      expect(wordsOn(body).includes('Er is een eerste antwoord')).toBe(visitor === second);
      expect(wordsOn(body)).not.toContain('Er is nog niet eerder over dit paar geoordeeld');
    }
    await answer(second, path, 'identity', { verdict: 'same_person' });
    const senior = await site.signIn('senior');
    expect(wordsOn((await first.get(path)).body)).toContain('een senior beslist');
    expect((await senior.post(`${path}/claim`, {}, path)).statusCode).toBe(303);
    await answer(senior, path, 'identity', { verdict: 'same_person' });
    expect(telling((await senior.get(path)).body)).toEqual(TELLING);
  });

  test('stays away from a second look that is not blind', async () => {
    const [first, second] = [await site.signIn('reviewer1'), await site.signIn('reviewer2')];
    const path = await next(first);
    await answer(first, path, 'identity', { verdict: 'someone_else', reason: 'Anders' });
    const seen = await second.get(path);
    expect(wordsOn(seen.body)).toContain('tweede beoordeling');
    expect(telling(seen.body)).toEqual([]);
    expect((await second.post(`${path}/claim`, {}, path)).statusCode).toBe(303);
    expect(telling((await second.get(path)).body)).toEqual([]);
    await answer(second, path, 'identity', { verdict: 'someone_else', reason: 'Ook anders' });
    expect(wordsOn((await second.get(path)).body)).toContain('De taak is afgerond');
  });
});

describe('races', () => {
  test('"next" under 20 concurrent reviewers never hands one task to two', async () => {
    const visitors = await Promise.all(
      Array.from({ length: 20 }, (_, index) => site.signIn(index % 2 === 0 ? 'reviewer1' : 'reviewer2')),
    );
    const taken = await Promise.all(visitors.map(next));
    expect(new Set(taken).size).toBe(20);
    for (const path of taken) expect(path).toMatch(/^\/tasks\/[0-9a-f-]{36}$/);
  });

  test('a form sent twice, or again after "back", is recorded once and answers the same', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await next(reviewer);
    const version = versionOn((await reviewer.get(path)).body);
    const send = () => reviewer.post(`${path}/identity`, { version, verdict: 'same_person', reason: 'Zeker' }, path);
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, path],
      [303, path],
    ]);
    expect((await send()).statusCode).toBe(303);
    expect((await reviewer.get(path)).body.match(/Zeker/g)).toHaveLength(1);
    const back = await reviewer.post(`${path}/identity`, { version, verdict: 'someone_else', reason: 'Spijt' }, path);
    expect(back.statusCode).toBe(409);
    expect(wordsOn(back.body)).toContain('Uw antwoord is niet opgeslagen');
  });

  test('a task given back twice is given back once', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await next(reviewer);
    const version = versionOn((await reviewer.get(path)).body);
    const send = () => reviewer.post(`${path}/release`, { version }, path);
    expect((await send()).headers.location).toBe('/queue');
    expect((await send()).statusCode).toBe(409);
    expect(wordsOn((await reviewer.get(path)).body)).toContain('Neem in behandeling');
  });

  test('a form without a version, or with one that is past, decides nothing and keeps the text', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await next(reviewer);
    for (const version of ['', 'x', '1', '99']) {
      const fields = { version, verdict: 'someone_else', reason: 'Heel <anders>' };
      const { statusCode, body } = await reviewer.post(`${path}/identity`, fields, path);
      expect(statusCode).toBe(409);
      expect(body).toContain('Heel &lt;anders&gt;</textarea>');
      expect(body).not.toContain('checked');
    }
  });

  test('what is sent after the half hour is refused with the text on the page, and comes along into a new claim', async () => {
    const reviewer = await site.signIn('reviewer1');
    const path = await next(reviewer);
    const version = versionOn((await reviewer.get(path)).body);
    clock.move(31 * MINUTE_MS);
    const again = await site.signIn('reviewer1');
    const fields = { version, verdict: 'cannot_tell', reason: 'Bron vragen', waitUntil: '2099-01-01' };
    const late = await again.post(`${path}/identity`, fields, '/queue');
    expect(late.statusCode).toBe(409);
    expect(wordsOn(late.body)).toContain('Uw half uur is verstreken');
    expect(late.body).toContain('Bron vragen</textarea>');
    const taken = await again.post(`${path}/claim`, { ...fields, version: versionOn(late.body) }, '/queue');
    expect(taken.statusCode).toBe(200);
    expect(taken.body).toMatch(/value="cannot_tell" required checked/);
    expect(taken.body).toContain('Bron vragen</textarea>');
    expect(taken.body).toContain('value="2099-01-01"');
    const done = await again.post(`${path}/identity`, { ...fields, version: versionOn(taken.body) }, '/queue');
    expect(done.statusCode).toBe(303);
    expect(wordsOn((await again.get(path)).body)).toContain('De taak wacht');
  });
});

describe('a form that was not filled in', () => {
  test.each([
    ['no answer chosen', { reason: 'Zomaar' }, 'Kies eerst een antwoord'],
    ['no reason on a strong match', { verdict: 'someone_else' }, 'Geef een motivering'],
    ['no day to wait for', { verdict: 'cannot_tell', reason: 'Zomaar' }, 'Geef een datum na vandaag'],
    ['a day that is past', { verdict: 'cannot_tell', reason: 'Zomaar', waitUntil: '2020-01-01' }, 'Geef een datum'],
    ['a motivation without end', { verdict: 'someone_else', reason: 'x'.repeat(4_001) }, 'langer dan 4000 tekens'],
  ])('%s: says so, and keeps what was filled in', async (_, fields, told) => {
    const reviewer = await site.signIn('reviewer2');
    const path = await firstOpen(reviewer);
    await reviewer.post(`${path}/claim`, {}, path);
    const { statusCode, body } = await answer(reviewer, path, 'identity', fields);
    expect(statusCode).toBe(422);
    expect(wordsOn(body)).toContain(told);
    expect(body).toContain(`${'reason' in fields ? fields.reason : ''}</textarea>`);
    await reviewer.post(`${path}/release`, { version: versionOn(body) }, path);
  });
});

describe('who may not', () => {
  test('a task that is not there is said to be unknown', async () => {
    const reviewer = await site.signIn('reviewer1');
    const { statusCode, body } = await reviewer.get('/tasks/nothing');
    expect(statusCode).toBe(404);
    expect(wordsOn(body)).toContain('Deze taak is er niet');
  });

  test('a senior gives no first answer', async () => {
    const senior = await site.signIn('senior');
    const path = await firstOpen(senior);
    expect((await senior.post(`${path}/claim`, {}, path)).statusCode).toBe(409);
    expect(wordsOn((await senior.get(path)).body)).toContain('nooit het eerste antwoord');
  });

  test('a form without its token changes nothing', async () => {
    const reviewer = await site.signIn('reviewer1');
    expect((await reviewer.post('/tasks/next', { token: 'x' }, '/queue')).statusCode).toBe(403);
  });
});
