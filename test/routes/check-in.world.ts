import { randomUUID } from 'node:crypto';
import type { CheckIn } from '../../apps/api/check-in/check-in.dto';
import type { DeskList, OpenedDesk, TakenEntries, TakenEntry } from '../../apps/api/check-in/desks.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { TestApp } from '../support/app';
import { type Answer, type Client, ok } from '../support/client';
import type { RunningProject } from '../support/builders';

const PERSON = { kind: 'member', fee: 1200, paid: 'no', email: 'guest@example.test', phone: '0912-345-678' };

/** The desks of one list, which a test may put another in the place of. */
export class CheckInWorld {
  list!: string;
  desks!: OpenedDesk[];

  constructor(
    readonly app: TestApp,
    readonly project: RunningProject,
  ) {}

  get manager(): Client {
    return this.project.manager;
  }

  get member(): Client {
    return this.project.cast.member.client;
  }

  get path(): string {
    return `/api/registers/${this.list}/check-in`;
  }

  /** A list of its own, whose check-in is open. */
  async begin(list: object): Promise<void> {
    this.list = ok(await this.manager.post<{ id: string }>(`/api/projects/${this.project.id}/registers`, list)).body.id;
    ok(await this.manager.post(this.path));
  }

  /** The ready list of registrations, kept by the sub-team of the member, and two desks. */
  async beginReady(): Promise<void> {
    const teamId = (await this.project.team('programme')).id;
    await this.begin({ preset: 'registrations', teamId, deliverables: [] });
    this.desks = [await this.openDesk('大門'), await this.openDesk('側門')];
  }

  async openDesk(name: string, as = this.member): Promise<OpenedDesk> {
    return ok(await as.post<OpenedDesk>(`${this.path}/desks`, { name })).body;
  }

  async register(number: string, more: object = {}): Promise<RegisterRow> {
    const cells = { number, name: `來賓 ${number}`, ...PERSON, ...more };
    const row = { status: 'confirmed', cells };
    return ok(await this.member.post<RegisterRow>(`/api/registers/${this.list}/rows`, row)).body;
  }

  entry(kind: string, rowId: string, more: object = {}) {
    return { id: randomUUID(), kind, rowId, at: this.app.clock.now(), ...more };
  }

  send(entries: object[], desk = this.desks[0]!, as = this.member): Promise<Answer<TakenEntries>> {
    return as.post<TakenEntries>(`${this.path}/entries`, { deskId: desk.id, entries });
  }

  async take(given: object, desk = this.desks[0]!): Promise<TakenEntry> {
    return ok(await this.send([given], desk)).body.items[0]!;
  }

  async look(as = this.manager): Promise<CheckIn> {
    return ok(await as.get<CheckIn>(this.path)).body;
  }

  async listed(since?: number, as = this.member): Promise<DeskList> {
    return ok(await as.get<DeskList>(`${this.path}/list${since === undefined ? '' : `?since=${since}`}`)).body;
  }

  async rowOf(id: string): Promise<RegisterRow> {
    return ok(await this.manager.get<RegisterRow>(`/api/register-rows/${id}`)).body;
  }
}
