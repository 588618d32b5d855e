import 'reflect-metadata';
import { type Config, ConfigError, loadConfig, startFailure, stopOnSignal } from '@convener/platform';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { WorkerModule } from './worker.module';

/** Runs until SIGTERM or SIGINT; running jobs are then finished first. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  requireRedis(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    bufferLogs: true,
    // Where the start fails, main() says why: Nest's log of it would bury that.
    autoFlushLogs: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  stopOnSignal(app);
  process.stdout.write('Convener worker is ready\n');
}

/** Without Redis the API process runs the jobs itself, and a second process on its SQLite file would only be in its way. */
function requireRedis({ redisUrl }: Config): void {
  if (redisUrl !== null) return;
  const message = 'is missing. Without it the API process runs the jobs itself and no worker is needed.';
  throw new ConfigError([{ env: 'REDIS_URL', message }]);
}

main().catch((error: unknown) => {
  console.error(startFailure(error));
  process.exit(1);
});
