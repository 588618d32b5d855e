import type { PaperLanguage } from '@convener/papers';
import { Database, plainRows } from '@convener/platform';
import type { DocumentPreview } from '../../apps/api/reports/documents.dto';
import type { PaperTable } from '../../apps/api/reports/paper.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { type TestApp } from '../support/app';
import { ok } from '../support/client';
import type { Refusal, RunningProject } from '../support/builders';
import type { Client } from '../support/client';

export interface Asked {
  choices?: Record<string, string>;
  language?: PaperLanguage;
  as?: Client;
}

/** Documents of one project, as their preview says them, and the database to hold them against. */
export class DocumentsWorld {
  constructor(
    private readonly app: TestApp,
    readonly project: RunningProject,
  ) {}

  ask(kind: string, { choices = {}, language = 'zh-TW', as = this.project.manager }: Asked = {}) {
    const path = `/api/projects/${this.project.id}/documents/preview`;
    return as.post<DocumentPreview & Refusal>(path, { kind, language, choices });
  }

  async paper(kind: string, asked?: Asked): Promise<DocumentPreview['paper']> {
    return ok(await this.ask(kind, asked)).body.paper;
  }

  async tables(kind: string, asked?: Asked): Promise<PaperTable[]> {
    const { blocks } = await this.paper(kind, asked);
    return blocks.filter((block): block is PaperTable => block.type === 'table');
  }

  /** What a document says that it lacks. */
  async missing(kind: string, asked?: Asked): Promise<string[]> {
    const { blocks } = await this.paper(kind, asked);
    return blocks.flatMap((block) => (block.type === 'missing' ? [`${block.what} ${block.href}`] : []));
  }

  async list(preset: string, more: object = {}): Promise<Register> {
    const body = { preset, deliverables: [], ...more };
    return ok(await this.project.manager.post<Register>(`/api/projects/${this.project.id}/registers`, body)).body;
  }

  async rows(list: { id: string }, ...rows: readonly object[]): Promise<void> {
    for (const cells of rows) ok(await this.project.manager.post(`/api/registers/${list.id}/rows`, { cells }));
  }

  /** A list with its rows at once. */
  async filled(preset: string, ...rows: readonly object[]): Promise<Register> {
    const list = await this.list(preset);
    await this.rows(list, ...rows);
    return list;
  }

  stored<R>(sql: string, ...parameters: readonly unknown[]): Promise<R[]> {
    return this.app.app.get(Database).read((em) => plainRows<R>(em, sql, parameters));
  }
}

/** The values of a table, row by row; a group is its name alone. */
export function valuesOf({ rows }: PaperTable): unknown[][] {
  return rows.map((row) => (row.cells ? row.cells.map(({ value }) => value) : [row.group]));
}

/** One column's values, without those of groups. */
export const columnOf = (table: PaperTable, at: number) =>
  table.rows.flatMap(({ cells }) => (cells ? [cells[at]!.value] : []));
