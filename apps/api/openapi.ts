import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { loadConfig } from '@convener/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { createAdapter } from './http/adapter';
import { describeApi } from './http/openapi-document';

/** Writes dist/openapi.json. In preview mode Nest knows the routes but makes no services, so nothing is opened. */
async function main(): Promise<void> {
  const config = loadConfig({});
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), createAdapter(config), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  const file = join(__dirname, '../../openapi.json');
  writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
  console.log(`Wrote ${file}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
