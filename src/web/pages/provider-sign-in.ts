import type { Access } from '../../domain/access.ts';
import { address } from '../components/pagination.ts';
import { html } from '../html.ts';
import type { SignInFailure } from '../sign-in/door.ts';
import { ownPath } from '../sign-in/own-path.ts';
import { type AccountVisit, type Answer, accessOf, type Visit } from '../visit.ts';
import { errorPage } from './errors.ts';

const SIGNING_IN: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'sign_in' };

/** Where a browser sets out for the provider. */
export const SET_OUT_PATH = '/sign-in/start';

const STATUS: Readonly<Record<SignInFailure, number>> = {
  unreachable: 503,
  untrusted: 502,
  misconfigured: 502,
  nameless: 502,
  declined: 403,
  no_role: 403,
  roles_together: 403,
  unfinished: 400,
};

/** The way to the provider, as a link: a form would not be let go to another site by our own policy. */
export function showWayToProvider({ say, query }: Visit): Answer {
  const next = ownPath(query('next'));
  const to = address(SET_OUT_PATH, { next: next === '/' ? '' : next });
  const main = html`<p class="utrecht-paragraph">${say('sign_in.provider')}</p>
<p class="utrecht-paragraph"><a class="utrecht-button-link utrecht-button-link--primary-action" href="${to}">${say('sign_in.provider.go')}</a></p>`;
  return { kind: 'page', title: say('sign_in.title'), main };
}

function failurePage({ say }: Visit, failure: SignInFailure): Answer {
  const main = html`<p class="utrecht-paragraph">${say(`sign_in.failed.${failure}`)}</p>
<p class="utrecht-paragraph"><a class="utrecht-link" href="/sign-in">${say('sign_in.again')}</a></p>`;
  return { kind: 'page', status: STATUS[failure], title: say('sign_in.failed'), main, self: '/sign-in' };
}

/** `GET /sign-in/start`: sends the browser to the provider. */
export async function setOut(visit: Visit): Promise<Answer> {
  if (visit.door === null) return errorPage(visit, 'not_found');
  const begun = await visit.door.begin(visit.query('next'), visit.now);
  if (begun.kind === 'failed') return failurePage(visit, begun.failure);
  return { kind: 'set_out', to: begun.to, attempt: begun.cookie };
}

/**
 * `GET /sign-in/callback`: the browser is back. The answer is a page that leads on and not a redirect: a browser that
 * still comes from the provider's site would not bring the new cookie along, which is for our own site alone.
 */
export async function comeBack(visit: Visit): Promise<Answer> {
  const { door, store, say, now } = visit;
  if (door === null) return errorPage(visit, 'not_found');
  const answer = await door.finish(visit.attempt, visit.url, now);
  if (answer.kind === 'failed') return failurePage(visit, answer.failure);
  const account = await store.signIn(SIGNING_IN, answer.name, answer.roles);
  return { kind: 'sign_in', account, to: answer.next, landing: say('sign_in.done') };
}

/** Ends the session here, and leads to where it ends at the provider. */
export async function signOut(visit: AccountVisit): Promise<Answer> {
  await visit.store.signOut(accessOf(visit, 'sign_in'));
  if (visit.door === null) return { kind: 'sign_out', to: '/sign-in' };
  const elsewhere = await visit.door.end();
  return {
    kind: 'sign_out',
    to: elsewhere ?? '/sign-in',
    landing: visit.say(elsewhere === null ? 'sign_out.here' : 'sign_out.everywhere'),
  };
}
