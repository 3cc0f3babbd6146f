import type { Mark, Spec } from 'vega';
import { frame, LABEL_SIZE, labelledAxis } from './frame.ts';
import { fillOf, MOST_SERIES } from './patterns.ts';

/** One bar, from the bottom up in the order of the series. */
export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
}

export interface Bars {
  /** Of the plot in its page. */
  readonly id: string;
  /** What the parts of a bar are; at most `MOST_SERIES`. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

const INK = { value: 'currentColor' } as const;
const MIDDLE = { align: { value: 'center' }, baseline: { value: 'middle' }, fontSize: { value: LABEL_SIZE } } as const;

const PARTS: Mark = {
  type: 'rect',
  from: { data: 'parts' },
  encode: {
    enter: {
      x: { scale: 'x', field: 'bar' },
      width: { scale: 'x', band: 1 },
      y: { scale: 'y', field: 'from' },
      y2: { scale: 'y', field: 'to' },
      fill: { scale: 'fill', field: 'series' },
      stroke: INK,
    },
  },
};

/** What the whole bar stands for, on top of it. */
const TOTALS: Mark = {
  type: 'text',
  from: { data: 'totals' },
  encode: {
    enter: {
      ...MIDDLE,
      x: { scale: 'x', field: 'bar', band: 0.5 },
      y: { scale: 'y', field: 'total', offset: -8 },
      text: { field: 'text' },
      fill: INK,
    },
  },
};

/** Bars of parts, with the sum on top. Bars are told apart by place, so that equal labels do no harm. */
export function bars({ id, series, bars: all }: Bars): Spec {
  if (series.length > MOST_SERIES) throw new Error('a plot has more series than there are fills');
  const parts = all.flatMap(({ values }, bar) =>
    values.map((value, index) => {
      const from = values.slice(0, index).reduce((sum, each) => sum + each, 0);
      return { bar, series: series[index] ?? '', from, to: from + value };
    }),
  );
  const sums = all.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const totals = sums.map((total, bar) => ({ bar, total, text: total === 0 ? '' : String(total) }));
  const labels = all.map(({ label }) => label);
  const fills = series.map((_, index) => fillOf(id, index));
  return frame({
    data: [
      { name: 'parts', values: parts.filter(({ from, to }) => to > from) },
      { name: 'totals', values: totals },
    ],
    scales: [
      { name: 'x', type: 'band', range: 'width', domain: labels.map((_, bar) => bar), padding: 0.25 },
      { name: 'y', range: 'height', nice: true, zero: true, domain: [0, Math.max(1, ...sums) * 1.1] },
      { name: 'fill', type: 'ordinal', domain: [...series], range: fills },
    ],
    axes: [labelledAxis(labels), { orient: 'left', scale: 'y', tickCount: 4, tickMinStep: 1, format: 'd' }],
    marks: [PARTS, TOTALS],
  });
}
