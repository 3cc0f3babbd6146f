/** A file that breaks a rule, and the rule that must notice. Each stands in a tree of its own making, beside the others. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
}

/** What the planted files import; breaks no rule itself. */
export const GROUND: Readonly<Record<string, string>> = {
  'src/domain/word.ts': 'export const word = 1;',
  'src/runtime/tool.ts': "import { word } from '../domain/word.ts';\nexport const tool = word;",
  'matching/pair.ts': "import { word } from '../src/domain/word.ts';\nexport const pair = word;",
  'src/legal/gate.ts': "import { word } from '../domain/word.ts';\nexport const gate = word;",
  'src/privacy/seal.ts': "import { randomBytes } from 'node:crypto';\nexport const seal = randomBytes;",
  'db/store.ts': "import { gate } from '../src/legal/gate.ts';\nimport 'better-sqlite3';\nexport const store = gate;",
  'jobs/queues.ts': "import 'bullmq';\nimport { store } from '../db/store.ts';\nexport const queues = store;",
  'jobs/flow.ts': "import { pair } from '../matching/pair.ts';\nexport const flow = pair;",
  'src/web/page.ts': "import 'fastify';\nimport { queues } from '../../jobs/queues.ts';\nexport const page = queues;",
  'src/bin/main.ts': "import 'commander';\nimport { page } from '../web/page.ts';\nexport const main = page;",
  'fixtures/people.ts': "import { word } from '../src/domain/word.ts';\nexport const people = word;",
};

/** What a planted file must not import, and the other half of a planted cycle, which is reported once. */
export const ACCOMPLICES: Readonly<Record<string, string>> = {
  'src/domain/person.ts': 'export const person = 1;',
  'src/domain/case.ts': 'export const fact = 1;',
  'db/e.ts': "import { d } from './d.ts';\nexport const e = () => d;",
};

const plant = (rule: string, file: string, ...imports: readonly string[]): PlantedViolation => ({
  rule,
  file,
  source: imports.map((path) => `import '${path}';`).join('\n'),
});

export const PLANTED: readonly PlantedViolation[] = [
  // A neighbour on the same floor, and a floor above.
  plant('floor-of-domain', 'src/domain/a.ts', '../runtime/tool.ts'),
  plant('floor-of-runtime', 'src/runtime/a.ts', '../legal/gate.ts'),
  plant('floor-of-matching', 'matching/a.ts', '../src/legal/gate.ts'),
  plant('floor-of-matching', 'matching/b.ts', '../db/store.ts'),
  plant('floor-of-intake', 'src/intake/a.ts', '../privacy/seal.ts'),
  plant('floor-of-legal', 'src/legal/a.ts', '../../matching/pair.ts'),
  plant('floor-of-relevance', 'src/relevance/a.ts', '../../matching/pair.ts'),
  plant('floor-of-review', 'src/review/a.ts', '../legal/gate.ts'),
  plant('floor-of-alarms', 'src/alarms/a.ts', '../legal/gate.ts'),
  plant('floor-of-privacy', 'src/privacy/a.ts', '../legal/gate.ts'),
  plant('floor-of-texts', 'src/texts/a.ts', '../legal/gate.ts'),
  plant('floor-of-db', 'db/a.ts', '../jobs/queues.ts'),
  plant('floor-of-jobs', 'jobs/a.ts', '../src/web/page.ts'),
  plant('floor-of-web', 'src/web/a.ts', '../bin/main.ts'),
  // The rooms that a general rule would let through.
  plant('floor-of-matching', 'matching/c.ts', '../src/runtime/tool.ts'),
  plant('floor-of-texts', 'src/texts/b.ts', '../runtime/tool.ts'),
  plant('floor-of-db', 'db/b.ts', '../matching/pair.ts'),
  plant('floor-of-fixtures', 'fixtures/a.ts', '../matching/pair.ts'),
  plant('floor-of-fixtures', 'fixtures/b.ts', '../src/runtime/tool.ts'),
  plant('floor-of-jobs', 'jobs/b.ts', '../src/bin/main.ts'),
  plant('floor-of-jobs', 'jobs/c.ts', '../fixtures/people.ts'),
  plant('web-sees-two-files-of-jobs', 'src/web/b.ts', '../../jobs/flow.ts'),
  {
    rule: 'floor-of-matching',
    file: 'matching/d.ts',
    source: "import type { Gate } from '../src/legal/gate.ts';\nexport type D = Gate;",
  },
  {
    rule: 'floor-of-matching',
    file: 'matching/e.ts',
    source: "export const e = () => import('../src/legal/gate.ts');",
  },
  { rule: 'floor-of-matching', file: 'matching/f.ts', source: "export { gate } from '../src/legal/gate.ts';" },
  // Two questions that must not know of each other.
  plant('relevance-sees-nobody', 'src/relevance/c.ts', '../domain/person.ts'),
  plant('matching-sees-no-offence', 'matching/h.ts', '../src/domain/case.ts'),
  // The machine, and packages that have one home.
  plant('domain-imports-nothing', 'src/domain/b.ts', 'zod'),
  plant('pure-rooms-have-no-machine', 'matching/g.ts', 'node:fs/promises'),
  plant('pure-rooms-have-no-machine', 'src/legal/b.ts', 'fs'),
  plant('pure-rooms-have-no-machine', 'src/relevance/b.ts', 'node:timers/promises'),
  plant('pure-rooms-have-no-machine', 'src/review/b.ts', 'node:http'),
  plant('pure-rooms-have-no-machine', 'src/alarms/b.ts', 'node:process'),
  plant('pure-rooms-have-no-machine', 'fixtures/c.ts', 'node:fs'),
  plant('drivers-only-in-db', 'jobs/d.ts', 'drizzle-orm/better-sqlite3'),
  plant('drivers-only-in-db', 'src/bin/a.ts', 'better-sqlite3'),
  plant('bullmq-only-in-jobs', 'db/c.ts', 'bullmq'),
  plant('bullmq-only-in-jobs', 'src/web/c.ts', 'bullmq'),
  plant('bull-board-in-its-route', 'src/web/d.ts', '@bull-board/api'),
  plant('ioredis-in-one-file', 'src/runtime/b.ts', 'ioredis'),
  plant('ioredis-in-one-file', 'jobs/e.ts', 'ioredis'),
  plant('fastify-only-in-web', 'src/bin/b.ts', '@fastify/helmet'),
  plant('commander-only-in-bin', 'src/runtime/c.ts', 'commander'),
  // Shape.
  { rule: 'no-cycles', file: 'db/d.ts', source: "import { e } from './e.ts';\nexport const d = () => e;" },
  { rule: 'no-orphans', file: 'db/alone.ts', source: 'export const alone = 1;' },
  plant('nothing-unresolved', 'db/f.ts', './nowhere.ts'),
];
