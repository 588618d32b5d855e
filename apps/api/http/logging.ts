import type { IncomingMessage } from 'node:http';
import type { Config } from '@convener/platform';
import type { Params } from 'nestjs-pino';

/** Pino's number for the level info. */
const INFO = 30;

interface LoggedRequest {
  id: unknown;
  method: string;
  url: string;
}

/** What Nest tells of its own start: a line a module and a route, which bury the address and the set-up link. */
const NEST_AT_WORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** One line a request: what, how long, which answer. Never headers, bodies, or the tokens and personal words in addresses. */
export function loggingParams(config: Config): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      genReqId: (request: IncomingMessage) => request.id,
      quietReqLogger: true,
      hooks: {
        logMethod(args, method, level) {
          const [first] = args as unknown[];
          if (level > INFO || !NEST_AT_WORK.has(contextOf(first))) method.apply(this, args);
        },
      },
      autoLogging: { ignore: (request: IncomingMessage) => isProbe(addressOf(request)) },
      serializers: {
        req: ({ id, method, url }: LoggedRequest) => ({ id, method, url: loggable(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}

function contextOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'context' in entry ? String(entry.context) : '';
}

/** Nest's middleware cuts the prefix off `url`. */
function addressOf(request: IncomingMessage & { originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? '';
}

function isProbe(url: string): boolean {
  return url === '/api/health' || url === '/api/ready';
}

/** An address fit for the log. What rows are looked for by, and the cell behind which a page begins, may be personal. */
export function loggable(url: string): string {
  return url
    .replace(/(\/(?:invitations?|password-reset|reset-password|survey)\/)[^/?]+/, '$1…')
    .replace(/([?&](?:token|text|value|cursor)=)[^&]*/g, '$1…');
}
