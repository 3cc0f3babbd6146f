import { type Html, html } from '../html.ts';

/** Fills that are told apart in print and without colour, from dark to light. */
const FILLS: readonly ((id: string) => Html)[] = [
  (id) =>
    html`<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="currentColor"></rect></pattern>`,
  (id) =>
    html`<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0V6" stroke="currentColor" stroke-width="5"></path></pattern>`,
  (id) =>
    html`<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1" fill="currentColor"></circle></pattern>`,
  (id) => html`<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"></pattern>`,
];

/** The most series that can be told apart. */
export const MOST_SERIES = FILLS.length;

const idOf = (plotId: string, series: number): string => `${plotId}-fill-${series}`;

/** Definitions for one plot or legend, which refers to them with `fillOf`. */
export function patterns(plotId: string): Html {
  return html`<defs>${FILLS.map((fill, series) => fill(idOf(plotId, series)))}</defs>`;
}

/** What each fill of a plot stands for. One series alone needs no saying. */
export function legend(plotId: string, series: readonly string[]): Html | null {
  if (series.length < 2) return null;
  const items = series.map(
    (name, index) =>
      html`<li><svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16"><rect x="1" y="1" width="14" height="14" fill="${fillOf(plotId, index)}" stroke="currentColor"></rect></svg> ${name}</li>`,
  );
  return html`<svg class="screening-fills" aria-hidden="true" width="0" height="0">${patterns(plotId)}</svg>
<ul class="screening-legend">${items}</ul>`;
}

export function fillOf(plotId: string, series: number): string {
  return `url(#${idOf(plotId, series)})`;
}
