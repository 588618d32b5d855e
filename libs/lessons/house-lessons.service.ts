import { actorOf, allow, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { HouseTemplate, HouseTemplatesService } from '@convener/house-templates';
import { Clock, conflict, isId, notFound } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll, updateRow } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LessonDecision } from './lesson.entity';
import { editFor, type Proposal } from './lesson.rules';
import { type LessonRow, LISTED, lessonViews, type LessonView } from './lesson-rows';
import { LessonsQueries } from './lessons.queries';

export interface DecisionView {
  taken: boolean;
  /** The version that holds it; null where it was declined. */
  version: number | null;
  published: boolean;
  reason: string | null;
  by: PersonRef;
  at: number;
}

/** A lesson that meets a task of a template, and what the template made of it. */
export interface HouseLesson extends LessonView {
  task: { title: string; titleEn: string };
  decision: DecisionView | null;
}

/** Lets the templates of the house learn from its projects. */
@Injectable()
export class HouseLessonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly house: HouseTemplatesService,
    private readonly queries: LessonsQueries,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
  ) {}

  /** Those that wait for a decision first. A lesson that removed its task stays listed by what was decided. */
  ofTemplate(person: SignedIn, id: string): Promise<HouseLesson[]> {
    allow(actorOf(person), 'templates.edit');
    return this.database.read(async (em) => {
      const template = isId(id) ? await em.findOneBy(HouseTemplate, { id }) : null;
      if (!template) throw notFound();
      const decisions = await readAll(em, LessonDecision, 'WHERE t.template_id = ?', [id]);
      const decided = new Map(decisions.map((decision) => [decision.lessonId, decision]));
      const places = template.draft.items.map(({ place }) => place);
      const met = await this.queries.atPlaces(em, places, null);
      const known = new Set(met.map((row) => row.id));
      const gone = [...decided.keys()].filter((lessonId) => !known.has(lessonId));
      const others = gone.length > 0 ? await plainRows<LessonRow>(em, `${LISTED} WHERE l.id IN ?*`, [gone]) : [];
      const views = await lessonViews(em, [...met, ...others], { person, here: null });
      const people = await this.people.refs(
        em,
        decisions.map(({ decidedBy }) => decidedBy),
      );
      const tasks = new Map(template.draft.items.map((item) => [item.place, item]));
      const shown = views.map((lesson) => {
        const { title, titleEn } = tasks.get(lesson.place ?? '') ?? { title: lesson.about ?? '', titleEn: '' };
        const decision = decided.get(lesson.id);
        return {
          ...lesson,
          task: { title, titleEn: titleEn || title },
          decision: decision ? viewOf(decision, template, people) : null,
        };
      });
      return [...shown.filter(({ decision }) => !decision), ...shown.filter(({ decision }) => decision)];
    });
  }

  /** Changes the draft as the lesson proposes. A second time changes nothing. */
  take(person: SignedIn, id: string, lessonId: string, reason: string | null): Promise<void> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write(async (em) => {
      const lesson = await lessonRow(em, lessonId);
      const proposal = lesson.proposal;
      if (proposal === null) throw proposesNothing();
      const decided: { there: LessonDecision | null } = { there: null };
      const version = await this.house.editIn(em, person, id, async (draft) => {
        decided.there = await em.findOneBy(LessonDecision, { lessonId, templateId: id });
        if (decided.there?.taken) return null;
        const places = draft.items.map((item) => item.place);
        const place = this.queries.placeAmong(lesson.place, places);
        const edit = place === null ? null : editFor(JSON.parse(proposal) as Proposal, draft, place);
        if (!edit) throw noSuchTask();
        return edit;
      });
      if (decided.there?.taken) return;
      await this.decide(em, person, lesson, decided.there, { templateId: id, taken: true, version, reason });
    });
  }

  /** Throws 409 where the draft has it already: that is changed back by hand. */
  decline(person: SignedIn, id: string, lessonId: string, reason: string): Promise<void> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write(async (em) => {
      const lesson = await lessonRow(em, lessonId);
      // Whoever takes it at this moment is waited for.
      await this.house.editIn(em, person, id, () => Promise.resolve(null));
      const there = await em.findOneBy(LessonDecision, { lessonId, templateId: id });
      if (there?.taken) throw isTaken();
      await this.decide(em, person, lesson, there, { templateId: id, taken: false, version: null, reason });
    });
  }

  private async decide(
    em: EntityManager,
    person: SignedIn,
    { id: lessonId, projectId, projectName }: LessonRow,
    there: LessonDecision | null,
    decision: Pick<LessonDecision, 'templateId' | 'taken' | 'version' | 'reason'>,
  ): Promise<void> {
    const { templateId, ...said } = decision;
    const by = { ...said, decidedBy: person.personId, decidedAt: this.clock.now() };
    if (there) await updateRow(em, LessonDecision, by, { lessonId, templateId });
    else await insertAll(em, LessonDecision, [{ lessonId, templateId, ...by }]);
    const [template] = await plainRows<{ name: string }>(em, 'SELECT name FROM house_templates WHERE id = ?', [
      templateId,
    ]);
    await this.activity.record(em, {
      ...{ projectId, actorId: person.personId, action: said.taken ? 'lesson.taken' : 'lesson.declined' },
      subject: { type: 'project', id: projectId, title: projectName },
      after: { template: template!.name, version: said.version, reason: said.reason },
    });
  }
}

function viewOf(
  { taken, version, reason, decidedBy, decidedAt }: LessonDecision,
  { publishedVersion }: HouseTemplate,
  people: ReadonlyMap<string, PersonRef>,
): DecisionView {
  const published = version !== null && (publishedVersion ?? 0) >= version;
  return { taken, version, published, reason, by: people.get(decidedBy)!, at: decidedAt };
}

/** Only what is told the whole house is there for its templates. */
async function lessonRow(em: EntityManager, id: string): Promise<LessonRow> {
  const sql = `${LISTED} WHERE l.id = ? AND l.audience = 'house'`;
  const [row] = isId(id) ? await plainRows<LessonRow>(em, sql, [id]) : [];
  if (!row) throw notFound();
  return row;
}

const proposesNothing = () =>
  conflict('no-proposal', {
    zh: '這則心得沒有提出範本建議，請先補上，或直接改草稿。',
    en: 'The lesson proposes nothing. Add a proposal, or change the draft by hand.',
  });
const noSuchTask = () =>
  conflict('no-such-task', {
    zh: '草稿已經沒有這項任務。',
    en: 'The draft has no such task any more.',
  });
const isTaken = () =>
  conflict('lesson-taken', {
    zh: '草稿已經採納這則心得，請直接改草稿。',
    en: 'The draft has this lesson already. Change the draft by hand.',
  });
