import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ApiError, type Problem } from './problem';
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

/** Turns every refusal into a thrown ApiError, so that one handler can word them all. */
const refusals: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return undefined;
    if (response.status === 401 && !TELLS_NOTHING_OF_THE_SESSION.includes(schemaPath)) session.onEnd();
    throw new ApiError(response.status, await readProblem(response));
  },
  onError: () => new ApiError(0, null),
};

export const client = createFetchClient<paths>({ baseUrl: '' });
client.use(refusals);

export const api = createQueryClient(client);
