import type { CaseHistory, ChunkLine } from '../../db/contract/chunks.ts';
import type { Fact } from '../../src/domain/case.ts';
import type { CaseNumber } from '../../src/domain/ids.ts';
import { type Placement, placeSnapshot } from '../case-life/order.ts';

/** The case that a line is about. */
export function caseNumberOf({ entry }: ChunkLine): CaseNumber {
  return entry.kind === 'retraction' ? entry.caseNumber : entry.case.caseNumber;
}

/**
 * Where each snapshot of a chunk stands in its case, by line number. Found before anybody is compared, so that what
 * is superseded or retracted is not compared at all.
 */
export function placeLines(
  lines: readonly ChunkLine[],
  histories: ReadonlyMap<CaseNumber, CaseHistory>,
  mayBeKept: (fact: Fact) => boolean,
): ReadonlyMap<number, Placement> {
  const orders = new Map<CaseNumber, Pick<CaseHistory, 'newestSnapshot' | 'tombstones'>>(histories);
  const placements = new Map<number, Placement>();
  for (const line of lines) {
    const { entry } = line;
    const caseNumber = caseNumberOf(line);
    const { newestSnapshot = null, tombstones = [] } = orders.get(caseNumber) ?? {};
    if (entry.kind === 'retraction') {
      orders.set(caseNumber, { newestSnapshot, tombstones: [...tombstones, entry] });
      continue;
    }
    const placement = placeSnapshot(entry, newestSnapshot, tombstones, mayBeKept);
    placements.set(line.line, placement);
    if (placement.kind !== 'older') orders.set(caseNumber, { newestSnapshot: entry, tombstones });
  }
  return placements;
}
