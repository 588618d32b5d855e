import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { fileName, Incoming, XLSX } from '@convener/platform';
import {
  csvOf,
  MOST_FILE_BYTES,
  RegisterFilesQueries,
  RegisterFilesService,
  workbookText,
} from '@convener/register-files';
import { Controller, Get, HttpCode, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { takeFile, type TakenFile } from '../http/uploads';
import { attached, xlsxFile } from '../http/xlsx';
import {
  askedImport,
  ExportQuery,
  IMPORT_FIELDS,
  ImportCounts,
  importForm,
  ImportPreview,
  wholeImport,
} from './register-files.dto';

const CSV = 'text/csv';
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Lists taken away as files, and read in from files. */
@ApiTags('registers')
@Controller('registers/:id')
export class RegisterFilesController {
  constructor(
    private readonly incoming: Incoming,
    private readonly files: RegisterFilesService,
    private readonly queries: RegisterFilesQueries,
  ) {}

  /** All rows in the list's order, with the columns that the caller sees and the status, under their Chinese names. */
  @Get('export')
  @ApiOkResponse({ content: { [XLSX]: BINARY, [CSV]: BINARY } })
  @Policy('registers.read')
  async export(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { format }: ExportQuery,
  ): Promise<StreamableFile> {
    const { name, day, ...table } = await this.queries.table(me, id);
    if (format === 'csv') return attached(Buffer.from(csvOf(table)), fileName(`${name} ${day}.csv`, 'text/plain'), CSV);
    const rows = table.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? workbookText(cell) : cell)));
    return xlsxFile(`${name} ${day}.xlsx`, { ...table, rows });
  }

  /** What an import of the file would do. What is not said of it is proposed; nothing is kept. */
  @Post('import/preview')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(importForm())
  @Policy('registers.write')
  preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreview> {
    return this.withFile(me, id, request, ({ received, fields }) =>
      this.files.preview(me, id, received.path, askedImport(fields)),
    );
  }

  /**
   * Reads a file in, all of it or nothing: where anything of it can't be, 422 with `problems` and `problemCount` as the
   * preview has them. Cells of columns that the file doesn't go into stay.
   */
  @Post('import')
  @HttpCode(200)
  @Once()
  @ApiConsumes('multipart/form-data')
  @ApiBody(importForm('mapping', 'key'))
  @Policy('registers.write')
  import(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportCounts> {
    return this.withFile(me, id, request, ({ received, name, fields }) =>
      this.files.import(me, id, { path: received.path, name }, wholeImport(fields)),
    );
  }

  /** Takes a file in only from somebody who may write rows, and keeps nothing of it. */
  private async withFile<T>(
    me: SignedIn,
    id: string,
    request: FastifyRequest,
    work: (taken: TakenFile) => Promise<T>,
  ): Promise<T> {
    await this.files.requireWritable(me, id);
    const taken = await takeFile(request, this.incoming, MOST_FILE_BYTES, IMPORT_FIELDS);
    try {
      return await work(taken);
    } finally {
      await this.incoming.discard(taken.received.path);
    }
  }
}
