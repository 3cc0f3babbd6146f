import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';

const FOLDER = new URL('../../db/', import.meta.url);

async function schema(): Promise<Record<string, unknown>> {
  const files = readdirSync(new URL('schema/', FOLDER));
  const modules = await Promise.all(files.map((file) => import(new URL(`schema/${file}`, FOLDER).href)));
  return Object.assign({}, ...modules);
}

test('the migrations make the tables that the schema describes', async () => {
  const meta = readdirSync(new URL('migrations/meta/', FOLDER)).filter((name) => name.endsWith('_snapshot.json'));
  const newest = JSON.parse(readFileSync(new URL(`migrations/meta/${meta.sort().at(-1)}`, FOLDER), 'utf8'));
  const described = await generateSQLiteDrizzleJson(await schema(), undefined, 'snake_case');
  expect(Object.keys(described.tables).length).toBeGreaterThan(10);
  expect(await generateSQLiteMigration(newest, described)).toEqual([]);
});
