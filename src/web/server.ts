import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, fastify } from 'fastify';
import { addApi } from './api/serve-api.ts';
import { ASSETS_FOLDER } from './assets.ts';
import { addBoard } from './board/board.ts';
import { CREDENTIAL_CONSTRAINT } from './credential.ts';
import { sendFailure, sendNotFound } from './failures.ts';
import { createFormTokens, FORM_TOKEN_FIELD } from './form-tokens.ts';
import { addGuard } from './guard.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { createFigures } from './machine/figures.ts';
import { refuse } from './machine/problem.ts';
import { DELIVERY_MEDIA_TYPES } from './machine/receive-delivery.ts';
import { sendAnswer, sendErrorPage, visitOf, type WebState } from './respond.ts';
import { BOARD, type MachineRoute, type PageRoute, ROUTES } from './routes.ts';
import { createSessions } from './sessions.ts';
import { createSignInDoor } from './sign-in/door.ts';
import type { WebTools } from './tools.ts';

const MOST_FORM_BYTES = 65_536;
/** A connection on which nothing moves for so long is cut; a delivery on it is then refused as interrupted. */
const SILENCE_MS = 120_000;
const ASSET_AGE_MS = 3_600_000;

function addPage(app: FastifyInstance, state: WebState, { method, path, audience, show }: PageRoute): void {
  app.route({
    method,
    url: path,
    config: { audience, kind: 'page' },
    handler: async (request, reply) => {
      const visit = visitOf(state, request);
      const isGenuine = () => state.formTokens.isGenuine(request.visitor.visitId, visit.field(FORM_TOKEN_FIELD));
      if (method === 'POST' && !isGenuine()) return sendErrorPage(state, request, reply, 'form_token');
      return sendAnswer(state, request, reply, await show(visit));
    },
  });
}

function addMachine(app: FastifyInstance, { tools }: WebState, route: MachineRoute): void {
  const { method, path, audience, withToken, streamed, answer } = route;
  app.register(async (scope) => {
    if (streamed === true) {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(DELIVERY_MEDIA_TYPES, (_request, body, done) => done(null, body));
    }
    scope.route({
      method,
      url: path,
      config: { audience, kind: 'machine' },
      ...(withToken === true && { constraints: { credential: 'token' } }),
      handler: (request, reply) => answer(tools, request, reply),
    });
  });
}

function addPagesAndDoors(app: FastifyInstance, state: WebState): void {
  app.register(fastifyStatic, { root: ASSETS_FOLDER, serve: false, maxAge: ASSET_AGE_MS });
  for (const route of ROUTES) {
    if (route.kind === 'page') addPage(app, state, route);
    else addMachine(app, state, route);
  }
}

function addEverything(app: FastifyInstance, state: WebState): void {
  const { figures } = state.tools;
  addGuard(app, state);
  app.setErrorHandler((error, request, reply) => sendFailure(state, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendNotFound(state, request, reply));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    figures.countRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  // Beside one another, because Bull Board brings its own way to send files.
  app.register(async (scope) => addPagesAndDoors(scope, state));
  app.register(async (scope) => addBoard(scope, state.tools, BOARD));
  app.register(async (scope) => addApi(scope, state.tools));
}

/**
 * Pages, doors and Bull Board in one server, which does not listen yet. Everything is in a scope of its own, because
 * hooks must come after those of the plugins, which are loaded later than this function ends.
 */
export function createServer(tools: WebTools): FastifyInstance {
  const state: WebState = {
    tools: { ...tools, figures: createFigures(tools) },
    sessions: createSessions(tools.clock),
    formTokens: createFormTokens(),
    door: tools.signIn === null ? null : createSignInDoor(tools.signIn.provider, tools.signIn.groupsOfRoles),
  };
  const app = fastify({
    bodyLimit: MOST_FORM_BYTES,
    connectionTimeout: SILENCE_MS,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // Of addresses that no route can be looked up for. Its own answer repeats the address.
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'REQUEST_INVALID', tools.language),
    trustProxy: tools.trustedProxy ?? false,
    routerOptions: { constraints: { credential: CREDENTIAL_CONSTRAINT } },
  });
  app.removeAllContentTypeParsers();
  app.register(helmet, SECURITY_HEADERS);
  app.register(cookie);
  // Counts nothing by itself: the guard says what is counted, and answers in the manner of the route.
  app.register(rateLimit, { global: false });
  app.register(formbody, { bodyLimit: MOST_FORM_BYTES });
  app.register(async (scope) => addEverything(scope, state));
  return app;
}
