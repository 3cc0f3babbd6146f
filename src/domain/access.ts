import type { Role } from './account.ts';
import type { AccountId } from './ids.ts';

/** A part of the system that acts on its own. */
export type SystemActor = 'cli' | 'worker' | 'inbox' | 'http' | 'sweep' | 'set-up' | 'demo';

/** Who does something: a part of the system, or a person behind an account. */
export type Actor =
  | { readonly kind: 'system'; readonly name: SystemActor }
  | {
      readonly kind: 'account';
      readonly accountId: AccountId;
      /** Of the roles of the account only these count, because it acts through a token with no others. */
      readonly onlyRoles?: readonly Role[];
    };

/** What for. Every look at and every change of the database names one (promise P10). */
export type Purpose =
  | 'receive_delivery'
  | 'screen_delivery'
  | 'import_register'
  | 'export_register'
  | 'review_task'
  | 'operate'
  | 'sign_in'
  | 'audit'
  | 'legal_administration'
  | 'answer_data_subject'
  | 'set_up';

/** Goes with every call of the Store and into the audit row of that call. */
export interface Access {
  readonly actor: Actor;
  readonly purpose: Purpose;
}
