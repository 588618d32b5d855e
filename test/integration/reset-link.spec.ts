import type { Config } from '@convener/platform';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { cli } from '../support/cli';
import { databaseKinds } from '../support/database';

const NEXT = 'quite another passphrase';

describe.each(databaseKinds())('npm run reset-link on $name', (database) => {
  let app: TestApp;
  let config: Config;

  beforeAll(async () => {
    const create = async (env?: Record<string, string>) => {
      const own = await database.create(env);
      config = own.config;
      return own;
    };
    app = await startTestApp({ database: { ...database, create } });
    // The command goes by the wall clock.
    app.clock.set(Date.now());
  });
  afterAll(() => app.close());

  it('lets a sole admin back in, once, and leaves a trace', async () => {
    const { email } = await app.setUpAdmin();
    const { code, output } = await cli('reset-link', config, ` ${email.toUpperCase()}`);
    expect([code, output]).toEqual([0, expect.stringContaining('/reset-password/')]);
    const token = /reset-password\/([\w-]+)/.exec(output)![1];
    app.clock.set(Date.now());
    const browser = app.client();
    ok(await browser.post(`/api/password-reset/${token}`, { password: NEXT }));
    expect((await app.client().post(`/api/password-reset/${token}`, { password: NEXT })).status).toBe(410);
    expect((await app.client().post('/api/session', { email, password: PASSWORD })).status).toBe(401);
    const { passwordEvents } = ok(await browser.get<{ passwordEvents: { kind: string }[] }>('/api/me/sessions')).body;
    expect(passwordEvents.map(({ kind }) => kind)).toEqual(['reset', 'admin-link']);
  });

  it('makes none for an address that nobody has, or without one', async () => {
    expect(await cli('reset-link', config, 'nobody@example.test')).toMatchObject({ code: 1 });
    expect(await cli('reset-link', config)).toMatchObject({
      code: 1,
      output: expect.stringContaining('npm run reset-link') as string,
    });
  });
});
