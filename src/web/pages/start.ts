import type { WebTextKey } from '../../texts/web.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit, Answer } from '../visit.ts';

/** Where the work of a registrar is done. */
const REGISTRAR_COMMANDS: readonly (readonly [command: string, does: WebTextKey])[] = [
  ['register import', 'start.registrar.register'],
  ['accounts import', 'start.registrar.accounts'],
  ['basis', 'start.registrar.basis'],
  ['inquiry', 'start.registrar.inquiry'],
  ['policy', 'start.registrar.policy'],
];

function registrarWork({ say, account }: AccountVisit): Html | null {
  if (!account.roles.includes('registrar')) return null;
  const items = REGISTRAR_COMMANDS.map(
    ([command, does]) => html`<div><dt><code>screening ${command}</code></dt><dd>${say(does)}</dd></div>`,
  );
  return html`<p class="utrecht-paragraph">${say('start.registrar')}</p><dl class="screening-commands">${items}</dl>`;
}

/** The first page after sign-in: what this account may open, and what it does elsewhere. */
export function showStart(visit: AccountVisit): Answer {
  const { say, links } = visit;
  const cards = links.map(
    ({ path, name, about }) => html`<li class="screening-card">
<h2 class="utrecht-heading-3"><a class="utrecht-link" href="${path}">${say(name)}</a></h2>
<p class="utrecht-paragraph">${say(about)}</p>
</li>`,
  );
  const list = links.length === 0 ? null : html`<ul class="screening-cards">${cards}</ul>`;
  return { kind: 'page', title: say('start.title'), main: html`${list}${registrarWork(visit)}` };
}
