import { ROLE_WORDS } from '../texts/review.ts';
import { ASSET_PATHS } from './assets.ts';
import { formToken } from './components/form.ts';
import { keysHelp, usesKeys } from './components/keys.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

interface Frame {
  readonly title: string;
  readonly main: Html;
  /** The address of the page without a language; where the links to the other language and the menu look. */
  readonly self: string;
  /** Where the browser goes on to by itself; null when it stays. */
  readonly refresh: string | null;
}

/** Only for who works the queue: on every other page there is no script at all. */
function script({ account }: Visit): Html | null {
  return usesKeys(account) ? html`<script type="module" src="${ASSET_PATHS.keys}"></script>` : null;
}

function head(visit: Visit, { title, refresh }: Frame): Html {
  const { say } = visit;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh === null ? null : html`<meta http-equiv="refresh" content="0; url=${refresh}">`}
<title>${title} – ${say('frame.product')}</title>
<link rel="icon" href="${ASSET_PATHS.icon}">
<link rel="stylesheet" href="${ASSET_PATHS.tokens}">
<link rel="stylesheet" href="${ASSET_PATHS.components}">
<link rel="stylesheet" href="${ASSET_PATHS.screening}">
<link rel="stylesheet" href="${ASSET_PATHS.task}">
${script(visit)}
</head>`;
}

function navigation({ say, links }: Visit, self: string): Html | null {
  if (links.length === 0) return null;
  const items = links.map(({ path, name }) => {
    const isHere = self === path || self.startsWith(`${path}/`) || self.startsWith(`${path}?`);
    const current = isHere ? html` aria-current="page"` : null;
    const key = path === '/queue' ? html` data-key="q"` : null;
    return html`<li><a class="utrecht-link screening-menu__link" href="${path}"${current}${key}>${say(name)}</a></li>`;
  });
  return html`<nav class="screening-menu" aria-label="${say('frame.navigation')}"><ul>${items}</ul></nav>`;
}

/** Same address, other language: the choice is remembered in a cookie and the address is otherwise kept. */
function languageLink({ say, language }: Visit, self: string): Html {
  const other = language === 'nl' ? 'en' : 'nl';
  const to = `${self}${self.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<a class="utrecht-link" lang="${other}" hreflang="${other}" href="${to}">${say('frame.other_language')}</a>`;
}

function account(visit: Visit): Html | null {
  const { say, language } = visit;
  if (visit.account === null) return null;
  const { name, roles } = visit.account;
  const words = roles.map((role) => ROLE_WORDS[role][language]).join(', ');
  return html`<span>${say('frame.signed_in_as')} <strong>${name}</strong> (${words})</span>
<form method="post" action="/sign-out">${formToken(visit.formToken)}
<button type="submit" class="utrecht-button utrecht-button--subtle">${say('frame.sign_out')}</button></form>`;
}

/** A whole page: what is the same everywhere, around what the page says. */
export function layout(visit: Visit, frame: Frame): Html {
  const { title, main, self } = frame;
  const { say } = visit;
  const demo = visit.demoAccounts === null ? null : html`<p class="screening-demo">${say('frame.demo')}</p>`;
  return html`<!doctype html>
<html lang="${visit.language}" class="voorbeeld-theme">
${head(visit, frame)}
<body class="utrecht-document utrecht-document--surface screening-page">
<a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">${say('frame.skip')}</a>
<header>
${demo}
<div class="screening-header">
<a class="screening-product" href="/">${say('frame.product')}</a>
${navigation(visit, self)}
<section class="screening-account" aria-label="${say('frame.account')}">${account(visit)}${languageLink(visit, self)}</section>
</div>
</header>
<main id="main" class="screening-main" tabindex="-1">
<h1 class="utrecht-heading-1">${title}</h1>
${main}
</main>
${usesKeys(visit.account) ? keysHelp(say) : null}
</body>
</html>
`;
}
