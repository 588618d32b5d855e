import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { PersonalDataQueries, PersonalDataService } from '@convener/personal-data';
import { disposition } from '@convener/platform';
import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import {
  Erased,
  ErasePersonRows,
  FoundPersonData,
  PersonalFile,
  PersonRows,
  SearchedPerson,
} from './personal-data.dto';

/** What the lists and records of a project say of one person, who may ask for it, for a copy, and for its end. */
@ApiTags('registers')
@Controller('projects/:id/personal-data')
export class PersonalDataController {
  constructor(
    private readonly queries: PersonalDataQueries,
    private readonly service: PersonalDataService,
  ) {}

  /**
   * Rows in whose personal cells the text stands, an e-mail address or phone number whole, else a part; and passages of
   * records. Asked by POST, since an address with a name in it would be kept in histories and logs.
   */
  @Post('search')
  @HttpCode(200)
  @Policy('registers.privacy')
  find(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { text }: SearchedPerson,
  ): Promise<FoundPersonData> {
    return this.queries.find(me, id, text);
  }

  /** A copy of these rows for the person, as a file. Also of a project that is closed. */
  @Post('export')
  @HttpCode(200)
  @Once()
  @ApiOkResponse({ type: PersonalFile })
  @Policy('registers.privacy')
  async copy(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { rows }: PersonRows,
  ): Promise<StreamableFile> {
    await this.service.recordCopy(me, id, rows);
    const file = await this.queries.copy(me, id, rows);
    const content = Buffer.from(JSON.stringify(file, null, 2));
    return new StreamableFile(content, {
      type: 'application/json; charset=utf-8',
      disposition: disposition('attachment', `personal-data-${file.day}.json`),
      length: content.length,
    });
  }

  /** Empties every personal cell of these rows, which stay. Also in a project that is closed. */
  @Post('erase')
  @HttpCode(200)
  @Once()
  @Policy('registers.privacy')
  erase(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { rows, reason }: ErasePersonRows,
  ): Promise<Erased> {
    return this.service.erase(me, id, rows, reason);
  }
}
