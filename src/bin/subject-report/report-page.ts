import type { Language } from '../../domain/language.ts';
import { type Html, html, render } from '../../web/html.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportRow } from './report-parts.ts';

function rows(list: readonly ReportRow[]): Html | null {
  if (list.length === 0) return null;
  return html`<dl>${list.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

function headingOf(heading: string, isPart: boolean): Html | null {
  if (heading === '') return null;
  return isPart ? html`<h3>${heading}</h3>` : html`<h2>${heading}</h2>`;
}

/** The report as one HTML file without scripts. It stands alone, is printed and handed over: its style comes along. */
export function reportPage({ title, head, sections }: ReportDocument, language: Language): string {
  const parts = sections.map(
    ({ heading, isPart = false, sentences, rows: list }) => html`<section>${headingOf(heading, isPart)}
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${rows(list)}</section>
`,
  );
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.2;overflow-wrap:anywhere}h2{margin-top:2rem;font-size:1.25rem}h3{margin-top:1.25rem;font-size:1.05rem}
dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.25rem 1rem;margin:0}
dt{color:#4a4a4a}dd{margin:0;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media print{h2,h3{break-after:avoid}}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${rows(head)}
${parts}
</main>
</body>
</html>
`;
  return render(page);
}
