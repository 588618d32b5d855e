import { createHash } from 'node:crypto';
import type { SignedIn } from '@convener/access';
import { badRequest, Clock } from '@convener/kernel';
import { OnceRequests } from '@convener/platform';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { canonical } from './canonical';

/** In OpenAPI, where the header describes 409 and 422 too. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';
/** In an answer: this had been done before. The body is the thing as it is now. */
const REPLAYED = 'Idempotency-Replayed';
const KEY = /^[!-~]{1,200}$/;

/** Lets a request that names a key be done once, however often it arrives. Without a key it changes nothing. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly requests: OnceRequests,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { signedIn?: SignedIn }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.signedIn) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw badKey();
    const { method, url } = request;
    const { answer, replayed } = await this.requests.run(
      {
        personId: request.signedIn.personId,
        key,
        // Read when it is asked for: an upload's digest is known only once the file has come.
        fingerprint: () =>
          createHash('sha256')
            .update(`${method} ${url}\n${canonical(request.body)}`)
            .digest('hex'),
        at: this.clock.now(),
      },
      () => lastValueFrom(next.handle(), { defaultValue: undefined }),
    );
    if (replayed) http.getResponse<FastifyReply>().header(REPLAYED, 'true');
    return of(answer);
  }
}

/** A route whose request may be sent again under its `Idempotency-Key`. Its service makes one Database.write(). */
export const Once = () =>
  applyDecorators(
    UseInterceptors(OnceInterceptor),
    ApiHeader({
      name: IDEMPOTENCY_KEY,
      required: false,
      description:
        'Names this request among your own, for 30 days: sent again it is not done again, and answers the thing as it is ' +
        `now with \`${REPLAYED}: true\`. A refused request leaves no trace. 1 to 200 visible ASCII characters, best a UUID.`,
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: KEY.source },
    }),
  );

const badKey = () =>
  badRequest('bad-idempotency-key', {
    zh: 'Idempotency-Key 應為 1 至 200 個可見的 ASCII 字元，例如 UUID。',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters, such as a UUID.',
  });
