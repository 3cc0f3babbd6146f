import { createRegisterHolder, type RegisterHolder } from '../../jobs/register-index.ts';
import { type Model, parseModel } from '../../matching/model.ts';
import { type Policy, requirePolicy } from '../relevance/policy.ts';
import { readRelevanceTables } from '../runtime/relevance-tables.ts';
import { readModelTables } from '../runtime/tables.ts';
import type { Installation } from './installation.ts';

/** What screening goes by; read once, the same for every worker of a process. */
export interface ScreeningTables {
  readonly model: Model;
  readonly policy: Policy;
}

/** @throws ScreeningError TABLE_INVALID */
export function readScreeningTables(): ScreeningTables {
  return { model: parseModel(readModelTables()), policy: requirePolicy(readRelevanceTables()) };
}

/** The register of an installation, as its law lets it be matched with. */
export function composeRegister({ config, store, clock }: Installation, { model }: ScreeningTables): RegisterHolder {
  return createRegisterHolder({ store, model, clock, priorPerEntry: config.prior, feedMode: config.feedMode });
}
