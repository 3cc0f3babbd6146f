import type { Say } from '../../texts/web.ts';
import { type Html, html } from '../html.ts';

/** An address with the parameters that have a value. */
export function address(path: string, query: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** Links to the first and the next page; either is null when this page is it. A list has no numbers: it moves. */
export function pagination(say: Say, first: string | null, next: string | null): Html | null {
  if (first === null && next === null) return null;
  const link = (to: string, rel: string, label: string): Html =>
    html`<a class="utrecht-link screening-pagination__link" rel="${rel}" href="${to}">${label}</a>`;
  return html`<nav class="screening-pagination" aria-label="${say('list.pages')}">
${first === null ? null : link(first, 'first', say('list.first'))}
${next === null ? null : link(next, 'next', say('list.next'))}
</nav>`;
}
