import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { NotReadyProblem } from './health.dto';
import { IDEMPOTENCY_KEY } from './once';
import { ProblemDto } from './problem.dto';
import { IF_MATCH } from './seen-version';

interface Operation {
  parameters?: { name?: string }[];
  responses?: Record<string, unknown>;
}

/** What the headers of a route lead to, said here once and not at each route. */
const REFUSALS: Record<string, Record<number, string>> = {
  [IF_MATCH]: {
    412: 'Somebody else was faster: `version` and `current` hold the present state.',
    428: 'If-Match is missing.',
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
    .setDescription('會展專案工作台 · Errors are RFC 9457 problem documents in zh-TW and English.')
    .setVersion('1')
    .addCookieAuth('convener')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto, NotReadyProblem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const path of Object.values(document.paths)) for (const operation of Object.values(path)) addProblems(operation);
  return document;
}

/** Every operation may answer a problem, and some a particular one. */
function addProblems({ parameters = [], responses }: Operation): void {
  if (!responses) return;
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const { name = '' } of parameters)
    for (const [status, description] of Object.entries(REFUSALS[name] ?? {}))
      responses[status] = { description, content };
  responses.default = { description: 'Problem', content };
}

/** /api/openapi.json and, for reading and trying, /api/docs. The document is made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Convener API',
    swaggerOptions: { validatorUrl: null },
  });
}
