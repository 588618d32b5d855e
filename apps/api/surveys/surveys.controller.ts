import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { fileName, XLSX } from '@convener/platform';
import { csvOf, type ExportedTable, workbookText } from '@convener/register-files';
import { SurveyLinksService, SurveyResultsQueries, SurveysQueries, SurveysService } from '@convener/surveys';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { attached, xlsxFile } from '../http/xlsx';
import { SurveyFileQuery, SurveyResults, SurveyResultsQuery } from './survey-results.dto';
import {
  EditSurvey,
  HallLink,
  HallLinkMade,
  HandedSurveyLinks,
  NewSurvey,
  NewSurveyLinks,
  Survey,
  SurveyLinksFile,
  SurveyLinksMade,
  SurveyMails,
  SurveyMailsAsked,
  Surveys,
} from './surveys.dto';

const CSV = 'text/csv';
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Satisfaction surveys, for those who ask. Those who answer come by survey-page.controller. */
@ApiTags('surveys')
@Controller()
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly links: SurveyLinksService,
    private readonly queries: SurveysQueries,
    private readonly results: SurveyResultsQueries,
  ) {}

  @Get('projects/:id/surveys')
  @Policy('surveys.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Surveys> {
    return this.queries.list(me, id);
  }

  @Post('projects/:id/surveys')
  @Once()
  @Policy('surveys.manage')
  async make(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) projectId: string,
    @Body() body: NewSurvey,
  ): Promise<Survey> {
    const { id } = await this.surveys.make(me, projectId, body);
    return this.queries.one(me, id);
  }

  @Get('surveys/:id')
  @TagsVersion()
  @Policy('surveys.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Survey> {
    return this.queries.one(me, id);
  }

  @Patch('surveys/:id')
  @TagsVersion()
  @Policy('surveys.manage')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditSurvey,
    @SeenVersion() seen: number | null,
  ): Promise<Survey> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.surveys.edit(me, id, body, seen), current);
    return current();
  }

  /** Only while nobody has answered. */
  @Delete('surveys/:id')
  @HttpCode(204)
  @Once()
  @Policy('surveys.manage')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.surveys.remove(me, id, seen), () => this.queries.one(me, id));
  }

  @Post('surveys/:id/open')
  @HttpCode(200)
  @Once()
  @Policy('surveys.manage')
  async open(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Survey> {
    await this.surveys.open(me, id);
    return this.queries.one(me, id);
  }

  /** Also in a closed project. */
  @Post('surveys/:id/close')
  @HttpCode(200)
  @Once()
  @Policy('surveys.manage')
  async close(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Survey> {
    await this.surveys.close(me, id);
    return this.queries.one(me, id);
  }

  /** Makes personal links. They are given out by the routes below. */
  @Post('surveys/:id/links')
  @HttpCode(200)
  @Once()
  @Policy('surveys.manage')
  makeLinks(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewSurveyLinks,
  ): Promise<SurveyLinksMade> {
    return this.links.make(me, id, body);
  }

  /** The personal links that were not used, as secrets that are kept nowhere; so it is not answered twice either. */
  @Post('surveys/:id/links/given')
  @HttpCode(200)
  @Policy('surveys.manage')
  giveLinks(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<HandedSurveyLinks> {
    return this.links.handOut(me, id);
  }

  /** The same as a file. */
  @Post('surveys/:id/links/file')
  @HttpCode(200)
  @ApiOkResponse({ content: { [XLSX]: BINARY, [CSV]: BINARY } })
  @Policy('surveys.manage')
  async linksFile(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { format }: SurveyLinksFile,
  ): Promise<StreamableFile> {
    const { title, items } = await this.links.handOut(me, id);
    const rows = items.map(({ number, name, link }) => [number, name, link]);
    return fileOf(`${title} 連結`, format, { headings: ['編號', '對象', '連結'], widths: [8, 24, 90], rows });
  }

  /** The link for the hall, as a secret that is kept nowhere; earlier ones work as well unless they are replaced. */
  @Post('surveys/:id/hall-link')
  @HttpCode(200)
  @Policy('surveys.manage')
  hallLink(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { replace }: HallLink,
  ): Promise<HallLinkMade> {
    return this.links.forHall(me, id, replace);
  }

  /** Has links of rows mailed; jobs send them. */
  @Post('surveys/:id/mails')
  @HttpCode(200)
  @Once()
  @Policy('surveys.manage')
  mail(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { again }: SurveyMails,
  ): Promise<SurveyMailsAsked> {
    return this.links.mail(me, id, again);
  }

  @Get('surveys/:id/results')
  @Policy('surveys.read')
  resultsOf(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { links = 'all' }: SurveyResultsQuery,
  ): Promise<SurveyResults> {
    return this.results.of(me, id, links);
  }

  @Get('surveys/:id/results/file')
  @ApiOkResponse({ content: { [XLSX]: BINARY, [CSV]: BINARY } })
  @Policy('surveys.read')
  async resultsFile(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { format, content }: SurveyFileQuery,
  ): Promise<StreamableFile> {
    const { name, day, ...table } = await this.results.table(me, id, content);
    return fileOf(`${name} ${day}`, format, table);
  }
}

function fileOf(name: string, format: 'xlsx' | 'csv', table: ExportedTable): StreamableFile | Promise<StreamableFile> {
  if (format === 'csv') return attached(Buffer.from(csvOf(table)), fileName(`${name}.csv`, 'text/plain'), CSV);
  const rows = table.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? workbookText(cell) : cell)));
  return xlsxFile(`${name}.xlsx`, { ...table, headings: table.headings.map(workbookText), rows });
}
