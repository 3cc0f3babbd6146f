import type { WebTextKey } from '../../texts/web.ts';
import { html } from '../html.ts';
import type { Answer, Visit } from '../visit.ts';

const PAGES = {
  bad_request: { status: 400, title: 'error.bad_request.title', text: 'error.bad_request' },
  form_token: { status: 403, title: 'error.form_token.title', text: 'error.form_token' },
  forbidden: { status: 403, title: 'error.forbidden.title', text: 'error.forbidden' },
  not_found: { status: 404, title: 'error.not_found.title', text: 'error.not_found' },
  too_many: { status: 429, title: 'error.too_many.title', text: 'error.too_many' },
  unavailable: { status: 503, title: 'error.unavailable.title', text: 'error.unavailable' },
  internal: { status: 500, title: 'error.internal.title', text: 'error.internal' },
} as const satisfies Record<string, { readonly status: number; readonly title: WebTextKey; readonly text: WebTextKey }>;

export type PageError = keyof typeof PAGES;

/** What a visitor sees when a page cannot be shown. Says nothing of what went wrong inside. */
export function errorPage({ say }: Visit, error: PageError): Answer {
  const { status, title, text } = PAGES[error];
  const main = html`<p class="utrecht-paragraph">${say(text)}</p>
<p class="utrecht-paragraph"><a class="utrecht-link" href="/">${say('error.to_start')}</a></p>`;
  return { kind: 'page', status, title: say(title), main };
}
