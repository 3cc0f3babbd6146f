import { FORM_TOKEN_FIELD } from '../form-tokens.ts';
import { type Html, html } from '../html.ts';

/** Goes into every form that posts. */
export function formToken(token: string): Html {
  return html`<input type="hidden" name="${FORM_TOKEN_FIELD}" value="${token}">`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled choice of one; its first is for no choice made. */
export function select(name: string, label: string, choices: readonly Choice[], chosen: string): Html {
  const options = choices.map(
    ({ value, label: text }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  );
  return html`<div class="utrecht-form-field">
<label class="utrecht-form-label" for="${name}">${label}</label>
<select class="utrecht-select utrecht-select--html-select" id="${name}" name="${name}">${options}</select>
</div>`;
}

/** One line to type into, or a day to pick. */
export function input(name: string, label: string, type: 'text' | 'date', value: string): Html {
  return html`<div class="utrecht-form-field">
<label class="utrecht-form-label" for="${name}">${label}</label>
<input class="utrecht-textbox utrecht-textbox--html-input" type="${type}" id="${name}" name="${name}" value="${value}">
</div>`;
}

/** A choice of yes or nothing, with its label behind it. */
export function checkbox(name: string, label: string, checked: boolean): Html {
  return html`<div class="utrecht-form-field screening-checkbox">
<input type="checkbox" class="utrecht-checkbox utrecht-checkbox--html-input" id="${name}" name="${name}" value="yes"${checked ? html` checked` : null}>
<label class="utrecht-form-label" for="${name}">${label}</label>
</div>`;
}

/** A button that sends its form. */
export function submit(label: string): Html {
  return html`<button type="submit" class="utrecht-button utrecht-button--primary-action">${label}</button>`;
}
