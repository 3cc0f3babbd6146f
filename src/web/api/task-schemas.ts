import { z } from 'zod';
import { BANDS } from '../../domain/hit.ts';
import { RATING_LEVELS } from '../../domain/rating.ts';
import { TASK_STATES } from '../../domain/task.ts';
import { MOST_REASON_CHARACTERS } from '../task/draft.ts';

/** ISO 8601, UTC. */
export const moment = z.iso.datetime();
/** `YYYY-MM-DD`, with `00` for a day or month that is not known and `0000-00-00` when nothing is. */
export const partialDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const rating = z.enum(RATING_LEVELS);
const identityVerdict = z.enum(['same_person', 'someone_else', 'cannot_tell']);
const relevanceVerdict = z.enum(['not_relevant', 'watch', 'propose_investigation']);

/** A line of the queue. The last three are there only for whoever may see them. */
export const taskLine = z.object({
  taskId: z.string(),
  version: z.int(),
  parketnummer: z.string(),
  berichtId: z.string(),
  officerId: z.string(),
  band: z.enum(BANDS),
  probability: z.number(),
  state: z.enum(TASK_STATES),
  claimed: z.boolean(),
  createdAt: moment,
  rating: rating.optional(),
  ruleId: z.string().optional(),
  dueAt: moment.optional(),
});

export const taskPage = z.object({ tasks: z.array(taskLine), next: z.string().nullable() });

const person = z.object({
  bsn: z.string().nullable(),
  givenNames: z.string(),
  initials: z.string(),
  particle: z.string(),
  surname: z.string(),
  birthDate: partialDate,
  birthPlace: z.string(),
  birthCountry: z.string(),
  sex: z.enum(['M', 'F']).nullable(),
  aliases: z.array(z.string()),
});

const subject = person.extend({
  callName: z.string(),
  partnerParticle: z.string(),
  partnerSurname: z.string(),
  nameUse: z.enum(['own', 'partner', 'partner_own', 'own_partner']),
});

export const disposition = z.object({
  question: z.enum(['identity', 'relevance']),
  verdict: z.union([identityVerdict, relevanceVerdict]),
  /** Sign-in name. */
  by: z.string(),
  decidedAt: moment,
  reason: z.string(),
  proposedRating: rating.nullable(),
  overriddenRating: rating.nullable(),
  secondLook: z.boolean(),
  retiredAt: moment.nullable(),
});

const evidence = z.object({
  modelVersion: z.string(),
  priorMilliBits: z.int(),
  registerSize: z.int(),
  expectedChancePer10k: z.number(),
  terms: z.array(
    z.object({
      attribute: z.string(),
      level: z.string(),
      weightMilliBits: z.int(),
      frequencyPpb: z.int().optional(),
      form: z.string().optional(),
    }),
  ),
});

/** Question A: all about identity, nothing about an offence. */
const identity = z.object({
  entry: person,
  subject,
  bsnState: z.enum(['equal', 'different', 'absent', 'unusable']),
  evidence,
  rivals: z.array(z.object({ officerId: z.string(), band: z.enum(BANDS), probability: z.number(), subject })),
  earlierVerdict: z.object({ verdict: identityVerdict, decidedAt: moment, sameEvidence: z.boolean() }).nullable(),
  dispositions: z.array(disposition),
  waitUntil: z.string().nullable(),
});

const decision = z.object({
  kind: z.string(),
  outcome: z.string().nullable(),
  authority: z.string(),
  instance: z.int().nullable(),
  date: partialDate.nullable(),
  irrevocableDate: partialDate.nullable(),
  dismissalCode: z.string().nullable(),
  conditions: z.string().nullable(),
  compliedWith: z.boolean().nullable(),
  penalties: z.array(
    z.object({
      kind: z.string(),
      duration: z.number().nullable(),
      unit: z.string().nullable(),
      suspended: z.boolean(),
      amountCents: z.int().nullable(),
    }),
  ),
});

const fact = z.object({
  factNumber: z.int(),
  provisions: z.array(
    z.object({ law: z.string(), article: z.string(), paragraph: z.string(), subparagraph: z.string() }),
  ),
  qualification: z.string(),
  classification: z.string().nullable(),
  actDate: partialDate.nullable(),
  actDateUntil: partialDate.nullable(),
  decisions: z.array(decision),
});

/** Question B: only when A is answered for whoever asks. */
const relevance = z.object({
  facts: z.array(fact),
  rating: z.object({
    level: rating,
    ruleId: z.string(),
    policyVersion: z.string(),
    reasons: z.array(
      z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
    ),
  }),
  dueAt: moment,
  dispositions: z.array(disposition),
});

/** What may be answered now, and until when the task is in hand; null when it is not. */
const turn = z.object({ question: z.enum(['identity', 'relevance']).nullable(), heldUntil: moment.nullable() });

export const taskView = taskLine.extend({ turn, identity, relevance: relevance.optional() });

const reason = z.string().max(MOST_REASON_CHARACTERS).default('');
const day = z.iso.date().nullable().default(null);

export const identityDecision = z.strictObject({
  version: z.int().min(1),
  verdict: identityVerdict,
  reason,
  waitUntil: day,
});

export const relevanceDecision = z.strictObject({
  version: z.int().min(1),
  verdict: relevanceVerdict,
  reason,
  overriddenRating: rating.nullable().default(null),
  waitUntil: day,
});

export const moved = z.object({ taskId: z.string(), version: z.int(), state: z.enum(TASK_STATES) });
/** Of `next`: null when there is nothing to take. */
export const taken = z.object({ task: moved.nullable() });

const MOST_LINES = 100;
export const limit = z.coerce.number().pipe(z.int().min(1).max(MOST_LINES)).default(25);

export const taskQuery = z.strictObject({
  band: z.enum(BANDS).optional(),
  state: z.enum(TASK_STATES).optional(),
  /** Only what the account has in hand. */
  mine: z.enum(['true', 'false']).default('false'),
  after: z.string().max(100).optional(),
  limit,
});

export const decisionQuery = z.strictObject({ after: z.string().max(100).optional(), limit });
/** Closed tasks, oldest end first. `next` is always there: ask with it later for what was closed since. */
export const decisionPage = z.object({
  decisions: z.array(
    z.object({
      taskId: z.string(),
      parketnummer: z.string(),
      officerId: z.string(),
      closedAt: moment,
      rating,
      ruleId: z.string(),
      dispositions: z.array(disposition),
    }),
  ),
  next: z.string().nullable(),
});
