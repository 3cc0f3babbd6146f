import type { Visitor } from './site.ts';

/** What can be read on a page. */
export function wordsOn(body: string): string {
  return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** The version in the first form of a page that has one. */
export function versionOn(body: string): string {
  return /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
}

/** Takes the next task. @returns its address, or that of the queue when there is none */
export async function next(visitor: Visitor): Promise<string> {
  return String((await visitor.post('/tasks/next', {}, '/queue')).headers.location);
}

/** The address of the first task that nobody has answered or taken. */
export async function firstOpen(visitor: Visitor): Promise<string> {
  return /href="(\/tasks\/[^"]+)"[^>]*data-row/.exec((await visitor.get('/queue?state=open')).body)?.[1] ?? '';
}

/** The address of the task of a case, looked for on every page of the queue. */
export async function pathOf(visitor: Visitor, caseNumber: string): Promise<string> {
  let page = (await visitor.get('/queue')).body;
  for (;;) {
    const path = new RegExp(`href="(/tasks/[^"]+)"[^>]*>${caseNumber}<`).exec(page)?.[1];
    if (path !== undefined) return path;
    const more = /rel="next" href="([^"]+)"/.exec(page)?.[1];
    if (more === undefined) throw new Error(`no task of ${caseNumber} is in the queue`);
    page = (await visitor.get(more.replaceAll('&amp;', '&'))).body;
  }
}

/** Answers a question on the version that the page shows now. */
export async function answer(
  visitor: Visitor,
  path: string,
  question: 'identity' | 'relevance',
  fields: Readonly<Record<string, string>>,
): ReturnType<Visitor['post']> {
  const version = versionOn((await visitor.get(path)).body);
  return visitor.post(`${path}/${question}`, { version, ...fields }, path);
}
