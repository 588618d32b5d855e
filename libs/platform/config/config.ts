import { IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { Env } from './config-field';
import { IsMailFrom, IsNetworkList, IsOrigin, IsUrlOf } from './validators';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything that an operator may set, read once at boot by `loadConfig` and injected where needed. */
export class Config {
  @Env('HOST', { type: 'text', default: '127.0.0.1', doc: 'Address to listen on; 0.0.0.0 for all interfaces.' })
  @Matches(/^[\w.:-]+$/, { message: 'must be a host name or an IP address' })
  host!: string;

  @Env('PORT', { type: 'number', default: 3000, doc: 'TCP port to listen on; 0 lets the system choose.' })
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be at least 0' })
  @Max(65_535, { message: 'must be at most 65535' })
  port!: number;

  @Env('PUBLIC_URL', {
    type: 'url',
    default: null,
    defaultText: 'http://localhost:<PORT>',
    doc: 'Address that people open, used in links and to decide on secure cookies.',
  })
  @IsOrigin()
  publicUrl!: string;

  @Env('DATA_DIR', {
    type: 'path',
    default: 'data',
    doc: 'Folder of the SQLite file, the uploaded files and whatever else is kept on disk.',
  })
  @IsNotEmpty({ message: 'must name a folder' })
  dataDir!: string;

  @Env('FILE_MAX_MB', { type: 'number', default: 25, doc: 'The largest file, in megabytes, that can be uploaded.' })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(200, { message: 'must be at most 200' })
  fileMaxMb!: number;

  @Env('PROJECT_FILES_MB', {
    type: 'number',
    default: 2000,
    doc: 'Space, in megabytes, that the files of one project may take.',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(1_000_000, { message: 'must be at most 1000000' })
  projectFilesMb!: number;

  @Env('PERSONAL_DATA_DAYS', {
    type: 'number',
    default: 180,
    doc: 'So many days after the closing of a project the personal cells of its lists are erased.',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(3650, { message: 'must be at most 3650' })
  personalDataDays!: number;

  @Env('FILES_S3_ENDPOINT', {
    type: 'url',
    default: null,
    defaultText: 'none: files are kept below <DATA_DIR>',
    doc: 'Address of an S3-compatible service that keeps the uploaded files, such as https://s3.us-east-1.amazonaws.com.',
  })
  @IsOptional()
  @IsOrigin()
  filesS3Endpoint!: string | null;

  @Env('FILES_S3_BUCKET', {
    type: 'text',
    default: null,
    defaultText: 'none',
    doc: 'Bucket of the uploaded files; it must be there and be readable by nobody else.',
  })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
    message: 'must be a bucket: 3 to 63 small letters, digits, dots or dashes',
  })
  filesS3Bucket!: string | null;

  @Env('FILES_S3_REGION', {
    type: 'text',
    default: null,
    defaultText: 'us-east-1',
    doc: 'Region that the service expects in signatures.',
  })
  @IsOptional()
  @Matches(/^[\w-]{1,60}$/, { message: 'must be a region such as ap-northeast-1' })
  filesS3Region!: string | null;

  @Env('FILES_S3_ACCESS_KEY_ID', {
    type: 'text',
    default: null,
    defaultText: 'none',
    doc: 'Key that may list, read, write and delete the objects of the bucket.',
  })
  @IsOptional()
  @Matches(/^[!-~]{1,128}$/, { message: 'must be 1 to 128 visible ASCII characters without spaces' })
  filesS3AccessKeyId!: string | null;

  @Env('FILES_S3_SECRET_ACCESS_KEY', {
    type: 'text',
    default: null,
    defaultText: 'none',
    doc: 'Secret of that key.',
    secret: true,
  })
  @IsOptional()
  @Matches(/^[!-~]{1,200}$/, { message: 'must be 1 to 200 visible ASCII characters without spaces' })
  filesS3SecretAccessKey!: string | null;

  @Env('FILES_S3_PREFIX', {
    type: 'text',
    default: null,
    defaultText: 'none',
    doc: 'Folder inside the bucket, so that installations can share it.',
  })
  @IsOptional()
  @Matches(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, {
    message: 'must be letters, digits, dots, dashes or underscores, with slashes only between them',
  })
  @MaxLength(200, { message: 'must have at most 200 characters' })
  filesS3Prefix!: string | null;

  @Env('FILES_S3_ADDRESSING', {
    type: 'text',
    default: null,
    defaultText: 'path',
    doc: 'Where the bucket stands in addresses: path (host/bucket) or virtual (bucket.host).',
  })
  @IsOptional()
  @IsIn(['path', 'virtual'], { message: 'must be path or virtual' })
  filesS3Addressing!: 'path' | 'virtual' | null;

  @Env('DATABASE_URL', {
    type: 'url',
    default: null,
    defaultText: 'SQLite: <DATA_DIR>/convener.sqlite',
    doc: 'PostgreSQL database, postgres://user:password@host/name.',
  })
  @IsOptional()
  @IsUrlOf('postgres', 'postgresql')
  databaseUrl!: string | null;

  @Env('REDIS_URL', {
    type: 'url',
    default: null,
    defaultText: 'none: jobs run inside the API process',
    doc: 'Redis for BullMQ; jobs then run in the worker process.',
  })
  @IsOptional()
  @IsUrlOf('redis', 'rediss')
  redisUrl!: string | null;

  @Env('QUEUE_PREFIX', {
    type: 'text',
    default: 'convener',
    doc: 'Prefix of every Redis key, so that installations can share a Redis.',
  })
  @Matches(/^[\w.-]{1,40}$/, { message: 'must be 1 to 40 letters, digits, dots, dashes or underscores' })
  queuePrefix!: string;

  @Env('SMTP_URL', {
    type: 'url',
    default: null,
    defaultText: 'none: mail goes to the outbox',
    doc: 'Mail server, smtp://user:password@host:587 or smtps://…',
  })
  @IsOptional()
  @IsUrlOf('smtp', 'smtps')
  smtpUrl!: string | null;

  @Env('MAIL_FROM', { type: 'text', default: 'Convener <convener@localhost>', doc: 'Sender of every mail.' })
  @IsMailFrom()
  mailFrom!: string;

  @Env('SETUP_TOKEN', {
    type: 'text',
    default: null,
    defaultText: 'random, printed at the first start',
    doc: 'Token of the one-time set-up link.',
    secret: true,
  })
  @IsOptional()
  @Matches(/^\S{1,200}$/, { message: 'must be 1 to 200 characters without spaces' })
  setupToken!: string | null;

  @Env('METRICS_TOKEN', {
    type: 'text',
    default: null,
    defaultText: 'none: /metrics answers 404',
    doc: 'Bearer token with which a Prometheus may read /metrics.',
    secret: true,
  })
  @IsOptional()
  @Matches(/^[!-~]{16,200}$/, { message: 'must be 16 to 200 visible ASCII characters without spaces' })
  metricsToken!: string | null;

  @Env('TRUST_PROXY', {
    type: 'text',
    default: null,
    defaultText: 'none',
    doc: 'Proxies whose X-Forwarded-For is believed: addresses or CIDR ranges, comma-separated.',
  })
  @IsOptional()
  @IsNetworkList()
  trustProxy!: string | null;

  @Env('LOG_LEVEL', { type: 'text', default: 'info', doc: `Least level that is logged: ${LOG_LEVELS.join(', ')}.` })
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel!: (typeof LOG_LEVELS)[number];
}
