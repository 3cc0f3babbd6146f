import { type Html, html } from '../html.ts';

/** Something that happened and matters now. `problem` is read out at once; the others when the reader gets there. */
export function notice(kind: 'ok' | 'info' | 'problem', title: string | null, message: Html | string): Html {
  const look = kind === 'problem' ? 'error' : kind;
  const role = kind === 'problem' ? html` role="alert"` : html` role="status"`;
  return html`<div class="utrecht-alert utrecht-alert--${look} screening-notice screening-notice--${kind}"${role}>
${title === null ? null : html`<strong>${title}</strong>`}
<p class="utrecht-paragraph">${message}</p>
</div>`;
}
