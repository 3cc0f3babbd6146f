import { type Html, html } from '../html.ts';

/** How much something asks for attention. Never shown by colour alone: the word says it. */
export type Tone = 'neutral' | 'good' | 'attention' | 'problem';

/** A short word that says where something stands. */
export function badge(word: string, tone: Tone): Html {
  return html`<span class="utrecht-data-badge screening-badge screening-badge--${tone}">${word}</span>`;
}
