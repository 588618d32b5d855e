import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Policy, Public } from '@convener/access';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { IdPipe } from '../../apps/api/http/id.pipe';
import { encodeCursor, PageQuery } from '../../apps/api/http/paging';
import { IfGiven, IsCalendarDay, IsDayRecord, IsWebLink, IsZone, Text } from '../../apps/api/http/validators';
import { startTestApp, type TestApp } from '../support/app';

class ProbeTeam {
  @Text({ max: 5 })
  name!: string;
}

class Probe {
  @IfGiven()
  @IsCalendarDay()
  day?: string;

  @IfGiven()
  @IsZone()
  zone?: string;

  @IfGiven()
  @IsWebLink()
  link?: string;

  @IfGiven()
  @IsDayRecord()
  anchors?: Record<string, string>;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => ProbeTeam)
  teams?: ProbeTeam[];
}

@Controller('probe')
class ProbeController {
  @Post()
  @Public()
  take(@Body() body: Probe) {
    return body;
  }

  @Get('page')
  @Public()
  page(@Query() query: PageQuery) {
    return query;
  }

  @Get('broken')
  @Public()
  broken() {
    throw new Error('the password of the database is hunter2');
  }

  @Get('project')
  @Policy('project.read')
  project() {
    return { reached: true };
  }

  @Get('things/:id')
  @Public()
  thing(@Param('id', IdPipe) id: string) {
    return { id };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

@Controller('forgotten')
class ForgottenController {
  @Get()
  open() {
    return 'everybody reads this';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('the shell of the API', () => {
  let test: TestApp;
  let web: string;
  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'convener-web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Convener</title>');
    writeFileSync(join(web, 'assets/main-abc.js'), '/* the app */');
    writeFileSync(join(web, 'sw.js'), '/* the service worker */');
    writeFileSync(join(web, 'manifest.webmanifest'), '{}');
    test = await startTestApp({ imports: [ProbeModule], webRoot: web });
  });
  afterAll(async () => {
    await test.close();
    rmSync(web, { recursive: true });
  });

  const post = (body: unknown, headers?: Record<string, string>) => test.client().post('/api/probe', body, headers);
  const problem = (status: number, type: string) => ({ status, body: { type: `/problems/${type}`, status } });

  it('answers errors as problem documents in two languages', async () => {
    const answer = await test.client().get('/api/me');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toEqual({
      type: '/problems/signed-out',
      status: 401,
      title: '請先登入。',
      titleEn: 'Please sign in first.',
      requestId: answer.headers['x-request-id'],
    });
  });

  it('keeps the details of its own faults to itself', async () => {
    const answer = await test.client().get('/api/probe/broken');
    expect(answer).toMatchObject({ status: 500, body: { type: '/problems/internal', requestId: expect.any(String) } });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|stack|Error/);
  });

  it('points at every wrong field, nested ones too', async () => {
    const answer = await post({
      day: '2027-02-30',
      zone: 'Mars/Olympus',
      link: 'javascript:alert(1)',
      anchors: { 'move-in': '2027-2-3' },
      teams: [{ name: '議事組' }, { name: '名字太長的小組' }, {}],
      surprise: true,
    });
    expect(answer).toMatchObject(problem(400, 'validation'));
    expect(answer.body.fields).toEqual([
      { pointer: '/surprise', zh: '不認得這個欄位。', en: 'Unknown field.' },
      { pointer: '/day', zh: '不是月曆上的日期（YYYY-MM-DD）。', en: 'Not a day of the calendar (YYYY-MM-DD).' },
      { pointer: '/zone', zh: expect.any(String), en: expect.stringContaining('Asia/Taipei') },
      { pointer: '/link', zh: expect.any(String), en: expect.stringContaining('http') },
      { pointer: '/anchors', zh: expect.any(String), en: expect.any(String) },
      { pointer: '/teams/1/name', zh: '最多 5 個字。', en: 'Must have at most 5 characters.' },
      { pointer: '/teams/2/name', zh: '請填寫。', en: 'Required.' },
    ]);
  });

  it('trims text and refuses control characters', async () => {
    expect((await post({ teams: [{ name: '  組 ' }] })).body).toEqual({ teams: [{ name: '組' }] });
    for (const name of ['a\nb', 'a\u0007', '   ', 5, null]) {
      expect(await post({ teams: [{ name }] })).toMatchObject({
        status: 400,
        body: { fields: [{ pointer: '/teams/0/name' }] },
      });
    }
  });

  it.each([
    ['broken JSON', '{"day":', 400, 'malformed-json'],
    ['a poisoned prototype', '{"__proto__":{"isAdmin":true}}', 400, 'malformed-json'],
    ['a poisoned constructor', '{"constructor":{"prototype":{"a":1}}}', 400, 'malformed-json'],
    ['a list', '[]', 400, 'validation'],
    ['a word', '"x"', 400, 'validation'],
    ['null', 'null', 400, 'validation'],
    ['a NUL character', '{"day":"a\\u0000"}', 400, 'validation'],
    ['a NUL character in a name', '{"a\\u0000":1}', 400, 'validation'],
    ['a hundred thousand levels', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'validation'],
    ['deep members', `{"teams":${'['.repeat(50)}${']'.repeat(50)}}`, 400, 'validation'],
    ['an object for a list', '{"teams":{"length":2}}', 400, 'validation'],
    ['a word for an object', '{"teams":["x"]}', 400, 'validation'],
    ['null for a list', '{"teams":null}', 400, 'validation'],
    ['too large a body', `{"day":"${'x'.repeat(1_100_000)}"}`, 413, 'body-too-large'],
  ])('refuses %s', async (_, body, status, type) => {
    expect(await post(body)).toMatchObject(problem(status, type));
  });

  it('takes an empty body for an empty object', async () => {
    expect((await post('')).status).toBe(201);
    expect((await test.client().send('POST', '/api/probe')).status).toBe(201);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html'])(
    'refuses %s',
    async (type) => {
      expect(await post('{}', { 'content-type': type })).toMatchObject(problem(415, 'unsupported-media-type'));
    },
  );

  it.each([
    ['/api/nothing', 404, 'not-found'],
    ['/api/probe', 404, 'not-found'],
    ['/api/probe/things/1', 404, 'not-found'],
    ["/api/probe/things/'%20OR%201=1", 404, 'not-found'],
    ['/api/probe/things/%00', 400, 'validation'],
    ['/api/%zz', 400, 'bad-request'],
    [`/api/probe/things/${'x'.repeat(120)}`, 404, 'not-found'],
    ['/api/probe/page?limit=0', 400, 'validation'],
    ['/api/probe/page?limit=201', 400, 'validation'],
    ['/api/probe/page?limit=many', 400, 'validation'],
    ['/api/probe/page?cursor=a&cursor=b', 400, 'validation'],
    ['/api/probe/page?surprise=1', 400, 'validation'],
  ])('answers GET %s with a problem', async (path, status, type) => {
    expect(await test.client().get(path)).toMatchObject(problem(status, type));
  });

  it('refuses a forged cursor', async () => {
    const { client } = await test.setUpAdmin();
    for (const cursor of ['x', encodeCursor([1]), encodeCursor(['a', 'b']), Buffer.from('{}').toString('base64url')]) {
      expect(await client.get(`/api/outbox?cursor=${cursor}`)).toMatchObject(problem(400, 'bad-cursor'));
    }
    expect((await client.get('/api/outbox?limit=5')).body).toEqual({ items: [], next: null });
  });

  it('refuses changes that another site asks for', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' },
    ];
    for (const headers of foreign) expect(await post({}, headers)).toMatchObject(problem(403, 'foreign-origin'));
    const own: Record<string, string>[] = [
      { origin: 'http://localhost:3000' },
      { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' },
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of own) expect((await post({}, headers)).status).toBe(201);
  });

  it('lets nobody in who is not signed in', async () => {
    for (const path of ['/api/me', '/api/people', '/api/outbox', '/api/probe/project']) {
      expect((await test.client().get(path)).status).toBe(401);
    }
    expect((await test.client({ cookie: 'convener=forged' }).get('/api/me')).status).toBe(401);
  });

  it('refuses to start with a route that declares no policy', async () => {
    await expect(startTestApp({ imports: [ForgottenModule] })).rejects.toThrow(/ForgottenController\.open/);
  });

  it('sends headers that keep scripts and frames of others out', async () => {
    const { headers } = await test.client().get('/api/health');
    expect(headers['content-security-policy']).toMatch(/default-src 'self'/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(
      /unsafe-eval|upgrade-insecure-requests|script-src[^;]*unsafe/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('serves the web app at its own addresses and never for the API', async () => {
    for (const path of ['/', '/projects/123', '/setup?token=x']) {
      const page = await test.client().get<string>(path);
      expect(page.status).toBe(200);
      expect(page.body).toMatch(/<title>Convener/);
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    const script = await test.client().get('/assets/main-abc.js');
    expect(script.headers['cache-control']).toMatch(/immutable/);
    for (const path of ['/assets/gone.js', '/api', '/api/gone', '/..%2f..%2fetc/passwd.txt', '/%2e%2e/package.json']) {
      expect((await test.client().get(path)).status).toBe(404);
    }
  });

  it('lets itself be installed: browsers ask anew for the service worker, so that no old version stays', async () => {
    const worker = (await test.client().get('/sw.js')).headers;
    expect(worker).toMatchObject({ 'cache-control': 'no-cache', 'content-type': expect.stringMatching(/javascript/) });
    const manifest = (await test.client().get('/manifest.webmanifest')).headers;
    expect(manifest['content-type']).toMatch(/^application\/manifest\+json/);
  });

  it('describes itself', async () => {
    const { body } = await test.client().get<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json');
    expect(body.openapi).toMatch(/^3\./);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/setup', '/api/session', '/api/me', '/api/ready']),
    );
    const page = await test.client().get<string>('/api/docs');
    expect(page.body).toMatch(/swagger-ui-bundle\.js/);
    expect(page.body).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/);
    for (const asset of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js']) {
      expect((await test.client().get(`/api/docs/${asset}`)).status).toBe(200);
    }
  });

  it('says whether it is alive and ready', async () => {
    expect((await test.client().get('/api/health')).body).toEqual({ status: 'ok' });
    expect((await test.client().get('/api/ready')).body).toEqual({
      status: 'ready',
      ...(process.env.TEST_ON === 'scale'
        ? { database: 'postgres', queue: 'redis' }
        : { database: 'sqlite', queue: 'in-process' }),
      files: 'disk',
    });
  });
});
