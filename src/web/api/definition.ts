import { z } from 'zod';
import type { Store } from '../../../db/store.ts';
import type { Access, Purpose } from '../../domain/access.ts';
import type { Account, Role } from '../../domain/account.ts';
import type { EpochMs } from '../../domain/ids.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import type { RouteBase } from '../access.ts';

/** One call by a program, as its handler sees it: shapes are checked, and who calls may call. */
export interface ApiCall<Query, Body> {
  readonly store: Store;
  readonly now: EpochMs;
  /** With the roles that count for this token. */
  readonly account: Account;
  accessFor(purpose: Purpose): Access;
  /** A part of the path. */
  param(name: string): string;
  readonly query: Query;
  readonly body: Body;
}

export type ApiOutcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** A move that the rules of review do not allow. */
  | { readonly kind: 'refused'; readonly refusal: MoveRefusal }
  /** It does not exist, or not for whoever calls: which of the two is not said. */
  | { readonly kind: 'unknown' }
  /** The request has another shape than described: paths of fields, never their values. */
  | { readonly kind: 'malformed'; readonly fields: readonly string[] };

/** A call before it was looked at. */
export type RawCall = ApiCall<unknown, unknown>;

/** A door for programs that bring a token of an account: JSON in, JSON out, problem documents for what is refused. */
export interface ApiRoute extends RouteBase {
  readonly kind: 'api';
  readonly audience: readonly Role[];
  /** What the description of the API says of it, in English. */
  readonly summary: string;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType;
  /** It can be refused because of the state of a task. */
  readonly moves: boolean;
  run(call: RawCall): Promise<ApiOutcome<unknown>>;
}

interface Definition<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  readonly moves?: true;
  run(call: ApiCall<z.output<Query>, z.output<Body>>): Promise<ApiOutcome<z.input<Answer>>>;
}

const NOTHING = z.strictObject({});

function faultsOf(where: string, { error }: z.ZodSafeParseResult<unknown>): readonly string[] {
  return (error?.issues ?? []).flatMap(({ path, ...issue }) => {
    // A key that nobody knows is named by the issue, and may be anything: only where it stood is said.
    const at = issue.code === 'unrecognized_keys' ? [...path, '*'] : path;
    return [[where, ...at.map(String)].join('.')];
  });
}

/** Puts a door in a shape in which all doors are the same. What it answers is cut down to what was described. */
export function apiRoute<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  method: ApiRoute['method'],
  path: string,
  audience: readonly Role[],
  summary: string,
  definition: Definition<Query, Body, Answer>,
): ApiRoute {
  const { query = null, body = null, answer, moves = false } = definition;
  const run = async (call: RawCall): Promise<ApiOutcome<unknown>> => {
    const [asked, given] = [(query ?? NOTHING).safeParse(call.query), body?.safeParse(call.body)];
    const fields = [...faultsOf('query', asked), ...(given === undefined ? [] : faultsOf('body', given))];
    if (fields.length > 0) return { kind: 'malformed', fields };
    const outcome = await definition.run({
      ...call,
      query: asked.data as z.output<Query>,
      body: given?.data as z.output<Body>,
    });
    return outcome.kind === 'answered' ? { kind: 'answered', answer: answer.parse(outcome.answer) } : outcome;
  };
  return { kind: 'api', method, path, audience, summary, query, body, answer, moves, run };
}
