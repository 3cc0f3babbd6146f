import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { makeFacts } from '../../fixtures/cases/case.ts';
import { noisyIdentity } from '../../fixtures/noise.ts';
import { BsnSource, makePerson } from '../../fixtures/people.ts';
import { Random } from '../../fixtures/random.ts';
import { generateRegister } from '../../fixtures/register.ts';
import { xmlParts } from '../../fixtures/wire/delivery-files.ts';
import type { WireMessage } from '../../fixtures/wire/types.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { calendarDay } from '../../src/runtime/calendar-day.ts';

/**
 * `npm run bench:memory [entries…]`: the peak of resident memory of `screening ingest --wait` over XML.gz
 * deliveries of 20,000 and 200,000 entries, each in a fresh installation. Flat means: the second peak is that of the
 * first. Reads `/proc`, so it runs on Linux.
 */
const SIZES = process.argv.slice(2).map(Number);
const MAIN = fileURLToPath(new URL('../../src/bin/main.ts', import.meta.url));
const DAY = calendarDay(asEpochMs(Date.UTC(2026, 10, 18, 12)));

/** Strangers with cases of their own, made as they are asked for: nothing of a large delivery is kept here either. */
function* strangers(count: number): Generator<WireMessage> {
  const random = new Random('delivery-memory');
  const bsns = new BsnSource(random, []);
  for (let index = 1; index <= count; index++) {
    const number = String(index).padStart(9, '0');
    yield {
      berichtId: `JDS-${number}`,
      soort: 'nieuw',
      tijdstip: `${DAY}T16:02:11+01:00`,
      persoon: noisyIdentity(random, makePerson(random, bsns, [1940, 2009]), []),
      zaak: { parketnummer: `16-${number.slice(3)}-26`, feiten: makeFacts(random, DAY) },
    };
  }
}

async function writeDelivery(path: string, count: number): Promise<void> {
  const hash = createHash('sha256');
  const header = { leveringId: `M-${count}`, afzender: 'JDS', volgnummer: 1, aangemaakt: `${DAY}T23:00:00+01:00` };
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(xmlParts(header, count, strangers(count))),
    hashing,
    createGzip(),
    createWriteStream(path),
  );
  writeFileSync(`${path}.sha256`, `${hash.digest('hex')}  delivery\n`);
}

/** VmHWM of a process that still runs, in megabytes; 0 when it has ended. */
function peakMb(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function ingestPeakMb(env: NodeJS.ProcessEnv, path: string): Promise<number> {
  const child = spawn(process.execPath, [MAIN, 'ingest', path, '--wait', '--json'], { env, stdio: 'inherit' });
  const { pid } = child;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, pid === undefined ? 0 : peakMb(pid));
  }, 200);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`ingest ended with ${String(code)}`);
  return peak;
}

for (const size of SIZES.length > 0 ? SIZES : [20_000, 200_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-memory-'));
  try {
    const env = { ...process.env, SCREENING_DATA: join(folder, 'data'), SCREENING_LOG_LEVEL: 'warn' };
    const [register, delivery] = [join(folder, 'register.csv'), join(folder, 'delivery.xml.gz')];
    writeFileSync(register, generateRegister({ seed: 'delivery-memory' }).csv);
    execFileSync(process.execPath, [MAIN, 'register', 'import', register], { env, stdio: 'ignore' });
    await writeDelivery(delivery, size);
    const began = performance.now();
    const peak = await ingestPeakMb(env, delivery);
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(`${size} entries: peak ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
