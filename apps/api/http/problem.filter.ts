import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotReady, type Problem, problemOf } from './problem';

/** Answers every error as application/problem+json and logs those that are our own fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem: Problem = { ...problemOf(error), requestId: request.id };
    // Readiness tells its own beginning and end.
    if (problem.status >= 500 && !(error instanceof NotReady)) this.log(error, problem, request);
    if (reply.sent) return;
    if (typeof problem.retryAfter === 'number') reply.header('Retry-After', String(problem.retryAfter));
    reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private log(error: unknown, { status, type }: Problem, request: FastifyRequest): void {
    const route = `${request.method} ${request.routeOptions?.url ?? 'unknown route'}`;
    // Message and stack only: a database error also carries the statement's parameters, which may be personal.
    const text = error instanceof Error ? error.message : String(error);
    // What is away or full is no fault of the code: a stack a request would bury the one line that says so.
    if (status === 503) this.logger.warn(`${route} [${request.id}] answered ${type}: ${text}`);
    else this.logger.error(`${route} [${request.id}]: ${text}`, error instanceof Error ? error.stack : undefined);
  }
}
