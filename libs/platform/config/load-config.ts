import { resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { Config } from './config';
import { CONFIG_FIELDS, type ConfigField } from './config-field';
import { MASKED, maskUrl } from './mask';
import { missingS3Settings } from './s3-settings';

export type Environment = Record<string, string | undefined>;

/** The settings don't hold: names every wrong one, so that an operator mends them in one go. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly { env: string; message: string }[]) {
    super(`Wrong settings:\n${problems.map(({ env, message }) => `  ${env} ${message}`).join('\n')}`);
  }
}

/** Reads and checks all settings. A blank variable counts as missing. Throws ConfigError naming every wrong one. */
export function loadConfig(env: Environment): Config {
  const { config, problems } = read(env);
  if (problems.length > 0) throw new ConfigError(problems);
  config.publicUrl = new URL(config.publicUrl).origin;
  return config;
}

/** One line of `npm run config`. */
export interface ConfigRow {
  name: string;
  value: string;
  default: string;
  doc: string;
}

/** All settings for people to read, secrets masked; also of an environment that `loadConfig` refuses. */
export function describeConfig(env: Environment): ConfigRow[] {
  const { config } = read(env);
  return CONFIG_FIELDS.map((field) => ({
    name: field.env,
    value: show(field, valueIn(config, field)),
    default: field.defaultText ?? String(field.default),
    doc: field.doc,
  }));
}

function read(env: Environment): { config: Config; problems: { env: string; message: string }[] } {
  const values = Object.fromEntries(CONFIG_FIELDS.map((field) => [field.field, valueOf(field, env)]));
  const config = Object.assign(new Config(), values);
  const ownAddress = `http://localhost:${config.port}`;
  // A wrong port is complained about once, under its own name.
  config.publicUrl ??= URL.canParse(ownAddress) ? ownAddress : 'http://localhost';
  const wrong = new Map(validateSync(config).map((error) => [error.property, error.constraints ?? {}]));
  const problems = CONFIG_FIELDS.filter(({ field }) => wrong.has(field)).map((field) => ({
    env: field.env,
    message: `${messageOf(wrong.get(field.field) ?? {})}, not "${show(field, valueIn(config, field))}"`,
  }));
  return { config, problems: [...problems, ...missingS3Settings(config)] };
}

function valueOf(field: ConfigField, env: Environment): string | number | null {
  const text = env[field.env]?.trim();
  const raw = text === undefined || text === '' ? field.default : text;
  if (raw === null) return null;
  if (field.type === 'number') return /^-?\d+(\.\d+)?$/.test(String(raw)) ? Number(raw) : String(raw);
  if (field.type === 'path') return resolve(String(raw));
  return field.type === 'url' ? String(raw).replace(/\/+$/, '') : raw;
}

function valueIn(config: Config, { field }: ConfigField): string | number | null {
  return config[field as keyof Config];
}

/** The first rule that failed says enough: the others follow from it. */
function messageOf(constraints: Record<string, string>): string {
  return Object.values(constraints).at(-1) ?? 'is wrong';
}

function show(field: ConfigField, value: string | number | null): string {
  if (value === null) return '';
  if (field.secret) return MASKED;
  return maskUrl(String(value));
}
