import type { FeedMode } from '../domain/basis.ts';
import type { AccountId, DeliveryKey, SubjectId } from '../domain/ids.ts';
import type { Inquiry, Relation } from '../domain/inquiry.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import type { ShownFact } from '../domain/relevance.ts';
import type { RegisterRow } from '../domain/subject.ts';

/** What the gate looks at in a subject; a `RegisterRow` or `Subject` fits. No name, number or birth date. */
export type GateSubject = Pick<
  RegisterRow,
  'kind' | 'organisation' | 'regime' | 'functionClass' | 'inServiceFrom' | 'inServiceUntil'
>;

/** Whose partner a partner is, and under which inquiry the data were given. */
export interface PartnerFacts {
  /** Null for somebody whom the register does not know yet. */
  readonly principalId: SubjectId | null;
  readonly principal: GateSubject;
  /** Null when the register's word for it is none that the law names (`relationOf`). */
  readonly relation: Relation | null;
  /** The partner's own; the law asks for 12 years or more of a child or another person. */
  readonly birthDate: PartialDate;
  /** The inquiry as the register names it (`onderzoek`). */
  readonly inquiry: string;
}

interface Asked {
  readonly subject: GateSubject;
  /** Null for an officer or external. */
  readonly partner: PartnerFacts | null;
  /** The inquiry that the partner's row names, when there is one. */
  readonly inquiry: Inquiry | null;
}

/** One question to the gate. */
export type GateRequest =
  | (Asked & { readonly permission: 'load' })
  /** `deliveryKey` null: the standing comparison, which is never the one comparison of an inquiry. */
  | (Asked & { readonly permission: 'match'; readonly feedMode: FeedMode; readonly deliveryKey: DeliveryKey | null })
  | (Asked & {
      readonly permission: 'show';
      readonly viewer: AccountId;
      /** Null: a page without an offence on it. */
      readonly fact: ShownFact | null;
      /** The four-eyes rules wait for the viewer: an answer stands, and is worth nothing until another looked too. */
      readonly looksAgain?: boolean;
    });
