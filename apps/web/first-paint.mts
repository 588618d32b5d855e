import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { scriptAlone } from './script-alone.mts';

/**
 * Puts a script of its own in front of the page's head. Modules come after the first paint, and the content security
 * policy allows no script inside the page.
 */
export function firstPaint(file: string): Plugin {
  let address = '';
  return {
    name: 'first-paint',
    apply: 'build',
    async buildStart() {
      const source = await scriptAlone(file);
      const name = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/${name}.js`;
      address = `/${fileName}`;
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: address }, injectTo: 'head' }],
  };
}
