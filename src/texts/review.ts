import type { Role } from '../domain/account.ts';
import type { Band } from '../domain/hit.ts';
import type { Language } from '../domain/language.ts';
import type { Disposition, IdentityVerdict, RelevanceVerdict, TaskState, WithdrawalReason } from '../domain/task.ts';

type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;

/** Where a task stands, as queue and pages say it. */
export const TASK_STATE_WORDS: Words<TaskState> = {
  open: { nl: 'open', en: 'open' },
  claimed: { nl: 'in behandeling', en: 'in hand' },
  identity_decided: { nl: 'persoon bevestigd', en: 'person confirmed' },
  relevance_decided: { nl: 'beoordeeld', en: 'assessed' },
  waiting: { nl: 'wacht', en: 'waiting' },
  second_look: { nl: 'tweede beoordeling', en: 'second look' },
  closed: { nl: 'afgerond', en: 'closed' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
};

/** The two questions, as headings of their screens. */
export const QUESTION_WORDS: Words<Disposition['question']> = {
  identity: { nl: 'Is dit dezelfde persoon?', en: 'Is this the same person?' },
  relevance: { nl: 'Is het relevant?', en: 'Is it relevant?' },
};

/** The answers to both. None of them is a sanction. */
export const VERDICT_WORDS: Words<IdentityVerdict | RelevanceVerdict> = {
  same_person: { nl: 'dezelfde persoon', en: 'same person' },
  someone_else: { nl: 'iemand anders', en: 'someone else' },
  cannot_tell: { nl: 'niet vast te stellen', en: 'cannot tell' },
  not_relevant: { nl: 'niet relevant', en: 'not relevant' },
  watch: { nl: 'volgen tot er beslist is', en: 'watch until decided' },
  propose_investigation: {
    nl: 'incidenteel betrouwbaarheidsonderzoek voorstellen',
    en: 'propose an incident investigation',
  },
};

export const BAND_WORDS: Words<Band> = {
  strong: { nl: 'sterk', en: 'strong' },
  likely: { nl: 'waarschijnlijk', en: 'likely' },
  possible: { nl: 'mogelijk', en: 'possible' },
};

/** Why a task is no longer anybody's work. */
export const WITHDRAWAL_WORDS: Words<WithdrawalReason> = {
  retracted: { nl: 'het bericht is door de bron ingetrokken', en: 'the source retracted the entry' },
  no_longer_a_hit: {
    nl: 'na een correctie wijst het bericht niet meer op deze persoon',
    en: 'after a correction the entry no longer points to this person',
  },
  subject_left: { nl: 'de betrokkene valt niet meer onder de screening', en: 'the subject is no longer screened' },
  basis_ended: { nl: 'de wettelijke grondslag is geëindigd', en: 'the legal basis has ended' },
  term_over: { nl: 'de bewaartermijn is voorbij', en: 'the retention term is over' },
};

export const ROLE_WORDS: Words<Role> = {
  reviewer: { nl: 'screeningsmedewerker', en: 'reviewer' },
  senior: { nl: 'senior screeningsmedewerker', en: 'senior reviewer' },
  operator: { nl: 'beheerder', en: 'operator' },
  auditor: { nl: 'auditor', en: 'auditor' },
  registrar: { nl: 'registerbeheerder', en: 'registrar' },
};
