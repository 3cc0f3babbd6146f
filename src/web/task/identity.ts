import type { EarlierVerdict, TaskView } from '../../../db/contract/tasks.ts';
import { explainHit } from '../../../matching/explain.ts';
import type { SubjectIdentity } from '../../domain/person.ts';
import { dateText } from '../../texts/dates.ts';
import { matchSummary } from '../../texts/matching.ts';
import { VERDICT_WORDS } from '../../texts/review.ts';
import { notice } from '../components/notice.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { comparison } from './comparison.ts';
import { evidence, rarity } from './evidence.ts';
import { fullSurname } from './names.ts';
import { rivals } from './rivals.ts';
import { verdictList } from './verdicts.ts';

function earlierItem({ say, language }: AccountVisit, { verdict, decidedAt, sameEvidence }: EarlierVerdict): Html {
  const which = say(sameEvidence ? 'identity.earlier.same_evidence' : 'identity.earlier.other_evidence');
  return html`<li><strong>${VERDICT_WORDS[verdict][language]}</strong><br>
<span class="screening-note">${moment(decidedAt, language)}, ${which}</span></li>`;
}

function earlier(visit: AccountVisit, { identity, names }: TaskView): Html {
  const { say } = visit;
  const known = identity.earlierVerdict === null ? [] : [earlierItem(visit, identity.earlierVerdict)];
  const items = [...known, ...verdictList(visit, names, identity.identityDispositions)];
  // Nothing to show in a second look: it is blind, and what stands must not be denied.
  const none = identity.state === 'second_look' ? 'identity.earlier.hidden' : 'identity.earlier.none';
  const list =
    items.length === 0
      ? html`<p class="utrecht-paragraph">${say(none)}</p>`
      : html`<ul class="screening-verdicts">${items}</ul>`;
  return html`<h3 class="utrecht-heading-3">${say('identity.earlier')}</h3>${list}`;
}

/** Only a person takes back what a person confirmed, and must then know that the register has moved on. */
function registerNow({ say, language }: AccountVisit, identity: SubjectIdentity): Html {
  const { givenNames, initials, particle, surname, birthDate } = identity;
  const name = `${givenNames || initials} ${fullSurname(particle, surname)}`.trim();
  return notice(
    'info',
    say('identity.register_now'),
    say('identity.register_now.what', { name, birthDate: dateText(birthDate, language) }),
  );
}

/** Screen A: who this is about, and nothing of what it is about. */
export function identityScreen(visit: AccountVisit, view: TaskView): Html {
  const { say, language } = visit;
  const { identity } = view;
  return html`${identity.registerNow === null ? null : registerNow(visit, identity.registerNow)}
<h3 class="utrecht-heading-3">${say('identity.summary')}</h3>
<p class="utrecht-paragraph utrecht-paragraph--lead">${matchSummary(explainHit(identity.hit), language)}</p>
${comparison(visit, identity)}
${rarity(visit, identity)}
${rivals(visit, identity)}
${earlier(visit, view)}
${evidence(visit, identity)}`;
}
