import { defineConfig } from 'drizzle-kit';

/** For `drizzle-kit generate --config db/drizzle.config.ts`, which writes the migrations; nothing reads it at run time. */
export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
