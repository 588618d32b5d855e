import { resolve } from 'node:path';
import { ConfigError, describeConfig, loadConfig } from './load-config';
import { maskUrl } from './mask';
import { s3Settings } from './s3-settings';

const problemsOf = (env: Record<string, string>) => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.env);
    throw error;
  }
  return [];
};

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      setupToken: null,
      trustProxy: null,
      logLevel: 'info',
      queuePrefix: 'convener',
    });
  });

  it('takes what is set', () => {
    const config = loadConfig({
      PORT: '8080',
      PUBLIC_URL: 'https://convener.example.org/',
      DATABASE_URL: 'postgres://me:secret@db/convener',
      TRUST_PROXY: 'loopback, 10.0.0.0/8,::1',
      MAIL_FROM: '會展工作台 <desk@example.org>',
    });
    expect(config).toMatchObject({ port: 8080, publicUrl: 'https://convener.example.org' });
    expect(config.databaseUrl).toBe('postgres://me:secret@db/convener');
  });

  it('takes a blank variable for a missing one', () => {
    expect(loadConfig({ REDIS_URL: ' ', PORT: '' })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  it('lets the public address follow the port', () => {
    expect(loadConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
    expect(loadConfig({ PORT: '80' }).publicUrl).toBe('http://localhost');
  });

  it.each([
    ['HOST', 'not a host'],
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PUBLIC_URL', 'example.org'],
    ['PUBLIC_URL', 'https://example.org/convener'],
    ['DATABASE_URL', 'mysql://db/convener'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['SETUP_TOKEN', 'two words'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'everybody'],
    ['LOG_LEVEL', 'loud'],
    ['QUEUE_PREFIX', 'a:b'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([name]);
  });

  it('names every wrong field at once, without telling secrets', () => {
    const env = { PORT: '-1', LOG_LEVEL: 'loud', SETUP_TOKEN: 'my secret', DATABASE_URL: 'pg://me:hunter2/x@db/c' };
    expect(problemsOf(env)).toEqual(['PORT', 'DATABASE_URL', 'SETUP_TOKEN', 'LOG_LEVEL']);
    expect(() => loadConfig(env)).toThrow('PORT must be at least 0, not "-1"');
    expect(() => loadConfig(env)).not.toThrow(/hunter2|my secret/);
  });
});

describe('a bucket for files', () => {
  const bucket = {
    FILES_S3_ENDPOINT: 'https://s3.example.org/',
    FILES_S3_BUCKET: 'convener',
    FILES_S3_ACCESS_KEY_ID: 'test:me',
    FILES_S3_SECRET_ACCESS_KEY: 'hunter2',
  };

  it('is none unless it is named, and needs four settings', () => {
    expect(s3Settings(loadConfig({}))).toBeNull();
    expect(s3Settings(loadConfig(bucket))).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'convener',
      region: 'us-east-1',
      accessKeyId: 'test:me',
      secretAccessKey: 'hunter2',
      prefix: null,
      addressing: 'path',
    });
  });

  it.each(Object.keys(bucket))('is refused without %s, and by any setting of it alone', (name) => {
    expect(problemsOf({ ...bucket, [name]: '' })).toEqual([name]);
    const others = Object.keys(bucket).filter((other) => other !== name);
    expect(problemsOf({ [name]: bucket[name as keyof typeof bucket] })).toEqual(others);
    expect(() => loadConfig({ FILES_S3_REGION: 'auto' })).toThrow(
      'FILES_S3_BUCKET is missing, while FILES_S3_REGION is set',
    );
  });

  it.each([
    ['FILES_S3_ENDPOINT', 's3.example.org'],
    ['FILES_S3_ENDPOINT', 'https://s3.example.org/convener'],
    ['FILES_S3_BUCKET', 'Convener'],
    ['FILES_S3_BUCKET', 'a/b'],
    ['FILES_S3_REGION', 'ap northeast'],
    ['FILES_S3_SECRET_ACCESS_KEY', 'two words'],
    ['FILES_S3_PREFIX', '/a'],
    ['FILES_S3_PREFIX', 'a/../b'],
    ['FILES_S3_PREFIX', '展'],
    ['FILES_S3_ADDRESSING', 'host'],
  ])('refuses %s=%s', (name, value) => expect(problemsOf({ ...bucket, [name]: value })).toEqual([name]));

  it('keeps its secret to itself', () => {
    expect(JSON.stringify(describeConfig(bucket))).not.toContain('hunter2');
    expect(() => loadConfig({ ...bucket, FILES_S3_SECRET_ACCESS_KEY: 'my hunter2' })).not.toThrow(/hunter2/);
  });
});

describe('describeConfig', () => {
  it('shows each setting with its default and one line of doc', () => {
    const rows = describeConfig({ PORT: '8080' });
    expect(rows.find(({ name }) => name === 'PORT')).toMatchObject({ value: '8080', default: '3000' });
    for (const row of rows) expect(row.doc).toMatch(/^[^\n]{10,}$/);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it('hides secrets and passwords', () => {
    const shown = JSON.stringify(
      describeConfig({
        SETUP_TOKEN: 'opensesame',
        SMTP_URL: 'smtp://me:hunter2@mail',
        REDIS_URL: 'redis://:hunter2@redis',
      }),
    );
    expect(shown).not.toMatch(/opensesame|hunter2/);
    expect(shown).toContain('smtp://me:••••••@mail');
  });
});

describe('maskUrl', () => {
  it.each([
    ['postgres://me:secret@db/x', 'postgres://me:••••••@db/x'],
    ['redis://:secret@r:6379', 'redis://:••••••@r:6379'],
    ['postgres://me:p@ss/w@db/x', 'postgres://me:••••••@db/x'],
    ['postgres:///x?host=/run&password=secret', 'postgres:///x?host=/run&password=••••••'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['Convener <a@b>', 'Convener <a@b>'],
  ])('%s → %s', (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
  });
});
