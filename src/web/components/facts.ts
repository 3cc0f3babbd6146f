import { type Html, html, type Piece } from '../html.ts';

/** A name and what is said of it; left out when the value is null or empty. */
export type NamedFact = readonly [name: string, value: Piece];

function isSaid([, value]: NamedFact): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Short facts beside one another, each below its name. */
export function factList(facts: readonly NamedFact[]): Html {
  const items = facts.filter(isSaid).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<dl class="screening-facts">${items}</dl>`;
}
