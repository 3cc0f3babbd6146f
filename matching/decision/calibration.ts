/** Maps a total match weight onto one that is right as often as it says, in milli-bits. Rises everywhere. */
export type Calibration = (milliBits: number) => number;

/** Straight lines between the points (bits), slope 1 outside them, so that order never changes. */
export function buildCalibration(points: readonly (readonly [number, number])[]): Calibration {
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  return (milliBits) => {
    const bits = milliBits / 1000;
    if (bits <= first[0]) return Math.round(milliBits + (first[1] - first[0]) * 1000);
    for (let index = 1; index < points.length; index += 1) {
      const [x1, y1] = points[index]!;
      if (bits > x1) continue;
      const [x0, y0] = points[index - 1]!;
      return Math.round(1000 * (y0 + ((bits - x0) * (y1 - y0)) / (x1 - x0)));
    }
    return Math.round(milliBits + (last[1] - last[0]) * 1000);
  };
}
