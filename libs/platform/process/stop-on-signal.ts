import { type INestApplicationContext, Logger } from '@nestjs/common';

/** How long (ms) requests and jobs may take to end. docker-compose.yml grants a container more (stop_grace_period). */
const PATIENCE_MS = 20_000;

/**
 * On SIGTERM or SIGINT ends what runs and exits with 0. What does not end in 20 seconds is given up: exit code 1.
 * Nest's own shutdown hooks wait without bound.
 */
export function stopOnSignal(app: INestApplicationContext): void {
  const logger = new Logger('Stop');
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A terminal and npm both pass Ctrl-C on; the second must not cut short what the first has begun.
    if (stopping) return;
    stopping = true;
    logger.log(`${signal}: ending what runs`);
    setTimeout(() => {
      logger.error(`What runs did not end in ${PATIENCE_MS / 1000} seconds; giving it up`);
      process.exit(1);
    }, PATIENCE_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('The stop failed', error instanceof Error ? error.stack : String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
