import { html } from '../html.ts';
import type { AccountVisit, Answer } from '../visit.ts';

/** The first page after sign-in: what this account may open. */
export function showStart({ say, links }: AccountVisit): Answer {
  const cards = links.map(
    ({ path, name, about }) => html`<li class="screening-card">
<h2 class="utrecht-heading-3"><a class="utrecht-link" href="${path}">${say(name)}</a></h2>
<p class="utrecht-paragraph">${say(about)}</p>
</li>`,
  );
  const main =
    links.length === 0
      ? html`<p class="utrecht-paragraph">${say('start.nothing')}</p>`
      : html`<ul class="screening-cards">${cards}</ul>`;
  return { kind: 'page', title: say('start.title'), main };
}
