import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { disposition, isImage } from '@convener/platform';
import { EvidenceFilesQueries, EvidenceFilesService, WorkItemsQueries } from '@convener/projects';
import { Controller, Delete, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Deliverable } from './work.dto';
import { DownloadQuery } from './files.dto';

/** Whatever is in a file, a browser that shows it lets it do nothing. */
const NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'";
/** Browsers refuse to show a PDF in a sandbox; it may be framed by our own pages. */
const PDF_ONLY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

@ApiTags('deliverables')
@Controller('evidence/:id/file')
export class EvidenceController {
  constructor(
    private readonly files: EvidenceFilesService,
    private readonly filesQueries: EvidenceFilesQueries,
    private readonly queries: WorkItemsQueries,
  ) {}

  /** The file, to be saved; with `preview=1` pictures and PDFs are shown. */
  @Get()
  @ApiOkResponse({ content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  @Policy('work.read')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { preview }: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.filesQueries.open(me, id);
    const { mediaType, name, bytes } = file;
    const isPdf = mediaType === 'application/pdf';
    const inline = preview === '1' && (isPdf || isImage(mediaType));
    reply.headers({
      'Content-Security-Policy': inline && isPdf ? PDF_ONLY : NOTHING,
      'X-Frame-Options': inline && isPdf ? 'SAMEORIGIN' : 'DENY',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    return new StreamableFile(content, {
      type: mediaType,
      disposition: disposition(inline ? 'inline' : 'attachment', name),
      length: bytes,
    });
  }

  /** Takes a file away: its manager, or whoever added it until the deliverable is settled. Answers the deliverable. */
  @Delete()
  @Once()
  @Policy('evidence.remove')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Deliverable> {
    return this.queries.deliverable(me, await this.files.remove(me, id));
  }
}
