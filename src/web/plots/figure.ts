import type { Spec } from 'vega';
import { type Html, html } from '../html.ts';
import { draw } from './drawing.ts';
import { PLOT_HEIGHT, PLOT_WIDTH } from './frame.ts';
import { legend } from './patterns.ts';

export interface Figure {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What kind of plot it is and where its figures are, for those who do not see it. */
  readonly description: string;
  readonly spec: Spec;
  /** Names of the fills, in order; empty when there is one thing to see. */
  readonly series: readonly string[];
  /** The same figures. */
  readonly table: Html;
}

/** A plot with its figures in a table beside it. */
export async function figure({ id, title, description, spec, series, table }: Figure): Promise<Html> {
  const drawing = await draw(id, spec);
  return html`<section class="screening-figure" aria-labelledby="${id}">
<h2 class="utrecht-heading-2" id="${id}">${title}</h2>
<div class="screening-figure__plot">
${legend(id, series)}
<img class="screening-plot" src="${drawing}" alt="${title}. ${description}" width="${PLOT_WIDTH}" height="${PLOT_HEIGHT}">
</div>
${table}
</section>`;
}
