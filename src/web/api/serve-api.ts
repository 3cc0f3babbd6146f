import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../../domain/access.ts';
import { refuse, refuseFields, refuseMove, refuseWith } from '../machine/problem.ts';
import type { WebTools } from '../tools.ts';
import type { ApiOutcome, ApiRoute, RawCall } from './definition.ts';
import { API_ROUTES } from './routes.ts';

const MOST_BODY_BYTES = 65_536;

function callOf({ store, clock }: WebTools, request: FastifyRequest): RawCall {
  const { caller: account } = request.visitor;
  if (account === null) throw new Error('the guard admitted a call without an account');
  const { accountId, roles: onlyRoles } = account;
  return {
    ...{ store, account, now: clock.now(), query: request.query, body: request.body },
    accessFor: (purpose): Access => ({ actor: { kind: 'account', accountId, onlyRoles }, purpose }),
    param: (name) => String(Reflect.get(Object(request.params), name)),
  };
}

function send(request: FastifyRequest, reply: FastifyReply, route: ApiRoute, outcome: ApiOutcome<unknown>) {
  const { language } = request.visitor;
  switch (outcome.kind) {
    case 'answered':
      return reply.send(outcome.answer);
    case 'refused':
      return refuseMove(reply, outcome.refusal, language);
    case 'unknown':
      return route.moves
        ? refuseWith(reply, { code: 'TASK_UNKNOWN', params: {} }, language)
        : refuse(reply, 'NOT_FOUND', language);
    case 'malformed':
      return refuseFields(reply, outcome.fields, language);
  }
}

/** Opens the doors of the API, where nothing but JSON is read. */
export async function addApi(app: FastifyInstance, tools: WebTools): Promise<void> {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: MOST_BODY_BYTES } as const;
  app.addContentTypeParser('application/json', options, app.getDefaultJsonParser('error', 'error'));
  for (const route of API_ROUTES) {
    const { method, path, audience } = route;
    app.route({
      method,
      url: path,
      config: { audience, kind: 'api' },
      handler: async (request, reply) => send(request, reply, route, await route.run(callOf(tools, request))),
    });
  }
}
