import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { isAttended } from './attended';
import { ifMatch } from './edit';
import { withKey } from './once';
import { ApiError, type Problem } from './problem';
import { reach } from './reach';
import type { paths } from './schema';

/** Called when a session has ended under our feet; the router sets it. */
export const session = { onEnd: () => {} };

/** Wrong credentials also answer 401, which ends no session. */
const TELLS_NOTHING_OF_THE_SESSION = ['/api/me', '/api/session', '/api/setup'];

async function readProblem(response: Response) {
  try {
    return (await response.json()) as Problem & Record<string, unknown>;
  } catch {
    return null;
  }
}

/** The page no longer wanted it: that says nothing of the network. */
const isGivenUp = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
const isKeyed = (request: Request) => request.headers.has('Idempotency-Key');

/** How long a hall's network may swallow a request before it counts as lost. */
const PATIENCE_MS = 20_000;

/** Turns every refusal into a thrown ApiError, so that one handler can word them all. */
const refusals: Middleware = {
  onRequest({ request }) {
    if (!isAttended()) request.headers.set('X-Unattended', 'yes');
    return request;
  },
  async onResponse({ request, response, schemaPath }) {
    reach.noted(response.status < 502);
    if (response.ok) return undefined;
    if (response.status === 401 && !TELLS_NOTHING_OF_THE_SESSION.includes(schemaPath)) session.onEnd();
    throw new ApiError(response.status, await readProblem(response), isKeyed(request));
  },
  onError: ({ request, error }) => {
    if (!isGivenUp(error)) reach.noted(false);
    return new ApiError(0, null, isKeyed(request));
  },
};

type Send = (path: string, init?: { headers?: unknown }) => unknown;

/** Lets a request be sent again without being done again. */
function keyed<Method>(send: Method): Method {
  return ((path, init) => (send as Send)(path, withKey(path, init))) as Send as Method;
}

/** The server takes changes only with this header, which no other site's page can send along with our cookie. */
const OWN_HEADER = { 'X-Requested-With': 'convener' };

const plain = createFetchClient<paths>({ baseUrl: '', headers: OWN_HEADER });
plain.use(refusals);

export const client: typeof plain = {
  ...plain,
  POST: keyed(plain.POST),
  PUT: keyed(plain.PUT),
  DELETE: keyed(plain.DELETE),
};

export const api = createQueryClient(client);

/** A request that may have waited on this device, under its own key. Never throws: status 0 says that nothing came. */
export async function sendWaiting(
  { method, path, body, version }: { method: string; path: string; body: object; version: number },
  key: string,
): Promise<{ status: number; body: Record<string, unknown> | null }> {
  const headers = { ...OWN_HEADER, ...ifMatch({ version }), 'Content-Type': 'application/json' };
  try {
    const response = await fetch(path, {
      method,
      headers: method === 'POST' ? { ...headers, 'Idempotency-Key': key } : headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    reach.noted(response.status < 502);
    const said = await readProblem(response);
    // The page of a hotel's network that asks to sign in there, or of a proxy that finds nobody, is no answer of ours.
    return said === null ? { status: 0, body: null } : { status: response.status, body: said };
  } catch {
    reach.noted(false);
    return { status: 0, body: null };
  }
}
