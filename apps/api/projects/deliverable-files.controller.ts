import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { Config, Incoming } from '@convener/platform';
import { EvidenceFilesService, WorkItemsQueries } from '@convener/projects';
import { Controller, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { takeFile } from '../http/uploads';
import { Deliverable } from './work.dto';
import { FileQuery } from './files.dto';

const MB = 1024 * 1024;

@ApiTags('deliverables')
@Controller('deliverables/:id/files')
export class DeliverableFilesController {
  constructor(
    private readonly config: Config,
    private readonly incoming: Incoming,
    private readonly files: EvidenceFilesService,
    private readonly queries: WorkItemsQueries,
  ) {}

  /** Adds one file as evidence: a picture, a PDF, an office document or text, told by its content. The same file again changes nothing. */
  @Post()
  @Once()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Policy('deliverable.submit')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: FileQuery,
    @Req() request: FastifyRequest,
  ): Promise<Deliverable> {
    const replaces = query.replaces ?? null;
    await this.files.requireAddable(me, id, replaces);
    const { received, name } = await takeFile(request, this.incoming, this.config.fileMaxMb * MB);
    try {
      await this.files.add(me, id, { received, name, replaces });
    } finally {
      await this.incoming.discard(received.path);
    }
    return this.queries.deliverable(me, id);
  }
}
