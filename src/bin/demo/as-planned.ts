import type { Store } from '../../../db/store.ts';
import type { PlantedLine } from '../../../fixtures/week/expectations.ts';
import type { Access } from '../../domain/access.ts';
import type { Delivered } from './run-week.ts';

const BY_DEMO: Access = { actor: { kind: 'system', name: 'demo' }, purpose: 'operate' };

/** A planted line that came out otherwise than its maker says. */
export interface Surprise {
  readonly planted: PlantedLine;
  readonly got: string;
}

/** Compares what became of the planted lines with what must become of them. */
export async function findSurprises(
  store: Store,
  delivered: readonly Delivered[],
  planted: readonly PlantedLine[],
): Promise<readonly Surprise[]> {
  const surprises: Surprise[] = [];
  for (const { status, fileName } of delivered) {
    const ofDelivery = planted.filter(({ leveringId }) => fileName.startsWith(leveringId));
    const numbers = ofDelivery.map(({ line }) => line);
    const ends = await store.lineOutcomes(BY_DEMO, status.deliveryKey, numbers);
    for (const line of ofDelivery) {
      const end = ends.find((each) => each.line === line.line);
      const fits = end?.outcome === line.outcome && (line.reason === null || end.reason === line.reason);
      if (!fits) surprises.push({ planted: line, got: `${end?.outcome ?? '-'} ${end?.reason ?? '-'}` });
    }
  }
  return surprises;
}
