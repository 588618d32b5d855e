import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { SweepService } from '@convener/delivery';
import { newId } from '@convener/kernel';
import { Database, OutgoingMail } from '@convener/platform';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD, type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aStart } from '../support/builders';
import type { Client } from '../support/client';
import { CANARY } from './corpus';
import { DESK, freePort, launch } from './world';

const WEB = join(__dirname, '../../dist/web');

/** The application with its built pages behind a real port, and a browser in front of it. */
export class Fortress {
  private constructor(
    readonly app: TestApp,
    readonly address: string,
    readonly admin: SignedInClient,
    readonly browser: Browser,
  ) {}

  static async open(adminName: string): Promise<Fortress> {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const app = await startTestApp({ env: { PUBLIC_URL: address }, webRoot: WEB });
    await app.app.listen(port, '127.0.0.1');
    const client = app.client();
    const email = 'admin@example.test';
    const given = { token: await app.setupToken(), name: adminName, email, password: PASSWORD };
    const { id } = ok(await client.post<{ id: string }>('/api/setup', given)).body;
    return new Fortress(app, address, { client, id, email }, await launch());
  }

  /** A browser in which the admin is signed in. `bypassCSP`: without the second wall, so that the first is seen. */
  async signedIn(locale: 'zh-TW' | 'en', bypassCSP = false): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: DESK, locale, bypassCSP, timezoneId: 'Asia/Taipei' });
    context.setDefaultTimeout(15_000);
    const client = await this.app.signIn(this.admin.email, PASSWORD);
    const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: this.address }));
    // Cookies know no ports, so that another port of the same machine is the attacker's best place.
    await context.addCookies(cookies);
    return context;
  }

  /** A morning after everything was due. */
  async remind(at: string): Promise<void> {
    this.app.clock.set(at);
    await this.app.app.get(SweepService).sweep();
    for (let tries = 0; this.app.mailer.sent.length === 0 && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    // Where no mail server is configured, mails stay in the outbox, where an admin reads them.
    await this.app.app.get(Database).write(async (em) => {
      for (const { key, to, subject, text, html } of this.app.mailer.sent) {
        const createdAt = this.app.clock.now();
        await em.insert(OutgoingMail, { id: newId(), messageKey: key, recipient: to, subject, text, html, createdAt });
      }
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }
}

/** Another site: serves the pages that it is given. */
export class OtherSite {
  private constructor(
    private readonly server: Server,
    readonly port: number,
    readonly pages: Map<string, string>,
  ) {}

  static async open(): Promise<OtherSite> {
    const pages = new Map<string, string>();
    const server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pages.get(request.url ?? '') ?? '<!doctype html><title>other</title>');
    });
    const port = await freePort();
    server.listen(port);
    await once(server, 'listening');
    return new OtherSite(server, port, pages);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Counts every sign that a text has run: its variable, its request, a dialog, an error that only markup can cause. */
export async function watched(context: BrowserContext): Promise<{ page: Page; signs: string[] }> {
  const signs: string[] = [];
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    signs.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { host, pathname } = new URL(request.url());
    if (pathname.startsWith(CANARY) || host === 'evil.test') signs.push(`request ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (!/^(https?:\/\/127\.0\.0\.1|about:blank)/.test(frame.url())) signs.push(`navigated to ${frame.url()}`);
  });
  return { page, signs };
}

export async function aProject(client: Client, name: string): Promise<string> {
  const body = aStart({ template: 'venue-search', name, client: name, venue: name });
  return ok(await client.post<{ id: string }>('/api/projects', body)).body.id;
}

/** Everything that a page of another site can try without being asked. */
export function attack(target: string, address: string): string {
  return `<!doctype html><meta charset="utf-8">
<iframe name="hole" hidden></iframe>
<form id="text" target="hole" method="post" enctype="text/plain" action="${target}/close"><input name='{"waiveRest":"x","x":"' value='"}'></form>
<form id="url" target="hole" method="post" action="${target}/close"><input name="waiveRest" value="x"></form>
<form id="out" target="hole" method="post" action="${address}/api/me/inbox/read-all"></form>
<script>
(async () => {
  const quiet = (promise) => promise.catch(() => undefined);
  for (const id of ['text', 'url', 'out']) {
    document.getElementById(id).submit();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  const ask = (path, options) => quiet(fetch(path, { credentials: 'include', ...options }));
  await ask('${target}/close', { method: 'POST', mode: 'no-cors', body: '{"waiveRest":"x"}' });
  await ask('${target}/close', { method: 'POST', mode: 'cors', headers: { 'content-type': 'application/json', 'x-requested-with': 'convener' }, body: '{"waiveRest":"x"}' });
  await ask('${target}', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"name":"hacked"}' });
  await ask('${address}/api/session', { method: 'DELETE' });
  navigator.sendBeacon('${target}/close', new Blob(['{"waiveRest":"x"}'], { type: 'text/plain' }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  window.attacked = true;
})();
</script>`;
}
