import type { TaskCounts } from '../../db/contract/tasks.ts';
import type { Store } from '../../db/store.ts';
import type { Access, Purpose } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../relevance/policy.ts';
import type { Say, WebTextKey } from '../texts/web.ts';
import type { Html } from './html.ts';
import type { SignInDoor } from './sign-in/door.ts';
import type { DemoAccount } from './tools.ts';

/** A page that the visitor may open. */
export interface PageLink {
  readonly path: string;
  readonly name: WebTextKey;
  readonly about: WebTextKey;
}

/** One request for a page, as the page sees it. */
export interface Visit {
  readonly store: Store;
  /** How much work there is, for everybody the same; see `WebFigures`. */
  taskCounts(): Promise<TaskCounts>;
  readonly now: EpochMs;
  readonly language: Language;
  readonly say: Say;
  /** Null on pages for everybody when nobody is signed in. */
  readonly account: Account | null;
  /** The pages this visitor may open. */
  readonly links: readonly PageLink[];
  /** For `formToken` fields. */
  readonly formToken: string;
  /** The policy that counts now; says how a fact stands in law. */
  policyInForce(): Promise<Policy>;
  /** Null in operation. */
  readonly demoAccounts: readonly DemoAccount[] | null;
  /** Null on the embedded default. */
  readonly door: SignInDoor | null;
  /** What the browser kept since it set out for the provider; empty when it did not. */
  readonly attempt: string;
  /** Path and query as they were asked for. */
  readonly url: string;
  /** Parts of the path, the query, and the fields of a posted form; empty when absent. */
  param(name: string): string;
  query(name: string): string;
  field(name: string): string;
  /** Every value of a field that a form may hold more than once. */
  fields(name: string): readonly string[];
}

/** A visit by somebody who is signed in. */
export interface AccountVisit extends Visit {
  readonly account: Account;
}

export interface Page {
  readonly kind: 'page';
  /** 200 when left out. */
  readonly status?: number;
  readonly title: string;
  readonly main: Html;
  /** Where the page can be asked for again, when that is not the address of the request (a form that was refused). */
  readonly self?: string;
  /** Where the browser goes from this page by itself, as if from a link of ours. */
  readonly refresh?: string;
}

/** What a page answers; `server` makes a response of it. */
export type Answer =
  | Page
  /** Only to a path of our own. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** To the provider, with what the browser keeps until it comes back. */
  | { readonly kind: 'set_out'; readonly to: string; readonly attempt: string }
  /** With a `landing` the answer is a page of that title that leads on, instead of a redirect. */
  | { readonly kind: 'sign_in'; readonly account: Account; readonly to: string; readonly landing?: string }
  | { readonly kind: 'sign_out'; readonly to: string; readonly landing?: string };

/** In whose name and what for the Store is asked. */
export function accessOf({ account }: AccountVisit, purpose: Purpose): Access {
  return { actor: { kind: 'account', accountId: account.accountId }, purpose };
}
