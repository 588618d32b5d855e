import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { NotReadyProblem } from './health.dto';
import { IDEMPOTENCY_KEY } from './once';
import { OWN_HEADER, OWN_HEADER_VALUE } from './own-header';
import { ProblemDto } from './problem.dto';
import { IF_MATCH } from './seen-version';

interface Operation {
  parameters?: Parameter[];
  responses?: Record<string, unknown>;
}
type Parameter = { in?: string; name?: string; required?: boolean; schema?: { format?: string } };

const DESCRIPTION = [
  '會展專案工作台 · Errors are RFC 9457 problem documents in zh-TW and English.',
  `Every request that changes something (POST, PUT, PATCH, DELETE) carries the header \`${OWN_HEADER}: ${OWN_HEADER_VALUE}\`;`,
  'without it the answer is 403. No other site can send it along with the cookie of somebody who is signed in.',
].join('\n');

/** Answered only where a header must be there. */
const MISSING = 428;

/** What the headers of a route lead to, said here once and not at each route. */
const REFUSALS: Record<string, Record<number, string>> = {
  [IF_MATCH]: {
    412: 'Somebody else was faster: `version` and `current` hold the present state.',
    [MISSING]: 'If-Match is missing.',
  },
  [IDEMPOTENCY_KEY]: {
    409: 'The state does not allow it, or this very request is being answered now (`/problems/in-flight`).',
    422: 'The key has been used for a request of other content.',
  },
};

/** The OpenAPI description of all routes. Complete only from the build, where the Nest plugin has read the types. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Convener')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addCookieAuth('convener')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto, NotReadyProblem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[])) {
    addProblems(operation);
    sayIds(operation);
  }
  return document;
}

/** Every operation may answer a problem, and some a particular one. */
function addProblems({ parameters = [], responses }: Operation): void {
  if (!responses) return;
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const { name = '', required } of parameters)
    for (const [status, description] of Object.entries(REFUSALS[name] ?? {}))
      if (required || Number(status) !== MISSING) responses[status] = { description, content };
  responses.default = { description: 'Problem', content };
}

/** Ids in the path go through IdPipe, which the generator can't see. */
function sayIds({ parameters = [] }: Operation): void {
  for (const parameter of parameters) {
    if (parameter.in === 'path' && /^id$|Id$/.test(parameter.name ?? '')) parameter.schema!.format = 'uuid';
  }
}

/** /api/openapi.json and, for reading and trying, /api/docs. The document is made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Convener API',
    // Written into the page as text, so it can know nothing of this file.
    swaggerOptions: {
      validatorUrl: null,
      requestInterceptor: (request: { headers: Record<string, string> }) => {
        request.headers['X-Requested-With'] = 'convener';
        return request;
      },
    },
  });
}
