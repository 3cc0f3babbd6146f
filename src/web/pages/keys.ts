import { keySheet } from '../components/keys.ts';
import { html } from '../html.ts';
import type { AccountVisit, Answer } from '../visit.ts';

/** Which keys there are, for a browser without scripts and for who wants to print it. */
export function showKeys({ say }: AccountVisit): Answer {
  const main = html`${keySheet(say, 'keys-page')}
<p class="utrecht-paragraph"><a class="utrecht-link" href="/queue" data-key="q">${say('task.to_queue')}</a></p>`;
  return { kind: 'page', title: say('keys.title'), main };
}
