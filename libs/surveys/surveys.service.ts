import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, type Day, dayAt, newId, requireVersion } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { changeRow, WorkScope, wrongAnswers, wrongField } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { copied, type GivenSection, type Section, sectionsOf } from './questions.rules';
import { READY, type ReadyKey } from './ready-questionnaires';
import { requireQuestions, requireUnanswered, standOf, type SurveyState } from './state.rules';
import { type SurveyScope, SurveyScopes } from './survey-scopes';
import { Survey, SurveyAnswer } from './survey.entity';

export const MOST_SURVEYS = 200;

export interface NewSurvey {
  title: string;
  titleEn?: string | null;
  /** A ready questionnaire to begin with. */
  ready?: ReadyKey;
  /** A survey of the same project whose questions are taken over. */
  copyOf?: string;
}

/** Undefined leaves a field alone, null clears it; sections are given all together. */
export interface SurveyEdit {
  title?: string;
  titleEn?: string | null;
  intro?: string | null;
  introEn?: string | null;
  dataNote?: string | null;
  dataNoteEn?: string | null;
  named?: boolean;
  opensDay?: Day | null;
  closesDay?: Day | null;
  sections?: GivenSection[];
}

/** Makes surveys, changes them, and opens and closes them. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: WorkScope,
    private readonly scopes: SurveyScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Answers the survey's id. It is a draft, which nobody can answer yet. */
  make(person: SignedIn, projectId: string, { title, titleEn = null, ...from }: NewSurvey): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.projects.project(em, projectId, person, 'keep');
      allow(scope.actor, 'surveys.manage');
      if ((await em.countBy(Survey, { projectId })) >= MOST_SURVEYS) throw tooMany();
      const blank = { intro: null, introEn: null, dataNote: null, dataNoteEn: null, sections: [] };
      const survey: Survey = {
        ...{ id: newId(), projectId, ...blank, ...(await this.begun(em, projectId, from)), title, titleEn },
        ...{ state: 'draft', opensDay: null, closesDay: null },
        ...{ addedBy: person.personId, addedAt: this.clock.now(), version: 1 },
      };
      await insertAll(em, Survey, [survey]);
      await this.record(em, { ...scope, survey }, 'survey.added');
      return { id: survey.id };
    });
  }

  /** Throws 409 where people have answered and the change would give their answers another meaning. */
  edit(person: SignedIn, id: string, { sections: given, ...facts }: SurveyEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, id, person);
      const { survey } = scope;
      requireVersion(survey, seen);
      const sections = given && asked(given, survey.sections);
      const changed = difference(survey, { ...facts, ...(sections && { sections }) });
      if (!changed) return;
      if ('sections' in changed.after || 'named' in changed.after)
        requireUnanswered(await em.countBy(SurveyAnswer, { surveyId: id }));
      requireDays({ ...survey, ...facts });
      if (survey.state === 'open') requireQuestions(sections ?? survey.sections);
      await changeRow(em, Survey, survey, changed.after);
      const { sections: before, ...rest } = changed.before;
      const { sections: after, ...now } = changed.after;
      await this.record(em, scope, before || after ? 'survey.asked' : 'survey.edited', { before: rest, after: now });
    });
  }

  /** People can answer it from now on, or from its first day on. A second time changes nothing. */
  open(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, id, person);
      requireQuestions(scope.survey.sections);
      const today = dayAt(this.clock.now(), scope.project.zone);
      if (standOf({ ...scope.survey, state: 'open' }, today) === 'over') throw dayOver();
      await this.become(em, scope, 'open', 'survey.opened');
    });
  }

  /** Nobody can answer it any more. Also in a closed project. */
  close(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toEnd(em, id, person);
      await this.become(em, scope, 'closed', 'survey.closed');
    });
  }

  /** Throws 409 where somebody has answered: what people took their time for is not thrown away by a click. */
  remove(person: SignedIn, id: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, id, person);
      requireVersion(scope.survey, seen);
      if ((await em.countBy(SurveyAnswer, { surveyId: id })) > 0) throw hasAnswers();
      await em.delete(Survey, { id });
      await this.record(em, scope, 'survey.removed');
    });
  }

  private async begun(em: EntityManager, projectId: string, { ready, copyOf }: Pick<NewSurvey, 'ready' | 'copyOf'>) {
    if (copyOf !== undefined) {
      const found = await em.findOneBy(Survey, { id: copyOf, projectId });
      if (!found) throw wrongField('/copyOf', NO_SURVEY);
      const { intro, introEn, dataNote, dataNoteEn, named, sections } = found;
      return { intro, introEn, dataNote, dataNoteEn, named, sections: copied(sections, newId) };
    }
    if (ready === undefined) return { named: false };
    const { intro, introEn, sections } = READY[ready];
    return { intro, introEn, named: false, sections: asked(sections, []) };
  }

  private async become(em: EntityManager, scope: SurveyScope, state: SurveyState, action: string): Promise<void> {
    if (scope.survey.state === state) return;
    await changeRow(em, Survey, scope.survey, { state });
    await this.record(em, scope, action);
  }

  private record(
    em: EntityManager,
    { project, actor, survey: { id, title } }: SurveyScope,
    action: string,
    told: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
  ): Promise<void> {
    const subject = { type: 'survey' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, ...told });
  }
}

function asked(given: readonly GivenSection[], before: readonly Section[]): Section[] {
  const { sections, problems } = sectionsOf(given, before, newId);
  if (problems.length > 0) throw wrongAnswers(problems);
  return sections;
}

function requireDays({ opensDay, closesDay }: Pick<Survey, 'opensDay' | 'closesDay'>): void {
  if (opensDay !== null && closesDay !== null && opensDay > closesDay) throw wrongField('/closesDay', CLOSES_FIRST);
}

const NO_SURVEY = { zh: '這個專案沒有這份調查。', en: 'There is no such survey in this project.' };
const CLOSES_FIRST = { zh: '截止日不能早於開始日。', en: 'The last day cannot come before the first.' };
const tooMany = () =>
  conflict('too-many-surveys', {
    zh: `一個專案最多 ${MOST_SURVEYS} 份調查；請先刪除不用的。`,
    en: `A project has ${MOST_SURVEYS} surveys at most. Remove one that is not used.`,
  });
const dayOver = () =>
  conflict('survey-day-over', {
    zh: '截止日已經過了；請先把截止日往後移，再開放填答。',
    en: 'Its last day is over. Move that day first, then open the survey.',
  });
const hasAnswers = () =>
  conflict('survey-answered', {
    zh: '已經有人回覆，不能刪除；不再收的話，請結束這份調查。',
    en: 'There are answers, so it stays. Close it to take no more.',
  });
