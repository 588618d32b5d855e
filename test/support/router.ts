import type { Action } from '@convener/access';
import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { isWorkspaceAction, POLICY, PUBLIC } from '@convener/access';

export { isWorkspaceAction };

/** One route as the router has it: `POST`, `/api/projects/:id/close`. */
export interface ServedRoute {
  method: string;
  path: string;
}

/** A route of a controller, with what it declares. Neither policy nor public means that nobody gets in. */
export interface DeclaredRoute extends ServedRoute {
  policy: Action | null;
  isPublic: boolean;
}

/** Writes down every route that Fastify takes from now on, whoever registers it. */
export function recordRoutes(adapter: FastifyAdapter): ServedRoute[] {
  const routes: ServedRoute[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, path: url });
  });
  return routes;
}

export function nameOf({ method, path }: ServedRoute): string {
  return `${method} ${path}`;
}

/** What the controllers declare, read as SessionGuard reads it. */
export function declaredRoutes(app: INestApplicationContext, prefix = 'api'): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => prototype[name]!)
        .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
        .flatMap((handler) => {
          const places = [handler, metatype];
          const policy = reflector.getAllAndOverride<Action | undefined>(POLICY, places) ?? null;
          const isPublic = reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places) === true;
          const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
          return pathsOf(prefix, metatype, handler).map((path) => ({ method, path, policy, isPublic }));
        });
    });
}

function pathsOf(prefix: string, controller: object, handler: object): string[] {
  const own = (of: object) => [Reflect.getMetadata(PATH_METADATA, of) as string | string[]].flat();
  return own(controller).flatMap((first) =>
    own(handler).map((second) => `/${[prefix, first, second].join('/').split('/').filter(Boolean).join('/')}`),
  );
}
