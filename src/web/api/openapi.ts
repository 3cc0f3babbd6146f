import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ApiRoute } from './definition.ts';
import { API_ROUTES } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the description of the API is. */
export const OPENAPI_PATH = '/api/openapi.json';

/** A refusal as RFC 9457 has it. */
const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  faults: z.array(z.object({ code: z.string(), field: z.string().nullable(), detail: z.string() })).optional(),
});

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

function content(mediaType: string, schema: Json): Json {
  return { content: { [mediaType]: { schema } } };
}

const refusal = (description: string): Json => ({
  description,
  ...content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
});

/** `:taskId` as OpenAPI writes it. */
const pathOf = ({ path }: ApiRoute): string => path.replaceAll(/:(\w+)/g, '{$1}');

function parametersOf({ path, query }: ApiRoute): readonly Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const { properties = {}, required = [] } = query === null ? {} : schemaOf(query, 'input');
  const inQuery = Object.entries(properties as Json).map(([name, schema]) => ({
    ...{ name, in: 'query', required: (required as readonly string[]).includes(name), schema },
  }));
  return [...inPath, ...inQuery];
}

function responsesOf({ path, query, body, moves, answer }: ApiRoute): Json {
  const hasShape = query !== null || body !== null;
  const isAboutOne = path.includes(':');
  return {
    200: { description: 'Done', ...content('application/json', schemaOf(answer, 'output')) },
    400: refusal(hasShape ? 'The request has another shape than described' : 'The request cannot be understood'),
    401: refusal('No valid token came along'),
    403: refusal('The roles of the token do not allow it'),
    ...(isAboutOne && { 404: refusal('There is no such thing, or not for this account') }),
    ...(moves && { 409: refusal('The state of the task does not allow it') }),
    ...(body !== null && { 413: refusal('The body is too large'), 415: refusal('The body is no JSON') }),
    ...(moves && body !== null && { 422: refusal('A reason or a date is lacking') }),
    429: refusal('Too many requests; `retry-after` says when to try again'),
    503: refusal('The database is busy; nothing was done by half'),
  };
}

function operationOf(route: ApiRoute): Json {
  const { method, path, audience, summary, body } = route;
  const words = path.replace('/api/', '').replaceAll(/[:/]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    operationId: `${method.toLowerCase()}${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    summary,
    'x-roles': audience,
    parameters: parametersOf(route),
    ...(body !== null && { requestBody: { required: true, ...content('application/json', schemaOf(body, 'input')) } }),
    responses: responsesOf(route),
  };
}

/** The whole of the API in the words of OpenAPI 3.1, made of the schemas that requests and answers go through. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of API_ROUTES) {
    paths[pathOf(route)] = { ...paths[pathOf(route)], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Continuous screening: tasks, decisions, statistics',
      version: '1.0.0',
      description:
        'Each call brings a token of `screening tokens issue` and may do what both the token and its account may. Nothing of question B is told before question A is answered.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}

/** `GET /api/openapi.json`, for everybody: it holds nothing but what can be asked. */
export async function showOpenApi(_tools: unknown, _request: FastifyRequest, reply: FastifyReply) {
  return reply.send(openApiDocument());
}
