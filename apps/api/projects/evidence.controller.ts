import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { EvidenceFilesQueries, EvidenceFilesService, WorkItemsQueries } from '@convener/projects';
import { Controller, Delete, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ANY_FILE, DownloadQuery, handedOut } from '../http/handed-out';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Deliverable } from './work.dto';

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
  @ApiOkResponse(ANY_FILE)
  @Policy('work.read')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.filesQueries.open(me, id), query, reply);
  }

  /** Takes a file away: its manager, or whoever added it until the deliverable is settled. Answers the deliverable. */
  @Delete()
  @Once()
  @Policy('evidence.remove')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Deliverable> {
    return this.queries.deliverable(me, await this.files.remove(me, id));
  }
}
