import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { Clock, conflict, type Day, dayAt, groupBy } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import type { ExportedTable } from '@convener/register-files';
import { namingColumn, Register, RegisterRow, seenColumns } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { type Given, mayShow, resultsOf, type SectionResult } from './results.rules';
import { answersTable, countsTable } from './results-table.rules';
import { type SurveyScope, SurveyScopes } from './survey-scopes';
import { linkCounts } from './surveys.queries';
import { LINK_KINDS, type LinkKind, Survey, SurveyAnswer } from './survey.entity';

/** The results of one survey, as plain data for pages and documents. */
export interface SurveyResults {
  surveyId: string;
  title: string;
  titleEn: string | null;
  state: Survey['state'];
  named: boolean;
  /** All answers, and those by each kind of link. */
  answers: number;
  byLink: Record<LinkKind, number>;
  /** Personal links, how many of them were used, and that as a share of 1; null where there are none. */
  invited: number;
  responded: number;
  rate: number | null;
  /** Fewer answers than an anonymous survey may show: then there are no sections. */
  tooFew: boolean;
  /** Whether the answers of one kind of link may be shown by themselves. */
  mayFilter: boolean;
  sections: SectionResult[];
}

export const RESULT_FILTERS = ['all', ...LINK_KINDS] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

@Injectable()
export class SurveyResultsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: SurveyScopes,
  ) {}

  of(person: SignedIn, id: string, filter: ResultFilter): Promise<SurveyResults> {
    return this.database.read(async (em) => {
      const { survey } = await this.scopes.look(em, id, person);
      return resultsIn(em, survey, filter);
    });
  }

  /** One row an answer, or one a value that could be chosen. Throws 409 where too few have answered. */
  table(
    person: SignedIn,
    id: string,
    content: 'answers' | 'counts',
  ): Promise<ExportedTable & { name: string; day: Day }> {
    return this.database.read(async (em) => {
      const scope = await this.scopes.look(em, id, person);
      const { survey, project } = scope;
      const results = await resultsIn(em, survey, 'all');
      if (results.tooFew) throw tooFew();
      const about = { name: survey.title, day: dayAt(this.clock.now(), project.zone) };
      if (content === 'counts') return { ...about, ...countsTable(results.sections) };
      const rows = await answersIn(em, id);
      const names = survey.named ? await namesOf(em, scope, rows) : null;
      return { ...about, ...answersTable(survey.sections, rows, { names, kinds: results.mayFilter }) };
    });
  }
}

/** All surveys of a project that were opened, the oldest first, with the same reserve towards small numbers as the page. */
export async function surveyResultsOf(em: EntityManager, projectId: string): Promise<SurveyResults[]> {
  const where = `WHERE t.project_id = ? AND t.state <> 'draft' ORDER BY t.id`;
  const surveys = await readAll(em, Survey, where, [projectId]);
  if (surveys.length === 0) return [];
  const ids = surveys.map(({ id }) => id);
  // Put in order here: asked to do it, PostgreSQL walks the whole table by its key.
  const answers = (await readAll(em, SurveyAnswer, 'WHERE t.survey_id IN ?*', [ids])).sort(byId);
  const links = await plainRows<UsedLinks & { id: string }>(em, USED_LINKS, [ids]);
  const answersOf = groupBy(answers, ({ surveyId }) => surveyId);
  const linksOf = new Map(links.map((row) => [row.id, row]));
  return surveys.map((survey) => {
    const { invited = 0, responded = 0 } = linksOf.get(survey.id) ?? {};
    const used = { invited: Number(invited), responded: Number(responded) };
    return resultsOfSurvey(survey, answersOf.get(survey.id) ?? [], used, 'all');
  });
}

async function resultsIn(em: EntityManager, survey: Survey, filter: ResultFilter): Promise<SurveyResults> {
  const all = await answersIn(em, survey.id);
  const { personal: invited, answered: responded } = await linkCounts(em, survey.id);
  return resultsOfSurvey(survey, all, { invited, responded }, filter);
}

/** Personal links, and how many of them were used. */
interface UsedLinks {
  invited: number;
  responded: number;
}

function resultsOfSurvey(
  { id, title, titleEn, state, named, sections }: Survey,
  all: readonly SurveyAnswer[],
  { invited, responded }: UsedLinks,
  filter: ResultFilter,
): SurveyResults {
  const of = (kind: LinkKind) => all.filter(({ linkKind }) => linkKind === kind);
  const byLink = { personal: of('personal').length, hall: of('hall').length };
  const may = mayShow(byLink, named);
  const shown: readonly Given[] = filter === 'all' ? all : of(filter);
  const tooFew = filter === 'all' ? !may.all : !may.split;
  return {
    ...{ surveyId: id, title, titleEn, state, named, answers: all.length, byLink, invited, responded },
    rate: invited === 0 ? null : responded / invited,
    ...{ tooFew, mayFilter: may.all && may.split, sections: tooFew ? [] : resultsOf(sections, shown) },
  };
}

const byId = (a: SurveyAnswer, b: SurveyAnswer) => (a.id < b.id ? -1 : 1);

const USED_LINKS = `SELECT survey_id AS id, COUNT(*) AS invited, SUM(CASE WHEN answered THEN 1 ELSE 0 END) AS responded
  FROM survey_links WHERE survey_id IN ?* AND kind = 'personal' GROUP BY survey_id`;

/** By their ids, which are random. */
const answersIn = (em: EntityManager, surveyId: string) =>
  readAll(em, SurveyAnswer, 'WHERE t.survey_id = ? ORDER BY t.id', [surveyId]);

/** What the rows of named answers are called, as far as the reader sees it. */
async function namesOf(
  em: EntityManager,
  { actor }: SurveyScope,
  answers: readonly SurveyAnswer[],
): Promise<ReadonlyMap<string, string>> {
  const ids = answers.flatMap(({ rowId }) => rowId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await readAll(em, RegisterRow, 'WHERE t.id IN ?*', [ids]);
  const lists = await readAll(em, Register, 'WHERE t.id IN ?*', [
    [...new Set(rows.map(({ registerId }) => registerId))],
  ]);
  const naming = new Map(lists.map((list) => [list.id, namingColumn(seenColumns(actor, list))?.key]));
  return new Map(
    rows.flatMap(({ id, registerId, cells }) => {
      const key = naming.get(registerId);
      return key !== undefined && Object.hasOwn(cells, key) ? [[id, String(cells[key])] as const] : [];
    }),
  );
}

const tooFew = () =>
  conflict('too-few-answers', {
    zh: '不記名的調查要有 3 份以上的回覆，才看得到結果。',
    en: 'Results of an anonymous survey are shown from three answers on.',
  });
