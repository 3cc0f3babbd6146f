import type { Language } from '../domain/language.ts';
import type { TextParams } from '../domain/text-code.ts';
import { fill } from './fill.ts';
import { AUDIT_TEXTS } from './web/audit.ts';
import { DASHBOARD_TEXTS } from './web/dashboard.ts';
import { FRAME_TEXTS } from './web/frame.ts';
import { HISTORY_TEXTS } from './web/history.ts';
import { LIST_TEXTS } from './web/lists.ts';
import { RELEVANCE_PAGE_TEXTS } from './web/relevance-page.ts';
import { SIGN_IN_TEXTS } from './web/sign-in.ts';
import { TASK_TEXTS } from './web/task.ts';

const TEXTS = {
  ...FRAME_TEXTS,
  ...LIST_TEXTS,
  ...SIGN_IN_TEXTS,
  ...TASK_TEXTS,
  ...RELEVANCE_PAGE_TEXTS,
  ...DASHBOARD_TEXTS,
  ...AUDIT_TEXTS,
  ...HISTORY_TEXTS,
};

/** Names one text of the pages. A page that names one that is not there does not compile. */
export type WebTextKey = keyof typeof TEXTS;

/** Says a text of the pages in the language of the visit. */
export type Say = (key: WebTextKey, params?: TextParams) => string;

/** The texts of the pages in one language. */
export function webTexts(language: Language): Say {
  return (key, params = {}) => fill(TEXTS[key][language], params);
}
