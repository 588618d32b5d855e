import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { lacksOwnHeader, withoutOwnHeader } from './own-header';

/** Cookies, security headers, compression, and the refusal of other sites' requests. Before init(). */
export async function secure(app: NestFastifyApplication, publicUrl: string): Promise<void> {
  const { origin, protocol } = new URL(publicUrl);
  app.enableCsrfProtection({ trustedOrigins: [origin] });
  await app.register(cookie);
  await app.register(helmet, headers(protocol === 'https:'));
  // Behind helmet, so that its refusals have the headers too.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (lacksOwnHeader(request)) throw withoutOwnHeader();
    });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}

function headers(https: boolean) {
  return {
    // Over plain http these two would lock out a laptop or a LAN without certificate.
    strictTransportSecurity: https && { maxAge: 31_536_000 },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // The preview of a PDF; every other answer of ours refuses to be framed.
        frameSrc: ["'self'"],
        // antd writes its styles into the page while it runs. A nonce would not do: its dialogs lock scrolling by a style
        // element without one, and its growing text boxes measure themselves by a style attribute.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    xFrameOptions: { action: 'deny' as const },
    // Links with a token are opened here: no other site shall read them in a Referer.
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginOpenerPolicy: https && { policy: 'same-origin' as const },
    originAgentCluster: https,
  };
}
