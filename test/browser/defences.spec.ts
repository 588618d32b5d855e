import type { BrowserContext, Page } from 'playwright-core';
import { ANY_VERSION, ok } from '../support/client';
import { readDocument } from '../support/openapi';
import { BAD_LINKS, CANARY, CORPUS } from './corpus';
import { aProject, attack, Fortress, OtherSite, watched } from './defences.world';
import { Storyteller, type Written } from './stored-texts';
import { textFieldsOf } from './text-fields';

const RAN = 'typeof window.__xss !== "undefined"';
/** Links that lead anywhere but to a page of the web. */
const ODD_LINKS = `[...document.links].map(({ href }) => href).filter((href) => !/^https?:/.test(href))`;

describe('the defences of the browser', () => {
  let fortress: Fortress;
  let other: OtherSite;
  let project: string;
  beforeAll(async () => {
    fortress = await Fortress.open(CORPUS[0]!);
    other = await OtherSite.open();
    project = await aProject(fortress.admin.client, '主專案');
  });
  afterAll(async () => {
    other?.close();
    await fortress?.close();
  });

  const name = async () =>
    ok(await fortress.admin.client.get<{ name: string; status: string }>(`/api/projects/${project}`)).body;

  it('stand in the headers of pages, assets, answers and refusals', async () => {
    const context = await fortress.signedIn('zh-TW');
    const page = await context.newPage();
    const paths: string[] = [];
    page.on('response', (response) => paths.push(new URL(response.url()).pathname));
    await page.goto(`${fortress.address}/projects`);
    await page.locator('main h1').first().waitFor();
    const refusals = { 'POST /api/projects': 403, 'GET /api/no-such-thing': 404, 'GET /api/projects?x=1': 400 };
    const assets = paths.filter((path) => /^\/assets\/.*\.(js|css)$/.test(path));
    expect(assets.length).toBeGreaterThan(1);
    const pages = ['/', '/projects', '/api/docs', '/api/me', ...assets].map((path) => `GET ${path}`);
    for (const asked of [...pages, ...Object.keys(refusals)]) {
      const [method, path] = asked.split(' ') as [string, string];
      const answer = await context.request.fetch(fortress.address + path, { method });
      const { 'content-security-policy': policy, ...headers } = answer.headers();
      expect([asked, answer.status(), policy]).toEqual([
        asked,
        (refusals as Record<string, number>)[asked] ?? 200,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toMatch(/object-src 'none'/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
    }
    await context.close();
  });

  it('let no script run that was put into a page', async () => {
    const page = await (await fortress.signedIn('zh-TW')).newPage();
    await page.goto(`${fortress.address}/projects`);
    await page.locator('main h1').first().waitFor();
    const refused = await page.evaluate<string[]>(`new Promise((resolve) => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const put = (html) => document.body.append(document.createRange().createContextualFragment(html));
      put('<script>window.__xss = 1</script>');
      put('<img src="/no-such.png" onerror="window.__xss = 1">');
      put('<a id="bad" href="javascript:window.__xss=1">x</a>');
      put('<script src="http://localhost:${other.port}/evil.js"></script>');
      put('<iframe src="http://localhost:${other.port}/"></iframe>');
      put('<object data="http://localhost:${other.port}/"></object>');
      document.getElementById('bad').click();
      setTimeout(() => resolve([...new Set(seen)].sort()), 1500);
    })`);
    expect(refused).toEqual(['frame-src', 'object-src', 'script-src-attr', 'script-src-elem']);
    expect(await page.evaluate(RAN)).toBe(false);
    await page.context().close();
  });

  it('let no other site put the application into a frame', async () => {
    const context = await fortress.signedIn('zh-TW');
    const page = await context.newPage();
    other.pages.set(
      '/frame',
      `<!doctype html><iframe src="${fortress.address}/projects"></iframe><iframe src="/own"></iframe>`,
    );
    other.pages.set('/own', '<!doctype html><h1>own</h1>');
    for (const host of ['127.0.0.1', 'localhost']) {
      await page.goto(`http://${host}:${other.port}/frame`);
      const texts = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) =>
            frame
              .locator('body')
              .innerText()
              .catch(() => 'unreadable'),
          ),
      );
      // The second frame shows that frames do load here.
      expect(texts[1]).toBe('own');
      expect(page.frames()[1]!.url()).toMatch(/^chrome-error:/);
    }
    await context.close();
  });

  it('let no other site change anything with the sign-in of whoever visits it', async () => {
    const context = await fortress.signedIn('zh-TW');
    const before = await fortress.admin.client.get(`/api/projects/${project}/activity`);
    const target = `${fortress.address}/api/projects/${project}`;
    other.pages.set('/attack', attack(target, fortress.address));
    for (const host of ['127.0.0.1', 'localhost']) {
      const page = await context.newPage();
      const answers: string[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(fortress.address))
          answers.push(`${response.request().method()} ${response.status()}`);
      });
      await page.goto(`http://${host}:${other.port}/attack`);
      await page.waitForFunction('window.attacked === true');
      await page.waitForTimeout(300);
      // What arrived was refused; what would need a preflight never left.
      expect(answers.filter((answer) => /^POST/.test(answer)).length).toBeGreaterThan(2);
      expect(answers.filter((answer) => !/^(POST 403|OPTIONS 40\d)$/.test(answer))).toEqual([]);
      await page.close();
    }
    expect(await name()).toMatchObject({ name: '主專案', status: 'running' });
    expect((await fortress.admin.client.get(`/api/projects/${project}/activity`)).body).toEqual(before.body);
    const page = await context.newPage();
    await page.goto(`${fortress.address}/my-work`);
    await page.locator('main h1').first().waitFor();
    const tell = (headers: object) =>
      page.evaluate<number>(
        `fetch('/api/me/inbox/read-all', { method: 'POST', headers: ${JSON.stringify(headers)} }).then((r) => r.status)`,
      );
    // Still signed in, and our own pages must send the header as well.
    expect(await tell({})).toBe(403);
    expect(await tell({ 'X-Requested-With': 'convener' })).toBe(204);
    await context.close();
  });

  describe('and texts that people write', () => {
    let written: Written[];
    let teller: Storyteller;
    beforeAll(async () => {
      teller = new Storyteller(fortress.admin, () => fortress.app.client(), project);
      teller.fields.add('POST /api/setup /name');
      written = [];
      for (const text of CORPUS) written.push(await teller.tell(text));
      await fortress.remind('2026-11-28T09:00:00+08:00');
      fortress.admin.client = await fortress.app.signIn(fortress.admin.email);
    }, 300_000);

    it('went through every text field that the API takes', () => {
      process.stdout.write(`stored texts: ${CORPUS.length} through ${teller.fields.size} fields\n`);
      expect([...teller.fields].sort()).toEqual(textFieldsOf(readDocument()));
      expect(CORPUS.length).toBeGreaterThanOrEqual(25);
    });

    it('are no links but to the web', async () => {
      expect(await teller.badLinks(written[0]!.item)).toEqual(BAD_LINKS.map(() => 400));
    });

    const screens = (): [string, readonly string[]][] => [
      ['/projects', CORPUS],
      ['/people', CORPUS],
      ['/my-work', CORPUS],
      ['/inbox', CORPUS],
      ['/outbox', CORPUS],
      [`/projects/${project}`, CORPUS],
      [`/projects/${project}/people`, CORPUS],
      [`/projects/${project}/overview`, CORPUS],
      [`/projects/${project}/activity`, CORPUS.slice(-1)],
      [`/projects/${project}/settings`, []],
      ['/account', []],
      ['/projects/new', []],
    ];
    const pagesOf = ({ text, item, project: own, invitation }: Written): [string, readonly string[]][] => [
      [`/projects/${project}/items/${item}`, [text]],
      [`/projects/${own}`, [text]],
      [`/projects/${own}/settings`, []],
      [`/projects/${own}/activity`, [text]],
      [`/invitation/${invitation}`, [text]],
    ];

    it.each([
      // Each text on pages of its own in the first language, the shared ones in both.
      ['zh-TW', 1],
      ['en', 5],
    ] as const)(
      'are shown as they were written and never run, in %s',
      async (locale, every) => {
        ok(await fortress.admin.client.patch('/api/me', { locale }, ANY_VERSION));
        // Without the policy, which would hide a text that gets into the page as markup.
        const context = await fortress.signedIn(locale, true);
        const { page, signs } = await watched(context);
        const own = written.filter((_one, index) => index % every === 0).flatMap(pagesOf);
        const faults: string[] = [];
        for (const [path, texts] of [...screens(), ...own]) faults.push(...(await look(page, path, texts)));
        expect(faults).toEqual([]);
        expect(signs).toEqual([]);
        await context.close();
      },
      600_000,
    );

    it('break no mail', async () => {
      const context = await fortress.browser.newContext();
      const { page, signs } = await watched(context);
      const mails = fortress.app.mailer.sent;
      expect(mails.length).toBeGreaterThan(CORPUS.length);
      for (const { html } of mails) {
        await page.setContent(html);
        expect(await page.evaluate(RAN)).toBe(false);
        expect(await page.evaluate(ODD_LINKS)).toEqual([]);
        // The one style in the head is ours, for readers who like it dark.
        expect(await page.locator('script, img, iframe, body style, form, svg').count()).toBe(0);
      }
      const mine = mails.find(({ to }) => to === fortress.admin.email)!;
      await page.setContent(mine.html);
      const shown = plain(await page.locator('body').innerText());
      expect(CORPUS.filter((text) => !shown.includes(plain(text)))).toEqual([]);
      expect(signs).toEqual([]);
      await context.close();
    });

    it('do not run where an answer of the API is opened as a page', async () => {
      const context = await fortress.signedIn('zh-TW', true);
      const { page, signs } = await watched(context);
      for (const path of [
        `/api/projects/${project}`,
        '/api/people',
        `/api/no-such?${encodeURIComponent(CORPUS[1]!)}`,
      ]) {
        await page.goto(fortress.address + path);
        expect(await page.evaluate(RAN)).toBe(false);
      }
      expect(signs).toEqual([]);
      await context.close();
    });

    it('would be noticed if they ran', async () => {
      const context: BrowserContext = await fortress.signedIn('zh-TW', true);
      const { page, signs } = await watched(context);
      await page.goto(`${fortress.address}/projects`);
      await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(CORPUS[1])})`);
      await page.waitForFunction(RAN);
      await page.waitForTimeout(200);
      expect(signs.some((sign) => sign.includes(CANARY))).toBe(true);
      await context.close();
    });

    /** What is wrong with a screen: a text that ran, that is not there as it was written, or a link that is none. */
    async function look(page: Page, path: string, texts: readonly string[]): Promise<string[]> {
      await page.goto(fortress.address + path);
      await page.locator('h1').first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      if (path.startsWith('/invitation/')) await page.locator('.door-place').waitFor();
      if (path === '/outbox') await allMails(page);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
      // Long lists draw what is out of sight for paper only.
      await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
      const shown = plain(await page.locator('body').innerText());
      const faults = texts
        .filter((text) => !shown.includes(plain(text)))
        .map((text) => `${path} does not show ${text}`);
      if (await page.evaluate(RAN)) faults.push(`${path} ran a text`);
      for (const link of await page.evaluate<string[]>(ODD_LINKS)) faults.push(`${path} links to ${link}`);
      return faults;
    }
  });
});

/** The outbox shows the newest first, a page at a time. */
async function allMails(page: Page): Promise<void> {
  const more = page.locator('.more-button button');
  const mails = page.locator('.mails > li');
  while ((await more.count()) > 0) {
    const shown = await mails.count();
    await more.click();
    await mails.nth(shown).waitFor({ state: 'attached' });
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
