import type { DecisionKind, DurationUnit, PenaltyKind, VerdictOutcome } from '../domain/case.ts';
import type { SnapshotKind } from '../domain/entry.ts';
import type { NameUse, Sex } from '../domain/person.ts';
import type { FunctionClass, Regime, SubjectKind } from '../domain/subject.ts';

/** The words of the wire and ours. Every word of the contract stands here once, whatever the format. */
export const SNAPSHOT_WORDS = {
  nieuw: 'new',
  wijziging: 'update',
  correctie: 'correction',
  identiteit: 'identity',
} as const satisfies Record<string, SnapshotKind>;

/** The one kind of message that is no snapshot. */
export const RETRACTION_WORD = 'verwijdering';

export const DECISION_WORDS = {
  dagvaarding: 'summons',
  sepot: 'dismissal',
  transactie: 'transaction',
  strafbeschikking: 'penal_order',
  vonnis: 'verdict',
  hoger_beroep: 'appeal',
  vernietiging: 'annulment',
  executie: 'execution',
} as const satisfies Record<string, DecisionKind>;

export const VERDICT_WORDS = {
  veroordeling: 'conviction',
  vrijspraak: 'acquittal',
  ovar: 'discharge',
  schuldigverklaring_zonder_straf: 'guilty_without_penalty',
} as const satisfies Record<string, VerdictOutcome>;

export const PENALTY_WORDS = {
  gevangenisstraf: 'imprisonment',
  hechtenis: 'detention',
  jeugddetentie: 'youth_detention',
  taakstraf: 'community_service',
  geldboete: 'fine',
  ontzegging: 'driving_ban',
  ontzetting: 'disqualification',
  maatregel: 'measure',
  overig: 'other',
} as const satisfies Record<string, PenaltyKind>;

export const UNIT_WORDS = {
  dag: 'day',
  maand: 'month',
  jaar: 'year',
  uur: 'hour',
} as const satisfies Record<string, DurationUnit>;

export const SEX_WORDS = { M: 'M', V: 'F' } as const satisfies Record<string, Sex>;

export const NAME_USE_WORDS = {
  E: 'own',
  P: 'partner',
  V: 'partner_own',
  N: 'own_partner',
} as const satisfies Record<string, NameUse>;

export const SUBJECT_KIND_WORDS = {
  officer: 'officer',
  external: 'external',
  partner: 'partner',
} as const satisfies Record<string, SubjectKind>;

export const FUNCTION_CLASS_WORDS = {
  verhoogd_risico: 'increased_risk',
  standaard: 'standard',
} as const satisfies Record<string, FunctionClass>;

export const REGIME_WORDS = {
  BO: 'BO',
  VOG: 'VOG',
  vertrouwensfunctie: 'position_of_trust',
} as const satisfies Record<string, Regime>;
