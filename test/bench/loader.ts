import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { HttpLine } from './http-line';
import type { LoadClient, LoadRequest, LoadResult, LoadTask } from './load.types';

/** What a browser sends with every request to us; compression is a part of the answer's price. */
const BROWSER =
  'Accept: application/json\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nX-Requested-With: convener\r\n';

/** Connections are kept between tasks, as a browser keeps them. */
const lines = new Map<string, HttpLine>();

async function run(task: LoadTask): Promise<LoadResult> {
  const result: LoadResult = { ms: [], wallMs: 0, sent: [], errors: 0, firstError: null };
  const start = performance.now();
  const end = task.forMs === undefined ? null : start + task.forMs;
  result.sent = await Promise.all(
    task.clients.map((client, index) => work(client, lineOf(task, index), task, end, result)),
  );
  result.wallMs = performance.now() - start;
  return result;
}

async function work(
  { cookie, requests, from }: LoadClient,
  line: HttpLine,
  { host, port, each = Infinity }: LoadTask,
  end: number | null,
  result: LoadResult,
): Promise<number> {
  let sent = 0;
  while (end === null ? sent < each : performance.now() < end) {
    const text = textOf(requests[(from + sent) % requests.length]!, `${host}:${port}`, cookie);
    sent += 1;
    const start = performance.now();
    try {
      const { status, body } = await line.send(text);
      result.ms.push(performance.now() - start);
      if (status < 200 || status > 299) throw new Error(`${status} ${body.toString('utf8')}`);
    } catch (error) {
      result.errors += 1;
      result.firstError ??= String(error);
    }
  }
  return sent;
}

function textOf({ method, path, body, ifMatch }: LoadRequest, host: string, cookie: string): string {
  const common = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n${BROWSER}`;
  if (method === 'GET') return `${common}\r\n`;
  const seen = ifMatch === undefined ? '' : `If-Match: ${ifMatch}\r\n`;
  const key = `${seen}Idempotency-Key: ${randomUUID()}\r\n`;
  if (body === undefined) return `${common}${key}Content-Length: 0\r\n\r\n`;
  return `${common}${key}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function lineOf({ host, port }: LoadTask, index: number): HttpLine {
  const key = `${host}:${port} ${index}`;
  const line = lines.get(key) ?? new HttpLine(host, port);
  lines.set(key, line);
  return line;
}

process.on('message', (task: LoadTask) => {
  void run(task).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
