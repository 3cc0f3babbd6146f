import type { Spec } from 'vega';
import { frame, LABEL_SIZE, labelledAxis } from './frame.ts';

/** One moment of a trend. */
export interface SharePoint {
  readonly label: string;
  /** 0–1; null when there is nothing to take a share of, which leaves a gap. */
  readonly share: number | null;
}

/** More leave no room for the unit, which the axis has as well. */
const MOST_WITH_UNIT = 7;

const INK = { value: 'currentColor' } as const;

/** A line of shares between 0 and 100 %, each written at its point. */
export function shareLine(points: readonly SharePoint[]): Spec {
  const unit = points.length > MOST_WITH_UNIT ? '' : '%';
  const values = points.map(({ share }, point) => ({
    point,
    share,
    isKnown: share !== null,
    text: share === null ? '' : `${Math.round(share * 100)}${unit}`,
  }));
  const labels = points.map(({ label }) => label);
  const place = { x: { scale: 'x', field: 'point' }, y: { scale: 'y', field: 'share' } } as const;
  return frame({
    data: [
      { name: 'points', values },
      { name: 'known', values: values.filter(({ isKnown }) => isKnown) },
    ],
    scales: [
      { name: 'x', type: 'point', range: 'width', domain: labels.map((_, point) => point), padding: 0.5 },
      { name: 'y', range: 'height', domain: [0, 1.1] },
    ],
    axes: [labelledAxis(labels), { orient: 'left', scale: 'y', values: [0, 0.5, 1], format: '.0%' }],
    marks: [
      {
        type: 'line',
        from: { data: 'points' },
        encode: { enter: { ...place, defined: { field: 'isKnown' }, stroke: INK, strokeWidth: { value: 2 } } },
      },
      {
        type: 'symbol',
        from: { data: 'known' },
        encode: { enter: { ...place, fill: INK, size: { value: 30 } } },
      },
      {
        type: 'text',
        from: { data: 'known' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'point' },
            y: { scale: 'y', field: 'share', offset: -11 },
            align: { value: 'center' },
            baseline: { value: 'middle' },
            fontSize: { value: LABEL_SIZE },
            text: { field: 'text' },
            fill: INK,
          },
        },
      },
    ],
  });
}
