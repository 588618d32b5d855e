import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { PackQueries, PackStream } from '@convener/evidence-pack';
import { disposition } from '@convener/platform';
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { savedOnly } from '../http/handed-out';
import { IdPipe } from '../http/id.pipe';
import { PackSummary } from './evidence-pack.dto';

/** Everything that shows a project's deliverables, in one ZIP. */
@ApiTags('documents')
@Controller('projects/:id/evidence-pack')
export class EvidencePackController {
  constructor(
    private readonly queries: PackQueries,
    private readonly packs: PackStream,
  ) {}

  @Get('summary')
  @Policy('documents.make-all')
  summary(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<PackSummary> {
    return this.queries.summary(me, id);
  }

  /** Written while it is read; its index lies at the end. */
  @Get()
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @Policy('documents.make-all')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, content } = await this.packs.open(me, id);
    savedOnly(reply);
    return new StreamableFile(content, { type: 'application/zip', disposition: disposition('attachment', name) });
  }
}
