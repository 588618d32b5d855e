import { ConfigError } from '../config/load-config';

/** What to print where a process cannot start: one clear text where the operator can mend it, else the error itself. */
export function startFailure(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  const { code, syscall, address, port } = (error ?? {}) as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall !== 'listen') return error;
  const reasons: Record<string, string> = {
    EADDRINUSE: 'is in use by another process',
    EACCES: 'needs more permissions than this user has',
    EADDRNOTAVAIL: 'is no address of this machine',
  };
  return `Cannot listen: HOST ${address}, PORT ${port} ${reasons[code ?? ''] ?? `failed with ${code}`}.`;
}
