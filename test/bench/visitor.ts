import { randomUUID } from 'node:crypto';
import { type Answer, Client } from '../support/client';
import { SETUP_TOKEN } from '../support/server-process';

/** Everybody's: the rows of people are copied with the admin's hash. */
const PASSWORD = 'a password for the gauge';

/** Makes the first admin; answers their id. */
export async function setUp(address: string, email: string): Promise<string> {
  const given = { token: SETUP_TOKEN, name: '管理者', email, password: PASSWORD };
  return (await send<{ id: string }>(new Client(address), '/api/setup', given)).id;
}

/** A browser in which that person has signed in. */
export async function signIn(address: string, email: string): Promise<Client> {
  const client = new Client(address);
  await send(client, '/api/session', { email, password: PASSWORD });
  return client;
}

/** The answer's body; throws what a refusal says. Not the one of test/support/app, which brings the whole application. */
export function ok<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** Posts as our web app does; throws what a refusal says. */
export async function send<T>(client: Client, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-requested-with': 'convener', 'idempotency-key': randomUUID() };
  return ok(await client.post<T>(path, body, headers));
}

/** What the browser sends as its Cookie header. */
export function cookieOf(client: Client): string {
  return [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
