import type { Client } from '../support/client';
import type { QueryWorld } from './query.world';

export interface Request {
  as: Client;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A request that is made before and after the data has grown. BEGIN, COMMIT and ROLLBACK count: each is a round trip. */
export interface CountedRequest {
  /** Method and path, as in our OpenAPI document; what comes after a `·` tells one use of a route from another. */
  name: string;
  /** So many statements at most, with whatever data. To be lowered with the code, never raised without a reason. */
  most: number;
  /** Prepares what the request needs and says how it reads. */
  make: (world: QueryWorld) => Request | Promise<Request>;
}
