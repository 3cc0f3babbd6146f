import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { bits } from './figures.ts';
import type { Step } from './steps.ts';

/** In units of the drawing; as wide as the narrowest screen, so that its words are never smaller than those of a page. */
const WIDTH = 320;
const ROW_HEIGHT = 38;
const WORDS_HEIGHT = 16;
const BAR_HEIGHT = 14;
const MARGIN = 4;
/** For the figures, which would otherwise stand on the bars of the largest steps. */
const FIGURES_WIDTH = 44;
/** A step of a fraction of a bit must still be seen. */
const LEAST_BAR = 2;

interface Scale {
  x(milliBits: number): number;
}

function scaleOf(steps: readonly Step[]): Scale {
  const ends = [0, ...steps.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const perMilliBit = (WIDTH - 2 * MARGIN - FIGURES_WIDTH) / Math.max(most - least, 1);
  return { x: (milliBits) => Math.round((MARGIN + (milliBits - least) * perMilliBit) * 10) / 10 };
}

function kindOf({ kind, from, to }: Step): string {
  if (kind !== 'term') return kind;
  return to < from ? 'against' : 'for';
}

/** The words above, the bar below, and a line down to where the next step begins. */
function row({ language }: AccountVisit, step: Step, index: number, { x }: Scale, isLast: boolean): Html {
  const top = index * ROW_HEIGHT;
  const [left, right] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
  const barTop = top + WORDS_HEIGHT + 3;
  const width = Math.max(right - left, LEAST_BAR);
  const onward = isLast
    ? null
    : html`<line class="screening-chart__onward" x1="${x(step.to)}" x2="${x(step.to)}" y1="${barTop + BAR_HEIGHT}" y2="${barTop + ROW_HEIGHT}"/>`;
  return html`<text class="screening-chart__name" x="${MARGIN}" y="${top + WORDS_HEIGHT - 2}">${step.name}</text>
<text class="screening-chart__value" x="${WIDTH - MARGIN}" y="${barTop + BAR_HEIGHT - 2}" text-anchor="end">${bits(step.kind === 'term' ? step.to - step.from : step.to, language)}</text>
<rect class="screening-chart__bar screening-chart__bar--${kindOf(step)}" x="${left}" y="${barTop}" width="${width}" height="${BAR_HEIGHT}"/>
${onward}`;
}

/**
 * The evidence as a waterfall. What speaks against is hatched and what speaks for is solid, so that it can be read in
 * print and without colour; the table beside it says the same to somebody who does not see it.
 */
export function waterfall(visit: AccountVisit, steps: readonly Step[]): Html {
  const { say, language } = visit;
  const scale = scaleOf(steps);
  const height = steps.length * ROW_HEIGHT;
  const [first, last] = [steps.at(0), steps.at(-1)];
  const title = say('identity.chart', {
    prior: bits(first?.to ?? 0, language),
    total: bits(last?.to ?? 0, language),
  });
  return html`<svg class="screening-chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="screening-chart__ground" width="5" height="5"/><line class="screening-chart__hatch" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>
<line class="screening-chart__zero" x1="${scale.x(0)}" x2="${scale.x(0)}" y1="0" y2="${height}"/>
${steps.map((step, index) => row(visit, step, index, scale, index === steps.length - 1))}
</svg>`;
}
