import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { scriptAlone } from './script-alone.mts';

/**
 * Builds the service worker and tells it which files the frame of the app and these pages need, styles and shared parts
 * included. It is a script of its own: what the pages share is cut into chunks, which a worker could not import.
 */
export function offlineShell(worker: string, pages: readonly string[]): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const { html, entry } = frameOf(bundle);
      const files = [...new Set([...namedIn(html), ...filesOf(bundle, pages)])].map((file) => `/${file}`).sort();
      const version = createHash('sha256').update(files.join()).update(html).digest('hex').slice(0, 12);
      const told = { SHELL_FILES: files, SHELL_VERSION: version, SHELL_ENTRY: entry };
      const define = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)]));
      // Found by its name, and asked for anew each time.
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await scriptAlone(worker, define) });
    },
  };
}

/** The page, and the script by which it is known to be of this build. */
function frameOf(bundle: Rolldown.OutputBundle) {
  const page = bundle['index.html'];
  const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry);
  if (page?.type !== 'asset' || !entry) throw new Error('The build has no page to start from');
  return { html: String(page.source), entry: entry.fileName };
}

function namedIn(html: string): string[] {
  return [...html.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file!);
}

function filesOf(bundle: Rolldown.OutputBundle, pages: readonly string[]): string[] {
  const found = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    chunk.imports.forEach(take);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
  };
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  chunks.filter((one) => one.isEntry).forEach((one) => take(one.fileName));
  for (const page of pages) {
    const chunk = chunks.find((one) => one.moduleIds.some((id) => id.endsWith(`/${page}`)));
    if (!chunk) throw new Error(`${page} is no part of the build`);
    take(chunk.fileName);
  }
  return [...found];
}
