import type { Account } from '../../domain/account.ts';
import { isReviewing } from '../../review/reviewers.ts';
import type { Say, WebTextKey } from '../../texts/web.ts';
import { type Html, html } from '../html.ts';

/** The page that says which keys there are; the sheet over a page is made of the same. */
export const KEYS_PATH = '/keys';

const KEYS: readonly (readonly [keys: readonly string[], does: WebTextKey])[] = [
  [['n'], 'keys.next'],
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['c'], 'keys.claim'],
  [['1', '2', '3'], 'keys.answer'],
  [['m'], 'keys.reason'],
  [['Enter'], 'keys.confirm'],
  [['r'], 'keys.release'],
  [['q'], 'keys.queue'],
  [['?'], 'keys.help'],
];

/** Who works the queue with keys; nobody else has any. */
export function usesKeys(account: Account | null): boolean {
  return account !== null && isReviewing(account);
}

/**
 * What every key does, and the switch that turns them off: single letters get in the way of who speaks instead of
 * typing. The switch needs the script, as the keys do, and stays hidden without it.
 */
export function keySheet(say: Say, id: string): Html {
  const items = KEYS.map(
    ([keys, does]) =>
      html`<div><dt>${keys.map((key) => html`<kbd class="screening-key">${key}</kbd>`)}</dt><dd>${say(does)}</dd></div>`,
  );
  return html`<p class="utrecht-paragraph">${say('keys.about')}</p>
<dl class="screening-keys">${items}</dl>
<p class="screening-keys-switch" hidden><input type="checkbox" class="utrecht-checkbox utrecht-checkbox--html-input" id="${id}" data-keys-switch> <label class="utrecht-form-label utrecht-form-label--checkbox" for="${id}">${say('keys.on')}</label></p>`;
}

/** At the end of a page: the way to the sheet, and the sheet. Without the script the link leads to a page of its own. */
export function keysHelp(say: Say): Html {
  return html`<footer class="screening-footer">
<a class="utrecht-link" href="${KEYS_PATH}" data-keys-help>${say('keys.title')} <kbd class="screening-key">?</kbd></a>
<dialog class="screening-dialog" id="keys-help" aria-labelledby="keys-title">
<h2 class="utrecht-heading-2" id="keys-title">${say('keys.title')}</h2>
${keySheet(say, 'keys-here')}
<form method="dialog"><button type="submit" class="utrecht-button utrecht-button--secondary-action">${say('keys.close')}</button></form>
</dialog>
</footer>`;
}
