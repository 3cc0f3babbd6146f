/** One measured size of the register. */
export interface GrowthPoint {
  readonly size: number;
  readonly entriesPerSecond: number;
}

const [WIDTH, HEIGHT, MARGIN] = [640, 360, 60];

/** Microseconds per entry over the size of the register (logarithmic), as an SVG picture. */
export function growthPlot(points: readonly GrowthPoint[]): string {
  const costs = points.map(({ entriesPerSecond }) => 1e6 / entriesPerSecond);
  const highest = Math.max(...costs) * 1.2;
  const logs = points.map(({ size }) => Math.log10(size));
  const [first, last] = [Math.min(...logs), Math.max(...logs)];
  const x = (log: number): number => MARGIN + ((log - first) / (last - first)) * (WIDTH - 2 * MARGIN);
  const y = (cost: number): number => HEIGHT - MARGIN - (cost / highest) * (HEIGHT - 2 * MARGIN);
  const places = points.map((_, at) => [x(logs[at] ?? 0), y(costs[at] ?? 0)] as const);
  const line = places.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
  const marks = places.map(
    ([px, py], at) =>
      `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4"/>` +
      `<text x="${px.toFixed(1)}" y="${(py - 10).toFixed(1)}" text-anchor="middle">${(costs[at] ?? 0).toFixed(0)} µs</text>` +
      `<text x="${px.toFixed(1)}" y="${HEIGHT - MARGIN + 20}" text-anchor="middle">${(points[at]?.size ?? 0).toLocaleString('en')}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Microseconds per entry as the register grows</title><rect width="100%" height="100%" fill="white"/>`,
    `<polyline points="${line}" fill="none" stroke="black"/>`,
    ...marks,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle">subjects in the register</text>`,
    '</svg>\n',
  ].join('\n');
}
