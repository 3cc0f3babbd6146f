/**
 * Who may import whom. A file imports its own room or a room on a lower floor, never a neighbour on the same floor.
 * `test/architecture` runs these rules and proves on planted violations that each of them works.
 */

const PURE = [
  'matching',
  'src/intake',
  'src/legal',
  'src/relevance',
  'src/review',
  'src/alarms',
  'src/privacy',
  'src/texts',
];
const FLOORS = [['src/domain'], ['src/runtime'], PURE, ['db'], ['jobs'], ['src/web'], ['src/bin']];
const OURS = '^(src|jobs|matching|db|fixtures|test)/';

/** @param {readonly string[]} rooms */
const inside = (rooms) => `^(${rooms.join('|')})/`;

/** A package by name, wherever it is installed, and also when it is not. @param {string} names */
const packages = (names) => `(^|node_modules/)(${names})(/|$)`;

/**
 * What a room may see of the rest of the house.
 * @param {string} room
 * @param {number} floor
 */
function visibleFrom(room, floor) {
  const lower = FLOORS.slice(0, floor).flat();
  if (PURE.includes(room)) return lower.filter((other) => other !== 'src/runtime');
  if (room === 'db') return lower.filter((other) => other !== 'matching');
  if (room === 'src/bin') return [...lower, 'fixtures'];
  return lower;
}

/**
 * @param {string} room
 * @param {readonly string[]} visible
 */
function floorRule(room, visible) {
  return {
    name: `floor-of-${room.replace('src/', '')}`,
    comment: `${room} sees itself and: ${visible.join(', ') || 'nothing'}`,
    severity: 'error',
    from: { path: inside([room]) },
    to: { path: OURS, pathNot: inside([room, ...visible]) },
  };
}

/**
 * @param {string} name
 * @param {string} names packages, as alternatives of a pattern
 * @param {string} home where they may be imported; tests may import anything
 */
function packageRule(name, names, home) {
  return { name, severity: 'error', from: { path: OURS, pathNot: `${home}|^test/` }, to: { path: packages(names) } };
}

export default {
  forbidden: [
    ...FLOORS.flatMap((rooms, floor) => rooms.map((room) => floorRule(room, visibleFrom(room, floor)))),
    floorRule('fixtures', ['src/domain']),
    {
      name: 'web-sees-two-files-of-jobs',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^jobs/', pathNot: '^jobs/(queues|accept)\\.ts$' },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'relevance-sees-nobody',
      comment: 'promise P8: relevance has no words for a name, number, birth date, place or sex, nor for a likeness',
      severity: 'error',
      from: { path: '^src/relevance/' },
      to: { path: '^src/domain/(person|bsn|hit|match-level|account)\\.ts$' },
    },
    {
      name: 'matching-sees-no-offence',
      comment: 'promise P8: whether it is the same person must not depend on what that person is said to have done',
      severity: 'error',
      from: { path: '^matching/' },
      to: { path: '^src/domain/(case|entry|rating|relevance|task)\\.ts$' },
    },
    {
      name: 'pure-rooms-have-no-machine',
      comment:
        'no disk, network or timer: what comes from outside is an argument. Digests and gzip are functions of theirs',
      severity: 'error',
      from: {
        path: inside(['matching', 'src/legal', 'src/relevance', 'src/review', 'src/alarms', 'src/texts', 'fixtures']),
      },
      to: { dependencyTypes: ['core'], pathNot: '^(crypto|zlib)$' },
    },
    packageRule('drivers-only-in-db', 'drizzle-orm|better-sqlite3', '^db/'),
    packageRule('bullmq-only-in-jobs', 'bullmq', '^jobs/|^src/web/board/'),
    packageRule('bull-board-in-its-route', '@bull-board', '^src/web/board/'),
    packageRule('ioredis-in-one-file', 'ioredis', '^src/runtime/redis\\.ts$'),
    packageRule('fastify-only-in-web', 'fastify|@fastify', '^src/web/'),
    packageRule('commander-only-in-bin', 'commander', '^src/bin/'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: OURS, pathNot: '^test/run\\.mjs$|\\.d\\.ts$|^src/web/assets/' },
      to: {},
    },
    { name: 'nothing-unresolved', severity: 'error', from: { path: OURS }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
