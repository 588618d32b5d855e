import type { RegisterRow, RegisterRowPage } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { ok } from '../support/client';
import type { RunningProject } from '../support/builders';
import type { Client } from '../support/client';

export const VENUE = {
  ...{ venue: '圓山大飯店', dates: '117/6/12~117/6/14', cost: 'NT$1,250,000', area: '３２０坪', capacity: 500 },
  ...{ form: '劇院式', transport: '捷運圓山站接駁', contact: '王小姐', phone: '02-2886-8888 分機 12' },
};
export const KEPT = {
  ...{ dates: '2028-06-12/2028-06-14', cost: 1_250_000, area: 320, capacity: 500, phone: '02-2886-8888#12' },
};

/** The lists of one project; `list` is the one that a test is about. */
export class ListsWorld {
  list!: Register;

  constructor(
    private readonly project: RunningProject,
    /** The sub-team that keeps the lists. */
    readonly team: string,
  ) {}

  get path(): string {
    return `/api/projects/${this.project.id}/registers`;
  }

  get member(): Client {
    return this.project.cast.member.client;
  }

  rowsOf(id = this.list.id): string {
    return `/api/registers/${id}/rows`;
  }

  async make(body: object = {}, as = this.project.manager): Promise<Register> {
    const venues = { preset: 'venues', teamId: this.team, deliverables: [] };
    return ok(await as.post<Register>(this.path, { ...venues, ...body })).body;
  }

  async look(id = this.list.id, as = this.project.manager): Promise<Register> {
    return ok(await as.get<Register>(`/api/registers/${id}`)).body;
  }

  async add(cells: object, more: object = {}, id = this.list.id): Promise<RegisterRow> {
    return ok(await this.member.post<RegisterRow>(this.rowsOf(id), { cells, ...more })).body;
  }

  async page(query: string, as = this.member): Promise<RegisterRowPage> {
    return ok(await as.get<RegisterRowPage>(`${this.rowsOf()}?${query}`)).body;
  }

  /** The names of the venues that a query finds. */
  async venues(query: string): Promise<unknown[]> {
    return (await this.page(query)).items.map(({ cells }) => cells.venue);
  }
}
