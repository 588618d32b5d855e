import type { INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY, PUBLIC } from './policy';

/** Names (Controller.method) of all routes that declare neither a policy nor that they are public. */
export function routesWithoutPolicy(app: INestApplicationContext): string[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] as () => unknown }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler))
        .filter(({ handler }) =>
          [POLICY, PUBLIC].every((key) => !reflector.getAllAndOverride(key, [handler, metatype])),
        )
        .map(({ name }) => `${metatype.name}.${name}`);
    });
}

/** Stops the start of an app with a forgotten policy. Needs DiscoveryModule, which AccessModule brings. */
export function assertEveryRouteHasPolicy(app: INestApplicationContext): void {
  const names = routesWithoutPolicy(app);
  if (names.length === 0) return;
  throw new Error(`These routes declare no @Policy(action) and no @Public(): ${names.join(', ')}`);
}
