import { eq, sql } from 'drizzle-orm';
import type { CaseId, CaseNumber } from '../../../src/domain/ids.ts';
import type { CaseHistory, TaskOfCase } from '../../contract/chunks.ts';
import { cases } from '../../schema/cases.ts';
import { tasks } from '../../schema/tasks.ts';
import { openContent, openRating } from '../cases/content.ts';
import { currentVerdicts } from '../cases/verdicts.ts';
import type { Engine } from '../engine.ts';
import { caseHash } from '../hashes.ts';
import { caseLedgerReader } from './ledger.ts';

function tasksOf({ queries, keyring }: Engine, caseId: CaseId): readonly TaskOfCase[] {
  const rows = queries.select().from(tasks).where(eq(tasks.caseId, caseId)).all();
  return rows.map(({ taskId, subjectId, version, state, rating, evidenceHash }) => ({
    ...{ taskId, subjectId, version, state, evidenceHash },
    rating: openRating(keyring, taskId, rating),
    ...currentVerdicts(queries, taskId),
  }));
}

/** Finds what is known of a case, and the version of that knowledge. */
export function caseReader(engine: Engine) {
  const { queries, keyring } = engine;
  const ledgerOf = caseLedgerReader(queries);
  const byHash = queries
    .select()
    .from(cases)
    .where(eq(cases.caseHash, sql.placeholder('caseHash')))
    .prepare();

  function find(caseNumber: CaseNumber) {
    const hash = caseHash(keyring, caseNumber);
    const ledger = ledgerOf(hash);
    const stored = byHash.get({ caseHash: hash });
    // A case without a row moves only with its ledger; one with a row also moves with its tasks and its subjects.
    return { ledger, stored, version: `${stored?.version ?? 0}.${ledger.decided}` };
  }

  return {
    version: (caseNumber: CaseNumber): string => find(caseNumber).version,
    history(caseNumber: CaseNumber): CaseHistory {
      const { ledger, stored, version } = find(caseNumber);
      const { newestSnapshot, tombstones } = ledger;
      return {
        ...{ caseNumber, version, newestSnapshot, tombstones },
        content: stored?.content ? openContent(keyring, stored.caseId, stored.content) : null,
        tasks: stored === undefined ? [] : tasksOf(engine, stored.caseId),
      };
    },
  };
}
