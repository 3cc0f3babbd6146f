import { notice } from '../components/notice.ts';
import { address } from '../components/pagination.ts';
import { html } from '../html.ts';
import { draftOf } from '../task/draft.ts';
import { keptText } from '../task/panel.ts';
import type { Answer, Visit } from '../visit.ts';

/** Where the form was that came too late. */
function pageOf({ url }: Visit): string {
  return /^\/(?:tasks\/[\w-]+|alarms)/.exec(url)?.[0] ?? '/';
}

/**
 * What somebody typed whose session ended meanwhile, given back to them. It is on this page and nowhere else, neither
 * here nor in the browser: whoever signs in next may be somebody else. So signing in happens beside it.
 */
export function sessionOverPage(visit: Visit): Answer {
  const { say } = visit;
  const to = address('/sign-in', { next: pageOf(visit) });
  const main = html`${notice('problem', null, say('session_over.about'))}
${keptText(visit, draftOf(visit))}
<p class="utrecht-paragraph"><a class="utrecht-link" href="${to}" target="_blank" rel="noopener">${say('session_over.sign_in')}</a></p>`;
  return { kind: 'page', status: 403, title: say('session_over.title'), main, self: to };
}
