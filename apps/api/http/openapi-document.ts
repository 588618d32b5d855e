import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { NotReadyProblem } from './health.dto';
import { ProblemDto } from './problem.dto';

type Operation = { responses?: Record<string, unknown> };

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
  for (const path of Object.values(document.paths)) for (const operation of Object.values(path)) addProblem(operation);
  return document;
}

/** Every operation may answer a problem, so it is said here once and not at each route. */
function addProblem(operation: Operation): void {
  if (!operation.responses) return;
  const schema = { $ref: '#/components/schemas/Problem' };
  operation.responses.default = { description: 'Problem', content: { 'application/problem+json': { schema } } };
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
