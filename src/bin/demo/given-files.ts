import type { Language } from '../../domain/language.ts';
import { openFile } from '../../runtime/delivery-file.ts';
import { ingestFile, waitUntilSettled } from '../ingest-files.ts';
import { foundProblem } from '../output.ts';
import { importRegisterBytes } from '../register-import.ts';
import type { DoorTools } from './doors.ts';
import { printSummary } from './summary.ts';

/** What somebody gave instead of the made-up week; either may be left out. */
export interface GivenFiles {
  readonly register?: string;
  readonly deliveries?: readonly string[];
}

/** @throws ScreeningError FILE_UNREADABLE, REGISTER_UNREADABLE, REGISTER_WITHOUT_ROWS, REGISTER_SHRINKS */
export async function runGivenFiles(
  { installation, system }: DoorTools,
  { register, deliveries = [] }: GivenFiles,
  language: Language,
): Promise<void> {
  if (register !== undefined) {
    await importRegisterBytes(installation, await openFile(register), { mode: 'snapshot', confirmed: false });
  }
  const begunMs = performance.now();
  const accepted = [];
  for (const path of deliveries) accepted.push(await ingestFile(installation, system, path));
  if (accepted.some(({ kind }) => kind === 'refused')) foundProblem();
  const taken = accepted.flatMap((each) => (each.kind === 'accepted' ? [each.delivery] : []));
  const statuses = await waitUntilSettled(installation.store, taken);
  const seconds = (performance.now() - begunMs) / 1_000;
  const delivered = statuses.map(
    (status) => ({ fileName: status.deliveryId, door: 'cli', again: false, status }) as const,
  );
  await printSummary(installation.store, delivered, seconds, language);
}
