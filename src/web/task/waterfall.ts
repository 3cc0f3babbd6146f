import { type Html, html, render } from '../html.ts';
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
/** The drawing brings its own ground and ink, black on white as a print is: a picture sees nothing of the theme. */
const INK = '#14202e';
const GROUND = '#ffffff';
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

/** Against: hatched. For, and the total: solid. The prior: empty. */
function fillOf({ kind, from, to }: Step): string {
  if (kind === 'prior') return GROUND;
  return kind === 'term' && to < from ? 'url(#hatched)' : INK;
}

/** The words above, the bar below, and a line down to where the next step begins. */
function row({ language }: AccountVisit, step: Step, index: number, { x }: Scale, isLast: boolean): Html {
  const top = index * ROW_HEIGHT;
  const [left, right] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
  const barTop = top + WORDS_HEIGHT + 3;
  const width = Math.max(right - left, LEAST_BAR);
  const onward = isLast
    ? null
    : html`<line x1="${x(step.to)}" x2="${x(step.to)}" y1="${barTop + BAR_HEIGHT}" y2="${barTop + ROW_HEIGHT}" stroke="${INK}" stroke-width="0.75"/>`;
  return html`<text x="${MARGIN}" y="${top + WORDS_HEIGHT - 2}" stroke="${GROUND}" stroke-width="4" paint-order="stroke">${step.name}</text>
<text x="${WIDTH - MARGIN}" y="${barTop + BAR_HEIGHT - 2}" text-anchor="end">${bits(step.kind === 'term' ? step.to - step.from : step.to, language)}</text>
<rect x="${left}" y="${barTop}" width="${width}" height="${BAR_HEIGHT}" fill="${fillOf(step)}" stroke="${INK}"/>
${onward}`;
}

function drawing(visit: AccountVisit, steps: readonly Step[]): Html {
  const scale = scaleOf(steps);
  const height = steps.length * ROW_HEIGHT;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Noto Sans, Open Sans, Segoe UI, system-ui, sans-serif" font-size="12">
<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${GROUND}"/><line x1="0" y1="0" x2="0" y2="5" stroke="${INK}" stroke-width="1.5"/></pattern></defs>
<rect width="${WIDTH}" height="${height}" fill="${GROUND}"/>
<line x1="${scale.x(0)}" x2="${scale.x(0)}" y1="0" y2="${height}" stroke="${INK}" stroke-width="0.75" stroke-dasharray="2 3"/>
<g fill="${INK}">${steps.map((step, index) => row(visit, step, index, scale, index === steps.length - 1))}</g>
</svg>`;
}

/**
 * The evidence as a waterfall. What speaks against is hatched and what speaks for is solid, so that it can be read in
 * print and without colour; the table beside it says the same to somebody who does not see it. A picture with a text
 * in its place, because a machine can tell nothing of the contrast of words inside a drawing.
 */
export function waterfall(visit: AccountVisit, steps: readonly Step[]): Html {
  const { say, language } = visit;
  const [first, last] = [steps.at(0), steps.at(-1)];
  const title = say('identity.chart', {
    prior: bits(first?.to ?? 0, language),
    total: bits(last?.to ?? 0, language),
  });
  const source = `data:image/svg+xml;base64,${Buffer.from(render(drawing(visit, steps))).toString('base64')}`;
  return html`<img class="screening-chart" src="${source}" alt="${title}" width="${WIDTH}" height="${steps.length * ROW_HEIGHT}">`;
}
