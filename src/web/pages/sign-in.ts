import type { Access } from '../../domain/access.ts';
import { ROLE_WORDS } from '../../texts/review.ts';
import { formToken } from '../components/form.ts';
import { type Html, html } from '../html.ts';
import type { DemoAccount } from '../tools.ts';
import type { Answer, Visit } from '../visit.ts';

const SIGNING_IN: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'operate' };

/** Where to go after sign-in: a path of our own, or the start page. Anything else would let a link lead elsewhere. */
export function ownPath(wanted: string): string {
  const isPath = /^\/[^/\\]/.test(wanted) && URL.canParse(wanted, 'http://own');
  return isPath && new URL(wanted, 'http://own').host === 'own' ? wanted : '/';
}

function accountButton({ say, language }: Visit, { name, roles }: DemoAccount): Html {
  const words = roles.map((role) => ROLE_WORDS[role][language]).join(', ');
  return html`<li>
<button type="submit" name="account" value="${name}" class="utrecht-button utrecht-button--secondary-action">${say('sign_in.as', { name })}</button>
<span>${words}</span>
</li>`;
}

/** On the embedded default a choice of accounts; in operation the news that nobody can sign in yet. */
export function showSignIn(visit: Visit): Answer {
  const { say, demoAccounts } = visit;
  const title = say('sign_in.title');
  if (demoAccounts === null) {
    return {
      kind: 'page',
      status: 503,
      title,
      main: html`<p class="utrecht-paragraph">${say('sign_in.operation')}</p>`,
    };
  }
  const buttons = demoAccounts.map((account) => accountButton(visit, account));
  const main = html`<p class="utrecht-paragraph">${say('sign_in.demo')}</p>
<form method="post" action="/sign-in">${formToken(visit.formToken)}
<input type="hidden" name="next" value="${ownPath(visit.query('next'))}">
<ul class="screening-accounts">${buttons}</ul>
</form>`;
  return { kind: 'page', title, main };
}

/** Signs in as the account that was picked; only those on the page can be. */
export async function signIn(visit: Visit): Promise<Answer> {
  const picked = visit.demoAccounts?.find(({ name }) => name === visit.field('account'));
  const account = picked === undefined ? null : await visit.store.accountByName(SIGNING_IN, picked.name);
  if (account === null) return showSignIn(visit);
  return { kind: 'sign_in', account, to: ownPath(visit.field('next')) };
}

export function signOut(): Answer {
  return { kind: 'sign_out', to: '/sign-in' };
}
