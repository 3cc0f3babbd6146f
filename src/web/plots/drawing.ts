import { setImmediate } from 'node:timers/promises';
import { parse, type Spec, View } from 'vega';
import { render } from '../html.ts';
import { patterns } from './patterns.ts';

/**
 * Drawings of the same figures are the same, and figures change slowly beside how often they are looked at. Of the
 * least recently made ones the oldest is forgotten.
 */
const MOST_REMEMBERED = 100;
const remembered = new Map<string, string>();

async function drawAnew(id: string, spec: Spec): Promise<string> {
  // A drawing takes some milliseconds, in which nobody else would be served: let them go first.
  await setImmediate();
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    const withFills = svg.replace('>', `>${render(patterns(id))}`);
    return `data:image/svg+xml;base64,${Buffer.from(withFills).toString('base64')}`;
  } finally {
    view.finalize();
  }
}

/**
 * Draws a plot and answers with its address for an `img`. As an image, and not as a part of the page: nothing in an
 * image can act, whatever the library put into it, and a page can say what it shows in words of its own.
 *
 * @param id of the plot, by which its fills are named
 */
export async function draw(id: string, spec: Spec): Promise<string> {
  const key = JSON.stringify([id, spec]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const drawing = await drawAnew(id, spec);
  const [oldest] = remembered.size < MOST_REMEMBERED ? [] : remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, drawing);
  return drawing;
}
