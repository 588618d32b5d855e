import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { DocumentsQueries, DocumentsService } from '@convener/reports';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { ANY_FILE, DownloadQuery, handedOut } from '../http/handed-out';
import { DocumentList, DocumentPreview, MadeDocument, NewDocument, WantedDocument } from './documents.dto';
import { presentPreview } from './present-preview';

/** Documents that a project's own data make. */
@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly queries: DocumentsQueries,
  ) {}

  @Get('projects/:id/documents')
  @Policy('documents.make')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<DocumentList> {
    return this.queries.ofProject(me, id) as Promise<DocumentList>;
  }

  /** What the document would say now. Keeps nothing. */
  @Post('projects/:id/documents/preview')
  @HttpCode(200)
  @Policy('documents.make')
  async preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { kind, language, choices = {} }: WantedDocument,
  ): Promise<DocumentPreview> {
    return presentPreview(await this.queries.preview(me, id, { kind, language, choices }));
  }

  /** Asks for it; a job makes it. */
  @Post('projects/:id/documents')
  @Once()
  @Policy('documents.make')
  async ask(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) projectId: string,
    @Body() { kind, language, choices = {}, format, deliverableId = null, handIn = false }: NewDocument,
  ): Promise<MadeDocument> {
    const { id } = await this.documents.ask(me, projectId, { kind, language, choices, format, deliverableId, handIn });
    return this.queries.one(me, id);
  }

  @Get('documents/:id')
  @Policy('documents.make')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<MadeDocument> {
    return this.queries.one(me, id);
  }

  /** The file, to be saved; with `preview=1` a PDF is shown. */
  @Get('documents/:id/file')
  @ApiOkResponse(ANY_FILE)
  @Policy('documents.make')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.queries.open(me, id), query, reply);
  }

  /** Stops it while it is not made yet; later this changes nothing. */
  @Post('documents/:id/cancel')
  @HttpCode(200)
  @Once()
  @Policy('documents.make')
  async cancel(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<MadeDocument> {
    await this.documents.cancel(me, id);
    return this.queries.one(me, id);
  }

  /** What a deliverable has of it stays there. */
  @Delete('documents/:id')
  @HttpCode(204)
  @Once()
  @Policy('documents.make')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    await this.documents.remove(me, id);
  }
}
