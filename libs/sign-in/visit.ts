import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** Where a request comes from, as far as sign-in looks. */
export interface Place {
  /** The network address, behind a proxy the one that it names. */
  address: string;
  userAgent: string | undefined;
}

/** A request that signs somebody in. */
export interface Visit extends Place {
  /** Whether the person says that the device is theirs alone. */
  ownDevice: boolean;
}

interface PlacedRequest {
  ip: string;
  headers: Record<string, string | undefined>;
}

/** The Place of a request, for handlers that sign somebody in. */
export const CurrentPlace = createParamDecorator((_: unknown, context: ExecutionContext): Place => {
  const { ip, headers } = context.switchToHttp().getRequest<PlacedRequest>();
  return { address: ip, userAgent: headers['user-agent'] };
});
