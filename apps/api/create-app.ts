import { assertEveryRouteHasPolicy } from '@convener/access';
import type { Config, PlatformOverrides } from '@convener/platform';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { createAdapter } from './http/adapter';
import { serveDocs } from './http/openapi-document';
import { secure } from './http/security';
import { receiveUploads } from './http/uploads';
import { serveWeb } from './http/web';
import { serveMetrics } from './operations/serve-metrics';

export interface AppOverrides extends PlatformOverrides {
  /** Folder of the built web app; without it only the API is served. */
  webRoot?: string;
}

/** The adapter brings its own body parser; errors of the start are thrown, for main.ts to tell, without Nest's log of it. */
export const APP_OPTIONS: NestApplicationOptions = {
  bufferLogs: true,
  autoFlushLogs: false,
  abortOnError: false,
  bodyParser: false,
};

/** The whole API, migrated and ready for requests but not listening. */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<NestFastifyApplication> {
  const { webRoot, ...platform } = overrides;
  const module = AppModule.forRoot(config, platform);
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config), APP_OPTIONS);
  return readyApp(app, config, webRoot);
}

/** All that comes between creating the application and its first request; tests bring their own module. */
export async function readyApp(
  app: NestFastifyApplication,
  config: Config,
  webRoot?: string,
): Promise<NestFastifyApplication> {
  try {
    app.useLogger(app.get(Logger));
    app.flushLogs();
    assertEveryRouteHasPolicy(app);
    app.setGlobalPrefix('api');
    await secure(app, config.publicUrl);
    await receiveUploads(app);
    serveDocs(app);
    serveMetrics(app, config);
    if (webRoot) await serveWeb(app, webRoot);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
