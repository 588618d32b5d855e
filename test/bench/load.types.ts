export interface LoadRequest {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: string;
  /** The version that a change names, for If-Match. */
  ifMatch?: string;
}

/** One signed-in browser that goes through its requests again and again, each after the answer to the one before. */
export interface LoadClient {
  cookie: string;
  requests: readonly LoadRequest[];
  /** Where in `requests` it begins. */
  from: number;
}

export interface LoadTask {
  host: string;
  port: number;
  clients: readonly LoadClient[];
  /** Each client sends so many … */
  each?: number;
  /** … or as many as it can in so many milliseconds. */
  forMs?: number;
}

export interface LoadResult {
  /** One latency (ms) an answered request. */
  ms: number[];
  wallMs: number;
  /** How many requests each client has sent. */
  sent: number[];
  /** Answers other than 2xx and broken connections. */
  errors: number;
  firstError: string | null;
}
