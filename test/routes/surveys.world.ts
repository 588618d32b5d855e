import { randomUUID } from 'node:crypto';
import type { SurveyPage } from '../../apps/api/surveys/survey-page.dto';
import type { SurveyResults } from '../../apps/api/surveys/survey-results.dto';
import type { HandedSurveyLinks, Survey, SurveyQuestion } from '../../apps/api/surveys/surveys.dto';
import { type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import type { RunningProject } from '../support/builders';

export const GUESTS = [
  { key: 'guest', name: '姓名', nameEn: 'Name', type: 'person', personal: true },
  { key: 'mail', name: '電子郵件', nameEn: 'E-mail', type: 'e-mail', unique: true, personal: true },
];

/** The surveys of one project; `survey` is the one that a test is about. */
export class SurveysWorld {
  survey!: Survey;

  constructor(
    readonly app: TestApp,
    readonly project: RunningProject,
  ) {}

  get path(): string {
    return `/api/surveys/${this.survey.id}`;
  }

  get manager(): Client {
    return this.project.manager;
  }

  async make(body: object = {}): Promise<Survey> {
    const asked = { title: '會後滿意度調查', titleEn: 'Attendee survey', ready: 'attendees', ...body };
    const path = `/api/projects/${this.project.id}/surveys`;
    return (this.survey = ok(await this.manager.post<Survey>(path, asked)).body);
  }

  async edit(body: object): Promise<Survey> {
    return (this.survey = ok(await this.manager.patch<Survey>(this.path, body, ANY_VERSION)).body);
  }

  async open(): Promise<Survey> {
    return (this.survey = ok(await this.manager.post<Survey>(`${this.path}/open`)).body);
  }

  async look(as = this.manager): Promise<Survey> {
    return ok(await as.get<Survey>(this.path)).body;
  }

  async results(links = 'all'): Promise<SurveyResults> {
    return ok(await this.manager.get<SurveyResults>(`${this.path}/results?links=${links}`)).body;
  }

  /** Pages of so many new personal links. */
  async links(count: number): Promise<string[]> {
    ok(await this.manager.post(`${this.path}/links`, { count }));
    return (await this.given()).slice(-count).map(({ link }) => pageOf(link));
  }

  async given(): Promise<HandedSurveyLinks['items']> {
    return ok(await this.manager.post<HandedSurveyLinks>(`${this.path}/links/given`)).body.items;
  }

  async hall(replace = false): Promise<string> {
    return pageOf(ok(await this.manager.post<{ link: string }>(`${this.path}/hall-link`, { replace })).body.link);
  }

  /** A list of guests with their addresses; answers its id and the ids of its rows. */
  async guestList(...guests: [name: string, mail: string][]): Promise<{ id: string; rows: string[] }> {
    const { id: teamId } = await this.project.team('programme');
    const list = { name: '報名名單', nameEn: 'Guests', teamId, deliverables: [], columns: GUESTS };
    const { id } = ok(await this.manager.post<{ id: string }>(`/api/projects/${this.project.id}/registers`, list)).body;
    const rows: string[] = [];
    for (const [guest, mail] of guests) {
      const cells = mail === '' ? { guest } : { guest, mail };
      rows.push(ok(await this.manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).body.id);
    }
    return { id, rows };
  }

  question(kind: SurveyQuestion['kind'], required = false): SurveyQuestion {
    const all = this.survey.sections.flatMap(({ questions }) => questions);
    return all.find((one) => one.kind === kind && one.required === required)!;
  }

  /** Everything that is required, and what else is given. */
  submission(more: { scale?: number; nps?: number; text?: string } = {}, id: string = randomUUID()) {
    const { scale = 4, nps = 9, text } = more;
    const answers = [
      { questionId: this.question('scale', true).id, number: scale },
      { questionId: this.question('nps', true).id, number: nps },
      ...(text === undefined ? [] : [{ questionId: this.question('long-text').id, text }]),
    ];
    return { submissionId: id, consent: true, named: this.survey.named, locale: 'zh-TW', answers };
  }

  /** Somebody without an account, on a device of their own. */
  submit(page: string, body: object = this.submission(), as = this.app.client()) {
    return as.post(page, body);
  }

  async show(page: string, as = this.app.client()): Promise<SurveyPage> {
    return ok(await as.get<SurveyPage>(page)).body;
  }
}

/** Where the page of a link asks the server. */
export function pageOf(link: string): string {
  return `/api/survey/${new URL(link).pathname.split('/').at(-1)}`;
}
