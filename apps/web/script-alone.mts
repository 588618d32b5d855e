import { build, type Rolldown } from 'vite';

/** One source file and what it imports as a plain script, for what can't be a module of the app. */
export async function scriptAlone(input: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: { write: false, target: 'es2022', rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [chunk] = (result as Rolldown.RolldownOutput).output;
  return chunk.code;
}
