import type { Command } from 'commander';
import type { Reconciliation } from '../../../db/contract/administration.ts';
import type { Access } from '../../domain/access.ts';
import { OUTCOMES } from '../../domain/delivery.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';

const RECONCILING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'audit' };

interface ReconcileFlags {
  readonly delivery?: string;
  readonly json?: boolean;
}

function figuresOf({ declared, received, outcomes, unscreened }: Reconciliation): Record<string, number> {
  const ends = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome]]));
  return { declared, received, ...ends, unscreened };
}

function lineOf(one: Reconciliation): string {
  const figures = Object.entries(figuresOf(one)).map(([name, figure]) => `${name} ${figure}`);
  const wrong = one.faults.map(({ code, count }) => `${code} ${count}`);
  const verdict = one.balanced ? 'balanced' : 'NOT BALANCED';
  const expired = one.expired > 0 ? [`${one.expired} of them deleted at the end of their term and only counted`] : [];
  return [`${one.sender}/${one.deliveryId}: ${verdict}`, ...figures, ...expired, ...wrong].join(', ');
}

function jsonOf(one: Reconciliation): object {
  const { deliveryId, sender, balanced, expired, faults } = one;
  return { deliveryId, sender, balanced, ...figuresOf(one), expired, faults };
}

async function runReconcile(flags: ReconcileFlags): Promise<void> {
  await withInstallation(async ({ store }) => {
    const all = await store.reconcile(RECONCILING, null);
    const asked = all.filter(({ deliveryId }) => flags.delivery === undefined || deliveryId === flags.delivery);
    if (flags.delivery !== undefined && asked.length === 0) throw new ScreeningError('DELIVERY_UNKNOWN');
    for (const one of asked) {
      if (flags.json === true) printJson(jsonOf(one));
      else printLine(lineOf(one));
      if (!one.balanced) foundProblem();
    }
  });
}

/** Adds `screening reconcile`. */
export function addReconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .description('proves from the rows that every line of every accepted delivery has exactly one outcome')
    .option('--delivery <id>', 'only the deliveries with this id (leveringId)')
    .option('--json', 'one JSON object per delivery on stdout')
    .action(runReconcile);
}
