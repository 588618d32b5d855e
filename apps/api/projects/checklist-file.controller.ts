import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { badRequest } from '@convener/kernel';
import { disposition, fileName } from '@convener/platform';
import { type SheetCell, sheetColumns, WorkItemsQueries } from '@convener/projects';
import { StandardsLibrary } from '@convener/standards';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import writeXlsx, { type CellObject } from 'write-excel-file/node';
import { IdPipe } from '../http/id.pipe';
import { filterOf, WorkItemFilterQuery } from './work-queries.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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
    const heads = columns.map(({ title }): CellObject => ({ value: title, type: String, fontWeight: 'bold' }));
    const rows = items.map((item) => columns.map(({ cell }) => cellOf(cell(item))));
    const widths = columns.map(({ width }) => ({ width }));
    const content = await writeXlsx([heads, ...rows], { columns: widths, stickyRowsCount: 1 }).toBuffer();
    return new StreamableFile(content, {
      type: XLSX,
      disposition: disposition('attachment', fileName(`${name} ${day}.xlsx`, XLSX)),
      length: content.length,
    });
  }
}

const TOO_MANY = {
  zh: `超過 ${MOST} 列，請先用篩選縮小範圍再匯出。`,
  en: `There are more than ${MOST} rows; narrow the list down with its filters, then export.`,
};

/** Text stays text, whatever it begins with, also after somebody has edited the cell ("@" is the format of text). */
function cellOf(value: SheetCell): CellObject | null {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value === 'number') return { value, type: Number };
  return { value, type: String, format: '@' };
}
