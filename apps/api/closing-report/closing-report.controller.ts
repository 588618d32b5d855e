import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { type ChapterView, ClosingReportQueries, ClosingReportService } from '@convener/closing-report';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { presentPaper } from '../reports/present-preview';
import {
  ClosingReport,
  EditReportChapter,
  LookedThrough,
  NewReportChapter,
  ReportChapter,
  ReportLanguage,
} from './closing-report.dto';

/** The chapters of a project's closing report (結案報告): what its data say, and what people made of them. */
@ApiTags('documents')
@Controller('projects/:id/closing-report')
export class ClosingReportController {
  constructor(
    private readonly reports: ClosingReportService,
    private readonly queries: ClosingReportQueries,
  ) {}

  @Get()
  @Policy('documents.make-all')
  report(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { language = 'zh-TW' }: ReportLanguage,
  ): Promise<ClosingReport> {
    return this.queries.one(me, id, language);
  }

  /** Adds a chapter of one's own: a text without data. */
  @Post('chapters')
  @Once()
  @Policy('closing-report.edit')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { language = 'zh-TW' }: ReportLanguage,
    @Body() body: NewReportChapter,
  ): Promise<ReportChapter> {
    const { key } = await this.reports.add(me, id, body);
    return this.shown(me, id, key, language);
  }

  @Get('chapters/:key')
  @TagsVersion()
  @Policy('documents.make-all')
  chapter(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('key') key: string,
    @Query() { language = 'zh-TW' }: ReportLanguage,
  ): Promise<ReportChapter> {
    return this.shown(me, id, key, language);
  }

  /** Its text, its title, whether it is printed, and its place. */
  @Patch('chapters/:key')
  @TagsVersion()
  @Policy('closing-report.edit')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('key') key: string,
    @Query() { language = 'zh-TW' }: ReportLanguage,
    @Body() body: EditReportChapter,
    @SeenVersion() seen: number | null,
  ): Promise<ReportChapter> {
    const current = () => this.shown(me, id, key, language);
    await orCurrent(this.reports.edit(me, id, key, body, seen), current);
    return current();
  }

  /** Of one's own chapters; those of the catalogue are left out instead. */
  @Delete('chapters/:key')
  @HttpCode(204)
  @Once()
  @Policy('closing-report.edit')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('key') key: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.reports.remove(me, id, key, seen), () => this.shown(me, id, key, 'zh-TW'));
  }

  /** Somebody has looked through the chapter's data: from now on changes are told from here. Texts stay as they are. */
  @Post('chapters/:key/looked-through')
  @HttpCode(200)
  @Once()
  @Policy('closing-report.edit')
  async look(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('key') key: string,
    @Body() body: LookedThrough,
  ): Promise<ReportChapter> {
    await this.reports.look(me, id, key, body);
    return this.shown(me, id, key, body.language);
  }

  private async shown(me: SignedIn, id: string, key: string, language: ChapterView['paper']['language']) {
    const { paper, ...view } = await this.queries.chapter(me, id, key, language);
    return { ...view, paper: presentPaper(paper) };
  }
}
