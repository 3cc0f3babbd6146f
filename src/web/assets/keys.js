/**
 * Keys for those who work the queue all day. Everything they do can be done without them: a key only moves the focus,
 * or presses what is on the page. A key never records an answer; it chooses one and moves to the button that does.
 */

/** Where a browser remembers that somebody wants no keys: single letters get in the way of speech input. */
const SWITCH = 'screening-keys';

function areOn() {
  return localStorage.getItem(SWITCH) !== 'off';
}

/** @param {EventTarget | null} target */
function isTypedInto(target) {
  return target instanceof Element && target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
}

/**
 * The first element of a selector that can be seen.
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function seen(selector) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement && element.getClientRects().length > 0) return element;
  }
  return null;
}

/** @param {1 | -1} by */
function moveBy(by) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.closest('tr')?.contains(document.activeElement),
  );
  const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  const row = rows[to];
  if (row instanceof HTMLElement) row.focus();
}

/** The button of the line that has the focus. */
function takeButton() {
  const button = document.activeElement?.closest('tr')?.querySelector('[data-take]');
  return button instanceof HTMLElement ? button : null;
}

/** Says on the button what it will record. */
function nameAnswer() {
  const chosen = document.querySelector('[data-answer] [name=verdict]:checked');
  const button = document.querySelector('[data-record-button]');
  if (chosen instanceof HTMLElement && button !== null) button.textContent = chosen.dataset['record'] ?? '';
}

/** An answer that must have a day gets the usual one, to be changed by who wants another. */
function fillDay() {
  const chosen = document.querySelector('[data-usual]:checked');
  const day = document.getElementById('waitUntil');
  if (chosen instanceof HTMLElement && day instanceof HTMLInputElement && day.value === '')
    day.value = chosen.dataset['usual'] ?? '';
}

/** @param {HTMLInputElement} radio */
function choose(radio) {
  radio.checked = true;
  nameAnswer();
  fillDay();
  // What must be filled in first, or else the button; Enter there is the confirmation.
  const then = radio.dataset['then'];
  const field = then === undefined ? null : document.getElementById(then);
  (field ?? seen('[data-record-button]'))?.focus();
}

/** @param {HTMLElement} element */
function use(element) {
  if (element instanceof HTMLInputElement && element.type === 'radio') choose(element);
  else if (element instanceof HTMLTextAreaElement) element.focus();
  else element.click();
}

function showHelp() {
  const help = document.getElementById('keys-help');
  if (help instanceof HTMLDialogElement && !help.open) help.showModal();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTypedInto(target)) {
    if (key === 'Escape' && target instanceof HTMLElement) seen('[data-record-button]')?.focus();
    return;
  }
  // A key that is held down must not press a button twice.
  if (event.repeat && key !== 'j' && key !== 'k') {
    if (key === 'Enter') event.preventDefault();
    return;
  }
  if (!areOn() || document.querySelector('dialog[open]') !== null) return;
  if (key === 'j') moveBy(1);
  else if (key === 'k') moveBy(-1);
  else if (key === '?') showHelp();
  else {
    const element =
      (key === 'c' ? takeButton() : null) ?? (/^[a-z0-9]$/.test(key) ? seen(`[data-key="${key}"]`) : null);
    if (element === null) return;
    use(element);
  }
  event.preventDefault();
}

function prepareSwitches() {
  for (const box of document.querySelectorAll('[data-keys-switch]')) {
    if (!(box instanceof HTMLInputElement)) continue;
    box.checked = areOn();
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
  }
}

document.addEventListener('keydown', onKey);
document.addEventListener('change', nameAnswer);
document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === 'radio') fillDay();
});
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-keys-help]') : null;
  if (link === null || document.getElementById('keys-help') === null) return;
  event.preventDefault();
  showHelp();
});
prepareSwitches();
nameAnswer();
