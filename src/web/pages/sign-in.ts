import type { Access } from '../../domain/access.ts';
import { ROLE_WORDS } from '../../texts/review.ts';
import { formToken } from '../components/form.ts';
import { type Html, html } from '../html.ts';
import { ownPath } from '../sign-in/own-path.ts';
import type { DemoAccount } from '../tools.ts';
import type { Answer, Visit } from '../visit.ts';
import { showWayToProvider } from './provider-sign-in.ts';

const SIGNING_IN: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'sign_in' };

function accountButton({ say, language }: Visit, { name, roles }: DemoAccount): Html {
  const words = roles.map((role) => ROLE_WORDS[role][language]).join(', ');
  return html`<li>
<button type="submit" name="account" value="${name}" class="utrecht-button utrecht-button--secondary-action">${say('sign_in.as', { name })}</button>
<span>${words}</span>
</li>`;
}

/** On the embedded default a choice of accounts; in operation the way to the provider. */
export function showSignIn(visit: Visit): Answer {
  const { say, demoAccounts } = visit;
  const title = say('sign_in.title');
  if (demoAccounts === null) return showWayToProvider(visit);
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
  if (picked === undefined) return showSignIn(visit);
  const account = await visit.store.signIn(SIGNING_IN, picked.name, picked.roles);
  return { kind: 'sign_in', account, to: ownPath(visit.field('next')) };
}
