import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { LETTER_KINDS, LetterTemplatesQueries, LetterTemplatesService, MOST_TEMPLATE_BYTES } from '@convener/letters';
import { DOCX, Incoming } from '@convener/platform';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { handedOut } from '../http/handed-out';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { takeFile } from '../http/uploads';
import { LETTER_FIELDS, letterFields, LetterTemplate, LetterTemplateList } from './letter-templates.dto';

const FORM = {
  type: 'object',
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string', enum: [...LETTER_KINDS] },
    name: { type: 'string', maxLength: 80 },
  },
  required: ['file', 'kind', 'name'],
};

/** Documents of the house with fields such as {{姓名}}, of which certificates and letters are merged. */
@ApiTags('letter-templates')
@Controller('letter-templates')
export class LetterTemplatesController {
  constructor(
    private readonly incoming: Incoming,
    private readonly letters: LetterTemplatesService,
    private readonly queries: LetterTemplatesQueries,
  ) {}

  @Get()
  @Policy('letters.read')
  async list(@CurrentPerson() me: SignedIn): Promise<LetterTemplateList> {
    return { items: await this.queries.all(me) };
  }

  /** Adds one, a Word document (docx) with at least one field. The very same file under the same name changes nothing. */
  @Post()
  @Once()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @Policy('letters.add')
  async add(@CurrentPerson() me: SignedIn, @Req() request: FastifyRequest): Promise<LetterTemplate> {
    await this.letters.requireAddable(me);
    const { received, name, fields } = await takeFile(request, this.incoming, MOST_TEMPLATE_BYTES, LETTER_FIELDS);
    try {
      const { id } = await this.letters.add(me, { received, fileName: name, ...letterFields(fields) });
      return await this.queries.one(me, id);
    } finally {
      await this.incoming.discard(received.path);
    }
  }

  @Get(':id/file')
  @ApiOkResponse({ content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  @Policy('letters.read')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { template, content } = await this.queries.file(me, id);
    const file = { mediaType: DOCX, name: template.fileName, bytes: template.bytes };
    return handedOut({ file, content }, {}, reply);
  }

  /** What was merged of it stays. */
  @Delete(':id')
  @HttpCode(204)
  @Once()
  @Policy('letters.remove')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    await this.letters.remove(me, id);
  }
}
