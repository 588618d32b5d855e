import { type WorkspaceRole } from '@convener/access';
import { NewPeople } from '@convener/accounts';
import { Database } from '@convener/platform';
import { hash } from '@node-rs/argon2';
import { PASSWORD, startTestApp, type TestApp, type TestAppOptions } from '../support/app';
import type { Answer, Client } from '../support/client';
import type { DatabaseKind } from '../support/database';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Lets a test say where a request comes from: `client(app, '203.0.113.7')`. */
const BEHIND_A_PROXY = { TRUST_PROXY: 'loopback' };

/** The application behind a proxy that tells the addresses of browsers. */
export function startBehindProxy(options: TestAppOptions): Promise<TestApp> {
  return startTestApp({ ...options, env: { ...options.env, ...BEHIND_A_PROXY } });
}

/** Several processes on one database; the last to close drops it. */
export async function startTwo(database: DatabaseKind): Promise<[TestApp, TestApp]> {
  let shared: Awaited<ReturnType<DatabaseKind['create']>> | null = null;
  const create: DatabaseKind['create'] = async (env) => {
    if (shared) return { config: shared.config, drop: async () => undefined };
    return (shared = await database.create(env));
  };
  const first = await startBehindProxy({ database: { ...database, create } });
  const second = await startBehindProxy({ database: { ...database, create }, clock: first.clock });
  return [first, second];
}

/** A browser at an address. */
export function from(app: TestApp, address: string, userAgent?: string): Client {
  return app.client({ 'x-forwarded-for': address, ...(userAgent && { 'user-agent': userAgent }) });
}

export function trySignIn(client: Client, email: string, password = PASSWORD): Promise<Answer> {
  return client.post('/api/session', { email, password });
}

/** People whose passwords are cheap to verify: a suite that signs in hundreds is not about hashing. */
export async function addMany(
  app: TestApp,
  count: number,
  workspaceRole: WorkspaceRole | null = 'member',
): Promise<string[]> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  const emails = Array.from({ length: count }, (_, index) => `guest${index}@example.test`);
  await app.app.get(Database).write(async (em) => {
    for (const [index, email] of emails.entries()) {
      await app.app.get(NewPeople).add(em, { name: `與會者 ${index}`, email, passwordHash, workspaceRole });
    }
  });
  return emails;
}

/** How often each status came. */
export function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Waits until a mail beyond those seen before has come to an address, and answers its text. */
export async function nextMail(app: TestApp, email: string, seen = 0): Promise<{ subject: string; text: string }> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const mail = app.mailer.to(email)[seen];
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`No mail came to ${email}`);
}

/** The token of the link in a text. */
export function tokenIn(text: string): string {
  const token = /\/reset-password\/([\w-]{43})/.exec(text)?.[1];
  if (!token) throw new Error(`There is no link in: ${text}`);
  return token;
}
