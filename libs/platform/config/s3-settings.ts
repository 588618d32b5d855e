import type { Config } from './config';

/** Where a bucket is, and who we are there. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Stands with a slash before every name; null for none. */
  prefix: string | null;
  /** Whether the bucket stands in the path or before the host's name. */
  addressing: 'path' | 'virtual';
}

const NEEDED = {
  FILES_S3_ENDPOINT: 'filesS3Endpoint',
  FILES_S3_BUCKET: 'filesS3Bucket',
  FILES_S3_ACCESS_KEY_ID: 'filesS3AccessKeyId',
  FILES_S3_SECRET_ACCESS_KEY: 'filesS3SecretAccessKey',
} as const satisfies Record<string, keyof Config>;
const FURTHER = {
  FILES_S3_REGION: 'filesS3Region',
  FILES_S3_PREFIX: 'filesS3Prefix',
  FILES_S3_ADDRESSING: 'filesS3Addressing',
} as const satisfies Record<string, keyof Config>;

/** What is missing where some of these settings are given: half of them would leave files on the disk without a word. */
export function missingS3Settings(config: Config): { env: string; message: string }[] {
  const given = Object.entries({ ...NEEDED, ...FURTHER }).find(([, field]) => config[field] !== null);
  if (!given) return [];
  return Object.entries(NEEDED)
    .filter(([, field]) => config[field] === null)
    .map(([env]) => ({ env, message: `is missing, while ${given[0]} is set` }));
}

/** Null where files are kept on the disk. */
export function s3Settings(config: Config): S3Settings | null {
  const { filesS3Endpoint, filesS3Bucket, filesS3AccessKeyId, filesS3SecretAccessKey } = config;
  if (!filesS3Endpoint || !filesS3Bucket || !filesS3AccessKeyId || !filesS3SecretAccessKey) return null;
  return {
    endpoint: filesS3Endpoint,
    bucket: filesS3Bucket,
    accessKeyId: filesS3AccessKeyId,
    secretAccessKey: filesS3SecretAccessKey,
    region: config.filesS3Region ?? 'us-east-1',
    prefix: config.filesS3Prefix,
    addressing: config.filesS3Addressing ?? 'path',
  };
}
