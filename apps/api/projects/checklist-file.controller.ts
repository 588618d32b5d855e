import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { badRequest } from '@convener/kernel';
import { XLSX } from '@convener/platform';
import { sheetColumns, WorkItemsQueries } from '@convener/projects';
import { StandardsLibrary } from '@convener/standards';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { xlsxFile } from '../http/xlsx';
import { filterOf, WorkItemFilterQuery } from './work-queries.dto';

/** The whole file is made in memory. */
const MOST = 2000;

@ApiTags('work items')
@Controller()
export class ChecklistFileController {
  constructor(
    private readonly queries: WorkItemsQueries,
    private readonly standards: StandardsLibrary,
  ) {}

  /** The checklist as a spreadsheet, in the reader's language; takes the same filters as the list. */
  @Get('projects/:id/checklist.xlsx')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  @Policy('project.read')
  async download(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: WorkItemFilterQuery,
  ): Promise<StreamableFile> {
    const { name, day, items, more } = await this.queries.all(me, id, filterOf(query), MOST);
    if (more) throw badRequest('too-many-rows', TOO_MANY);
    const names = new Map(this.standards.all().map((standard) => [standard.slug, standard.name]));
    const columns = sheetColumns(me.locale, (slug) => names.get(slug) ?? null);
    return xlsxFile(`${name} ${day}.xlsx`, {
      headings: columns.map(({ title }) => title),
      widths: columns.map(({ width }) => width),
      rows: items.map((item) => columns.map(({ cell }) => cell(item))),
    });
  }
}

const TOO_MANY = {
  zh: `超過 ${MOST} 列，請先用篩選縮小範圍再匯出。`,
  en: `There are more than ${MOST} rows; narrow the list down with its filters, then export.`,
};
