import { Injectable } from '@nestjs/common';
import { allow, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Clock, dayAt } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { namingColumn, Register } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { READY, READY_KEYS, type ReadyKey } from './ready-questionnaires';
import { type Stand, standOf } from './state.rules';
import { mayManage, type SurveyScope, SurveyScopes } from './survey-scopes';
import { Survey } from './survey.entity';

/** How many links there are and how they fared. Never which: who has answered an anonymous survey is nobody's business. */
export interface LinkCounts {
  personal: number;
  answered: number;
  /** Made for rows with an address. */
  addressed: number;
  mailed: number;
  waiting: number;
  failed: number;
  hall: boolean;
}

export interface SurveySummary extends Pick<Survey, 'id' | 'title' | 'titleEn' | 'state' | 'named'> {
  opensDay: string | null;
  closesDay: string | null;
  /** How it stands today in the project's zone. */
  stand: Stand;
  answers: number;
  questions: number;
}

export interface SurveyView extends Omit<Survey, 'addedBy'> {
  stand: Stand;
  answers: number;
  links: LinkCounts;
  addedBy: PersonRef;
  /** Lists of the project with addresses, for whoever may make links for their rows. */
  lists: { id: string; name: string; nameEn: string | null; rows: number }[];
  mayManage: boolean;
  /** Also in a closed project. */
  mayClose: boolean;
}

export interface ReadyView {
  key: ReadyKey;
  name: string;
  nameEn: string;
  questions: number;
}

@Injectable()
export class SurveysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: WorkScope,
    private readonly scopes: SurveyScopes,
    private readonly people: PeopleQueries,
  ) {}

  /** The newest first. */
  list(
    person: SignedIn,
    projectId: string,
  ): Promise<{ items: SurveySummary[]; ready: ReadyView[]; mayManage: boolean }> {
    return this.database.read(async (em) => {
      const scope = await this.projects.project(em, projectId, person);
      allow(scope.actor, 'surveys.read');
      const surveys = await readAll(em, Survey, 'WHERE t.project_id = ? ORDER BY t.id DESC', [projectId]);
      const answers = await answersOf(
        em,
        surveys.map(({ id }) => id),
      );
      const today = dayAt(this.clock.now(), scope.project.zone);
      const items = surveys.map((survey) => {
        const { id, title, titleEn, state, named, opensDay, closesDay, sections } = survey;
        return {
          ...{ id, title, titleEn, state, named, opensDay, closesDay, stand: standOf(survey, today) },
          answers: answers.get(id) ?? 0,
          questions: sections.reduce((sum, { questions }) => sum + questions.length, 0),
        };
      });
      return { items, ready: READY_VIEWS, mayManage: mayManage(scope) };
    });
  }

  one(person: SignedIn, id: string): Promise<SurveyView> {
    return this.database.read(async (em) => {
      const scope = await this.scopes.look(em, id, person);
      const { survey, project, actor } = scope;
      const people = await this.people.refs(em, [survey.addedBy]);
      const manages = mayManage(scope);
      return {
        ...survey,
        addedBy: people.get(survey.addedBy)!,
        stand: standOf(survey, dayAt(this.clock.now(), project.zone)),
        answers: (await answersOf(em, [id])).get(id) ?? 0,
        links: await linkCounts(em, id),
        lists: manages ? await this.lists(em, scope) : [],
        mayManage: manages,
        mayClose:
          actor.project?.role === 'manager' ||
          manages ||
          mayManage({ ...scope, project: { ...project, status: 'running' } }),
      };
    });
  }

  private async lists(em: EntityManager, { project }: SurveyScope): Promise<SurveyView['lists']> {
    const lists = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.id', [project.id]);
    const found = lists.filter(({ columns }) => columns.some(({ type }) => type === 'e-mail') && namingColumn(columns));
    if (found.length === 0) return [];
    const counted = await plainRows<{ id: string; rows: number | string }>(em, ROWS, [found.map(({ id }) => id)]);
    const rows = new Map(counted.map((one) => [one.id, Number(one.rows)]));
    return found.map(({ id, name, nameEn }) => ({ id, name, nameEn, rows: rows.get(id) ?? 0 }));
  }
}

const READY_VIEWS: ReadyView[] = READY_KEYS.map((key) => {
  const { name, nameEn, sections } = READY[key];
  return { key, name, nameEn, questions: sections.reduce((sum, { questions }) => sum + questions.length, 0) };
});

/** How many answers each survey has. */
export async function answersOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await plainRows<{ id: string; answers: number | string }>(em, ANSWERS, [ids]);
  return new Map(found.map(({ id, answers }) => [id, Number(answers)]));
}

export async function linkCounts(em: EntityManager, surveyId: string): Promise<LinkCounts> {
  const [row] = await plainRows<Record<keyof LinkCounts, number | string | null>>(em, LINKS, [surveyId]);
  const count = (name: keyof LinkCounts) => Number(row?.[name] ?? 0);
  return {
    ...{ personal: count('personal'), answered: count('answered'), addressed: count('addressed') },
    ...{ mailed: count('mailed'), waiting: count('waiting'), failed: count('failed'), hall: count('hall') > 0 },
  };
}

const ANSWERS = `
  SELECT survey_id AS "id", COUNT(*) AS "answers" FROM survey_answers WHERE survey_id IN ?* GROUP BY survey_id`;
const ROWS = `
  SELECT register_id AS "id", COUNT(*) AS "rows" FROM register_rows
   WHERE register_id IN ?* AND status <> 'dropped' GROUP BY register_id`;
const LINKS = `
  SELECT SUM(CASE WHEN kind = 'personal' THEN 1 ELSE 0 END) AS "personal",
         SUM(CASE WHEN kind = 'personal' AND answered THEN 1 ELSE 0 END) AS "answered",
         SUM(CASE WHEN row_id IS NOT NULL THEN 1 ELSE 0 END) AS "addressed",
         SUM(CASE WHEN mail_status = 'sent' THEN 1 ELSE 0 END) AS "mailed",
         SUM(CASE WHEN mail_status = 'due' THEN 1 ELSE 0 END) AS "waiting",
         SUM(CASE WHEN mail_status = 'failed' THEN 1 ELSE 0 END) AS "failed",
         SUM(CASE WHEN kind = 'hall' THEN 1 ELSE 0 END) AS "hall"
    FROM survey_links WHERE survey_id = ?`;
