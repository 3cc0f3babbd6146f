import type { Axis, Config, Spec } from 'vega';

/** The size of a plot in its own units; a page scales it to the room there is, and at 320 px hardly shrinks it. */
export const PLOT_WIDTH = 300;
export const PLOT_HEIGHT = 190;
/** In the same units. */
export const LABEL_SIZE = 12;

/** Black, in an image. */
const INK = 'currentColor';

const CONFIG: Config = {
  axis: {
    domainColor: INK,
    grid: false,
    labelColor: INK,
    labelFontSize: LABEL_SIZE,
    tickColor: INK,
  },
};

/** What all plots have in common. */
export function frame(parts: Omit<Spec, '$schema' | 'width' | 'height' | 'config'>): Spec {
  const autosize = { type: 'fit', contains: 'padding' } as const;
  return {
    background: 'white',
    width: PLOT_WIDTH,
    height: PLOT_HEIGHT,
    padding: 4,
    autosize,
    config: CONFIG,
    ...parts,
  };
}

/** More would run into one another. */
const MOST_LABELS = 5;

/** An axis of places 0, 1, 2, … under each of which a label stands, or under every so many where there are too many. */
export function labelledAxis(labels: readonly string[]): Axis {
  const step = Math.ceil(labels.length / MOST_LABELS);
  const shown = labels.map((label, place) => (place % step === 0 ? label : ''));
  const text = { signal: `${JSON.stringify(shown)}[datum.value]` };
  return { orient: 'bottom', scale: 'x', ticks: false, labelPadding: 6, encode: { labels: { update: { text } } } };
}
