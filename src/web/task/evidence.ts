import type { TaskIdentityView } from '../../../db/contract/tasks.ts';
import type { HitEvidence } from '../../domain/hit.ts';
import { table } from '../components/table.ts';
import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { bits, percent, rough } from './figures.ts';
import { type Step, stepsOf } from './steps.ts';
import { waterfall } from './waterfall.ts';

const PARTS_PER_BILLION = 1e9;
/** Rarer than this is said as "fewer than". */
const LEAST_SAID = 0.001;

function atLeast({ say, language }: AccountVisit, value: number): string {
  return value < LEAST_SAID
    ? say('identity.less_than', { value: rough(LEAST_SAID, language) })
    : rough(value, language);
}

/** The chart with the table that says the same beside it. */
export function evidence(visit: AccountVisit, { hit }: TaskIdentityView): Html {
  const { say, language } = visit;
  const steps = stepsOf(visit, hit.evidence);
  const change = ({ kind, from, to }: Step): number => (kind === 'term' ? to - from : to);
  return html`<h3 class="utrecht-heading-3">${say('identity.evidence')}</h3>
<div class="screening-evidence">
${waterfall(visit, steps)}
${table<Step>(
  say('identity.evidence.caption'),
  [
    { label: say('identity.evidence.step'), kind: 'name', cell: ({ says }) => says },
    { label: say('identity.bits'), kind: 'number', cell: (step) => bits(change(step), language) },
    { label: say('identity.evidence.sum'), kind: 'number', cell: ({ to }) => bits(to, language) },
  ],
  steps,
  'compact',
)}
</div>
<p class="utrecht-paragraph screening-note">${say('task.probability')}: <strong>${percent(hit.probability, language)}</strong>. ${say('identity.model', { version: hit.evidence.modelVersion })}.</p>`;
}

function rarityOf(visit: AccountVisit, attribute: 'surname' | 'given_names', { terms, registerSize }: HitEvidence) {
  const { say, language } = visit;
  const frequencyPpb = terms.find((term) => term.attribute === attribute)?.frequencyPpb;
  if (frequencyPpb === undefined || frequencyPpb <= 0) return null;
  const share = frequencyPpb / PARTS_PER_BILLION;
  return html`<li>${say(`identity.rarity.${attribute}`, {
    oneIn: rough(1 / share, language),
    size: count(registerSize, language),
    expected: atLeast(visit, share * registerSize),
  })}</li>`;
}

/** How much an agreement like this one says: how many bear the names, and how often chance does as well. */
export function rarity(visit: AccountVisit, { hit }: TaskIdentityView): Html {
  const { say, language } = visit;
  const chance = rough(Math.max(hit.evidence.expectedChancePer10k, LEAST_SAID), language);
  return html`<h3 class="utrecht-heading-3">${say('identity.rarity')}</h3>
<ul class="screening-sentences">${rarityOf(visit, 'surname', hit.evidence)}${rarityOf(visit, 'given_names', hit.evidence)}
<li>${say('identity.rarity.chance', { chance })}</li></ul>`;
}
