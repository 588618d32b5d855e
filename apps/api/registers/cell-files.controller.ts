import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { CellFilesQueries, CellFilesService } from '@convener/cell-files';
import { Config, Incoming } from '@convener/platform';
import { RegisterRowsQueries } from '@convener/registers';
import { Controller, Delete, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANY_FILE, DownloadQuery, handedOut } from '../http/handed-out';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { takeFile } from '../http/uploads';
import { FileCellQuery, RegisterRow } from './register-rows.dto';

const MB = 1024 * 1024;

/** Files that cells of lists hold. */
@ApiTags('registers')
@Controller()
export class CellFilesController {
  constructor(
    private readonly config: Config,
    private readonly incoming: Incoming,
    private readonly files: CellFilesService,
    private readonly filesQueries: CellFilesQueries,
    private readonly queries: RegisterRowsQueries,
  ) {}

  /** Adds one file to a cell: a picture, a PDF, an office document or text, told by its content. The same file again changes nothing. */
  @Post('register-rows/:id/files')
  @Once()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Policy('registers.write')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { column }: FileCellQuery,
    @Req() request: FastifyRequest,
  ): Promise<RegisterRow> {
    const cell = { rowId: id, column };
    await this.files.requireAddable(me, cell);
    const { received, name } = await takeFile(request, this.incoming, this.config.fileMaxMb * MB);
    try {
      await this.files.add(me, cell, { received, name });
    } finally {
      await this.incoming.discard(received.path);
    }
    return this.queries.one(me, id);
  }

  /** The file, to be saved; with `preview=1` pictures and PDFs are shown. */
  @Get('cell-files/:id')
  @ApiOkResponse(ANY_FILE)
  @Policy('registers.read')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handedOut(await this.filesQueries.open(me, id), query, reply);
  }

  /** Takes a file away. Answers the row in whose cell it was. */
  @Delete('cell-files/:id')
  @Once()
  @Policy('registers.write')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RegisterRow> {
    return this.queries.one(me, await this.files.remove(me, id));
  }
}
