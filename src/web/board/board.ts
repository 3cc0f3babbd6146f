import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { UIConfig } from '@bull-board/api/typings/app';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import { QUEUE_NAMES } from '../../../jobs/queues.ts';
import { BOARD_TEXTS, QUEUE_TEXTS } from '../../texts/web/board.ts';
import type { Audience } from '../access.ts';
import type { WebTools } from '../tools.ts';
import { scrubAnswer } from './answers.ts';

/** The logs of a job are free text, so nobody gets to see them, not even the rest of the board. */
class QuietQueue extends BullMQAdapter {
  override getJobLogs(): Promise<string[]> {
    return Promise.resolve([]);
  }
}

function uiConfig({ language, demoAccounts }: WebTools): UIConfig {
  const demo = { label: BOARD_TEXTS.demo[language], color: '#ffdd00', textColor: '#0b0c0c' };
  return {
    boardTitle: BOARD_TEXTS.title[language],
    hideRedisDetails: true,
    hideDocsLink: true,
    // It has no Dutch; without this it would follow the browser, so that no two operators saw the same words.
    locale: { lng: 'en-GB' },
    miscLinks: [{ text: BOARD_TEXTS.back[language], url: '/' }],
    ...(demoAccounts !== null && { environment: demo }),
  };
}

function createBoard(tools: WebTools): FastifyAdapter {
  const { queues, language } = tools;
  const adapter = new FastifyAdapter();
  const shown = Object.values(QUEUE_NAMES).map((name) => {
    const { name: displayName, about } = QUEUE_TEXTS[name];
    const options = { readOnlyMode: true, displayName: displayName[language], description: about[language] };
    return new QuietQueue(queues[name], options);
  });
  const handlerHooks = {
    before: ({ method }: { readonly method: string }) => ({
      allow: method.toLowerCase() === 'get',
      status: 405 as const,
    }),
    after: ({ route }: { readonly route: string }, result: Parameters<typeof scrubAnswer>[1]) =>
      scrubAnswer(route, result),
  };
  createBullBoard({ queues: shown, serverAdapter: adapter, options: { uiConfig: uiConfig(tools), handlerHooks } });
  // Its own answers with the message of the error, which could quote what a job holds.
  adapter.setErrorHandler(() => ({ status: 500, body: { error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' } } }));
  return adapter;
}

/** Adds Bull Board below a path, for one audience and only to be read. */
export async function addBoard(
  app: FastifyInstance,
  tools: WebTools,
  { path, audience }: { readonly path: string; readonly audience: Audience },
): Promise<void> {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, audience, kind: 'board' };
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET') return reply.code(405).header('allow', 'GET').send();
  });
  await app.register(createBoard(tools).setBasePath(path).registerPlugin(), { prefix: path });
}
