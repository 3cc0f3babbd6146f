import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webTools } from '../../src/bin/serve.ts';
import type { Access } from '../../src/domain/access.ts';
import type { AlarmCode } from '../../src/domain/alarm.ts';
import type { TextParams } from '../../src/domain/text-code.ts';
import { createServer } from '../../src/web/server.ts';
import type { WebTools } from '../../src/web/tools.ts';
import { deliveryOf, messageOf } from '../support/small-world.ts';
import { FIRST_CASE, type Site, startSite, visitorOf } from './site.ts';

const WATCHING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };
const HITS = 30;

let site: Site;
beforeAll(async () => {
  site = await startSite(HITS);
}, 30_000);
afterAll(() => site.close());

/** Every case number on a page, in order. */
function casesOn(body: string): readonly string[] {
  return [...body.matchAll(/16-\d{6}-26/g)].map(([number]) => number);
}

/** What can be read on a page. */
function wordsOn(body: string): string {
  return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

async function actionsOf(path: string, account: string): Promise<readonly string[]> {
  const { store } = site.world.installation;
  const visitor = await site.signIn(account);
  const before = (await store.listAudit(WATCHING, 0, 10_000)).at(-1)?.sequence ?? 0;
  await visitor.get(path);
  const rows = await store.listAudit(WATCHING, before, 100);
  return rows.filter(({ actor }) => actor.startsWith('account:')).map(({ action, purpose }) => `${action} ${purpose}`);
}

describe('the queue', () => {
  test('shows a reviewer who may be whom, and nothing of what it is about', async () => {
    const words = wordsOn((await (await site.signIn('reviewer1')).get('/queue?lang=en')).body);
    expect(words).toMatch(/16-0000(\d\d)-26 +K000\1 +strong +open/);
    for (const told of ['high', 'T1-D1-F0', 'rating', 'Due', 'ambtsgeheim', '272']) expect(words).not.toContain(told);
  });

  test('shows a senior rating and due date as well', async () => {
    const words = wordsOn((await (await site.signIn('senior')).get('/queue')).body);
    expect(words).toContain('hoog (T1-D1-F0)');
    expect(words).toContain('Uiterlijk');
    expect(words).not.toContain('ambtsgeheim');
  });

  test('is filtered by band and state in the address, and takes an unknown one as none', async () => {
    const reviewer = await site.signIn('reviewer1');
    expect(casesOn((await reviewer.get('/queue?band=possible')).body)).toEqual([]);
    expect(casesOn((await reviewer.get('/queue?state=closed')).body)).toEqual([]);
    const all = casesOn((await reviewer.get('/queue')).body);
    expect(casesOn((await reviewer.get('/queue?band=strong&state=open')).body)).toEqual(all);
    expect(casesOn((await reviewer.get('/queue?band=nonsense')).body)).toEqual(all);
    expect((await reviewer.get('/queue?band=strong')).body).toContain('<option value="strong" selected>');
  });

  test('is narrowed to a rating or to what is late by a senior alone, and a reviewer who asks so is not told', async () => {
    const senior = await site.signIn('senior');
    expect(casesOn((await senior.get('/queue?rating=low')).body)).toEqual([]);
    expect(casesOn((await senior.get('/queue?overdue=yes')).body)).toEqual([]);
    const page = (await senior.get('/queue?rating=high')).body;
    expect(casesOn(page).length).toBeGreaterThan(0);
    expect(page).toContain('<option value="high" selected>');
    const reviewer = await site.signIn('reviewer1');
    const all = casesOn((await reviewer.get('/queue')).body);
    const asked = (await reviewer.get('/queue?rating=low&overdue=yes')).body;
    expect(casesOn(asked)).toEqual(all);
    expect(wordsOn(asked)).not.toMatch(/Voorstel|te laat|laag/);
  });

  test('says how many tasks stand where, and of ratings nothing', async () => {
    const { body } = await (await site.signIn('reviewer1')).get('/queue');
    expect(wordsOn(body)).toMatch(/Alle taken: open \d+/);
  });

  test('is paged: every task once, with the filter kept', async () => {
    const reviewer = await site.signIn('reviewer1');
    const first = (await reviewer.get('/queue?band=strong')).body;
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).toContain('band=strong');
    const second = (await reviewer.get(next)).body;
    expect(second).not.toContain('rel="next"');
    expect(second).toContain('rel="first" href="/queue?band=strong"');
    const found = [...casesOn(first), ...casesOn(second)];
    expect(found).toHaveLength(HITS);
    expect(new Set(found).size).toBe(HITS);
    expect(found).toContain(FIRST_CASE);
  });

  test('opens at its beginning for a bookmark of a page that is gone', async () => {
    const reviewer = await site.signIn('reviewer1');
    expect((await reviewer.get('/queue?after=nonsense')).statusCode).toBe(200);
  });
});

describe('deliveries', () => {
  test('show their ledger, and of a bad line where it is and why, not what it says', async () => {
    const operator = await site.signIn('operator');
    const list = (await operator.get('/deliveries')).body;
    const path = /href="(\/deliveries\/[^"]+)">W-1</.exec(list)?.[1] ?? '';
    const { body } = await operator.get(path);
    expect(body).toContain('Levering W-1');
    const figures = [...body.matchAll(/data-label="Regels">(\d+)</g)].map(([, figure]) => Number(figure));
    expect(figures).toEqual([HITS + 3, 2, HITS, 0, 0, 1, 0]);
    expect(body).toContain(`data-label="Regel">${HITS + 3}<`);
    expect(body).toContain('De regel is niet te lezen als bericht.');
    expect(body).not.toContain('broken');
    expect((await operator.get('/deliveries/none')).statusCode).toBe(404);
  });

  test('are proven from their rows for who asks', async () => {
    const operator = await site.signIn('operator');
    const { body: list } = await operator.get('/deliveries');
    const path = /href="(\/deliveries\/[^"#]+)#quarantine"/.exec(list)?.[1] ?? '';
    const { body } = await operator.get(path);
    expect(body).toContain(`href="${path}?check=rows"`);
    expect(body).not.toContain('Sluitend');
    expect((await operator.get(`${path}?check=rows`)).body).toContain(`Sluitend: elk van de ${HITS + 3} aangekondigde`);
  });

  test('say so when the rows do not bear out the ledger', async () => {
    const tools = webTools(site.world.installation, site.world.system);
    const reconcile: WebTools['store']['reconcile'] = async (...asked) =>
      (await tools.store.reconcile(...asked)).map((ledger) => ({ ...ledger, unscreened: 1, balanced: false }));
    const server = createServer({ ...tools, store: { ...tools.store, reconcile } });
    const operator = visitorOf(server);
    await operator.post('/sign-in', { account: 'operator' });
    const path = /href="(\/deliveries\/[^"#]+)#quarantine"/.exec((await operator.get('/deliveries')).body)?.[1] ?? '';
    expect((await operator.get(`${path}?check=rows`)).body).toContain(
      `Niet sluitend: aangekondigd ${HITS + 3}, ontvangen ${HITS + 3}, nog te screenen 1,`,
    );
    await server.close();
  });

  test('say of planted test persons that they are our own', async () => {
    const tools = webTools(site.world.installation, site.world.system);
    const listDeliveries: WebTools['store']['listDeliveries'] = async (...asked) =>
      (await tools.store.listDeliveries(...asked)).map((status) => ({ ...status, sender: 'canary' }));
    const server = createServer({ ...tools, store: { ...tools.store, listDeliveries } });
    const operator = visitorOf(server);
    await operator.post('/sign-in', { account: 'operator' });
    expect((await operator.get('/deliveries')).body).toContain('>eigen testpersonen<');
    await server.close();
  });

  test('say in words why one was refused', async () => {
    const text = deliveryOf(2, [messageOf(5)], 'W-refused');
    await site.world.deliver(text.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`));
    const operator = await site.signIn('operator');
    const path = /href="(\/deliveries\/[^"]+)">W-refused</.exec((await operator.get('/deliveries')).body)?.[1] ?? '';
    const { body } = await operator.get(path);
    expect(body).toContain('geweigerd');
    expect(body).toContain('De controlesom van de levering klopt niet');
  });
});

describe('alarms', () => {
  test('say in words what they are about, why, and where to look', async () => {
    const { store, clock } = site.world.installation;
    const raise = (code: AlarmCode, about: string, params: TextParams) =>
      store.raiseAlarm(WATCHING, { code, about, params }, clock.now());
    await raise('DELIVERY_REFUSED', 'unknown', { code: 'CHECKSUM_MISMATCH' });
    await raise('CHUNK_FAILED', 'some-key', { deliveryId: 'W-77' });
    await raise('DELIVERY_QUARANTINED', 'other-key', { deliveryId: 'W-78', quarantined: 6, entries: 7 });
    await raise('LATE_JOINER', 'register version 6', { subjects: 1, mostDays: 3 });
    const operator = await site.signIn('operator');
    const { body } = await operator.get('/alarms');
    expect(body).toContain('levering zonder leesbare kop');
    expect(body).toContain('De controlesom van de levering klopt niet');
    expect(body).toContain('href="/deliveries/some-key#quarantine">W-77<');
    expect(body).toContain('href="/deliveries/other-key#quarantine">W-78<');
    expect(body).toContain('Van levering W-78 staan 6 van de 7 regels in quarantaine');
    expect(body).toContain('registerversie 6');
  });

  test('are open until their cause is gone, and acknowledged with a reason', async () => {
    const { store, clock } = site.world.installation;
    const alarm = { code: 'SUBJECT_SCOPE_LOST', about: 'officer', params: {} } as const;
    const alarmId = await store.raiseAlarm(WATCHING, alarm, clock.now());
    const operator = await site.signIn('operator');
    expect((await operator.get('/alarms')).body).toContain('De grondslag voor een deel van het register');

    const path = `/alarms/${alarmId}/acknowledge`;
    const refused = await operator.post(path, { reason: '  ' }, '/alarms');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('schrijf eerst wat eraan gedaan wordt');
    expect(refused.body).toContain('href="/alarms?lang=en"');
    const tooLong = await operator.post(path, { reason: 'a"'.repeat(300) }, '/alarms');
    expect([tooLong.statusCode, tooLong.body.includes('a&quot;a&quot;')]).toEqual([422, true]);

    expect((await operator.post(path, { reason: 'Bron <gebeld>' }, '/alarms')).headers.location).toBe('/alarms');
    const acknowledged = (await operator.get('/alarms')).body;
    expect(acknowledged).toContain('Bron &lt;gebeld&gt;');
    expect(acknowledged).not.toContain(path);

    expect(acknowledged).toContain('Grondslag vervallen');
    await store.clearAlarm(WATCHING, 'SUBJECT_SCOPE_LOST', 'officer', clock.now());
    expect((await operator.get('/alarms')).body).not.toContain('De grondslag');
    expect((await operator.get('/alarms?which=all')).body).toContain('voorbij');
  });
});

describe('the audit log', () => {
  test('is read by who, what and when, with internal ids alone, and the filter stays in the address', async () => {
    const { store } = site.world.installation;
    await (await site.signIn('reviewer1')).get('/queue');
    const account = await store.accountByName(WATCHING, 'reviewer1');
    const actor = `account:${account?.accountId}`;
    const auditor = await site.signIn('auditor');
    const path = `/audit?actor=${encodeURIComponent(actor)}&action=list_tasks`;
    const { body } = await auditor.get(path);
    expect(body.split('data-label="Wat">werkvoorraad bekeken<').length).toBeGreaterThan(1);
    expect(body).not.toMatch(/data-label="Wat">(?!werkvoorraad bekeken<)/);
    expect(body).toContain('>list_tasks<');
    expect(body).toContain('<option value="list_tasks" selected>');
    expect(body).not.toMatch(/16-\d{6}-26|K000\d\d/);
    expect((await auditor.get(`${path}&to=2020-01-01`)).body).toContain('Er zijn geen regels bij dit filter.');
    expect((await auditor.get(`${path}&from=never&after=x`)).statusCode).toBe(200);
  });

  test('is paged, and walked when an auditor asks', async () => {
    const auditor = await site.signIn('auditor');
    const first = (await auditor.get('/audit')).body;
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await auditor.get(next)).body).toContain('Eerste pagina');
    expect(first).toContain('Het logboek is nog nooit nagelopen.');
    expect((await auditor.post('/audit/verify', {}, '/audit')).headers.location).toBe('/audit');
    expect((await auditor.get('/audit')).body).toMatch(/alle [\d.]+ regels volgen op elkaar/);
  });

  test('says of a head that is not in it what that may mean, and not that a row was changed', async () => {
    const auditor = await site.signIn('auditor');
    await site.world.installation.store.verifyAudit(WATCHING, 'f'.repeat(64));
    const { body } = await auditor.get('/audit');
    expect(body).toContain('is van een ander logboek');
    expect(body).not.toContain('GEWIJZIGD');
  });
});

describe('a page', () => {
  test.each([
    ['/queue', 'reviewer1', 'list_tasks review_task'],
    ['/deliveries', 'senior', 'list_deliveries operate'],
    ['/alarms', 'operator', 'list_alarms operate'],
  ])('at %s leaves in the audit log that %s looked', async (path, account, action) => {
    expect(await actionsOf(path, account)).toEqual([action]);
  });

  test('is in Dutch until the other language is asked for, and remembers that', async () => {
    const visitor = await site.signIn('senior');
    const dutch = (await visitor.get('/queue?state=open&band=strong')).body;
    expect(dutch).toContain('<html lang="nl"');
    const link = /href="([^"]+)">English</.exec(dutch)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(link).toBe('/queue?state=open&band=strong&lang=en');
    const english = (await visitor.get(link)).body;
    expect(english).toContain('<html lang="en"');
    expect(english).toContain('href="/queue?state=open&amp;band=strong&amp;lang=nl">Nederlands');
    expect((await visitor.get('/deliveries')).body).toContain('<html lang="en"');
    expect((await visitor.get('/queue?lang=xx')).body).toContain('<html lang="en"');
  });

  test('that fails says nothing of what went wrong inside', async () => {
    const tools = webTools(site.world.installation, site.world.system);
    const listAlarms = () => Promise.reject(new Error('planted: Jansen at /var/lib/secret'));
    const server = createServer({ ...tools, store: { ...tools.store, listAlarms } });
    const operator = visitorOf(server);
    await operator.post('/sign-in', { account: 'operator' });
    const { statusCode, body } = await operator.get('/alarms');
    await server.close();
    expect(statusCode).toBe(500);
    expect(body).toContain('Er ging iets mis');
    expect(body).not.toMatch(/Jansen|secret|Error/);
  });
});
