import type { Readable } from 'node:stream';
import { disposition, isImage } from '@convener/platform';
import { StreamableFile } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IfGiven } from './validators';

/** Whatever is in a file, a browser that shows it lets it do nothing. */
const NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'";
/** Browsers refuse to show a PDF in a sandbox; it may be framed by our own pages. */
const PDF_ONLY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const HANDED_OUT = { 'Cross-Origin-Resource-Policy': 'same-origin', 'X-Content-Type-Options': 'nosniff' };

export class DownloadQuery {
  /** To be looked at in the browser, where the file is a picture or a PDF. */
  @IfGiven()
  @IsIn(['1'])
  preview?: '1';
}

/** How the OpenAPI document words such an answer. */
export const ANY_FILE = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } as const;

interface Opened {
  file: { mediaType: string; name: string; bytes: number };
  content: Readable;
}

/** Whoever opens it gets a file to keep, and nothing in it does anything. */
export function savedOnly(reply: FastifyReply): void {
  reply.headers({ ...HANDED_OUT, 'Content-Security-Policy': NOTHING, 'X-Frame-Options': 'DENY' });
}

/** A file that somebody uploaded or had made, to be saved; with `preview=1` pictures and PDFs are shown. */
export function handedOut(
  { file: { mediaType, name, bytes }, content }: Opened,
  { preview }: DownloadQuery,
  reply: FastifyReply,
): StreamableFile {
  const isPdf = mediaType === 'application/pdf';
  const inline = preview === '1' && (isPdf || isImage(mediaType));
  reply.headers({
    'Content-Security-Policy': inline && isPdf ? PDF_ONLY : NOTHING,
    'X-Frame-Options': inline && isPdf ? 'SAMEORIGIN' : 'DENY',
    ...HANDED_OUT,
  });
  return new StreamableFile(content, {
    type: mediaType,
    disposition: disposition(inline ? 'inline' : 'attachment', name),
    length: bytes,
  });
}
