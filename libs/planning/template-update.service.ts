import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, dayAt, newId, requireVersion } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { answersFor } from '@convener/project-start';
import {
  changeRow,
  Check,
  Deliverable,
  lockClause,
  Project,
  Settling,
  WorkItem,
  WorkScope,
  wrongAnswers,
} from '@convener/projects';
import { OfficeCalendars } from '@convener/schedule';
import { requireRunning } from '@convener/teams';
import { planProject, type Template, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { offeredChanges, type OfferedChange, rowsByPlace } from './template-offer';
import { TemplateWriter } from './template-writer';

export type { OfferedChange } from './template-offer';

export interface TemplateUpdate {
  slug: string;
  name: string;
  nameEn: string;
  /** The version that the project is frozen on. */
  from: number;
  /** The newest one on offer; null where the template is no longer offered. */
  to: number | null;
  changes: OfferedChange[];
}

/** Offers the newest version of its template to a running project, and takes over what the manager chooses. */
@Injectable()
export class TemplateUpdateService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
    private readonly writer: TemplateWriter,
    private readonly settling: Settling,
    private readonly activity: ActivityLog,
  ) {}

  preview(person: SignedIn, projectId: string): Promise<TemplateUpdate> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'project.edit');
      return (await this.offer(em, project, '')).update;
    });
  }

  /**
   * Takes the changes with these ids and freezes the project on `version`. Throws 409 where a newer one has been published
   * since, 400 at each id that is not on offer.
   */
  take(
    person: SignedIn,
    projectId: string,
    { version, take }: { version: number; take: readonly string[] },
    seen: number | null,
  ): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.edit');
      requireRunning(project);
      requireVersion(project, seen);
      const { update, newest, rows, present } = await this.offer(em, project, lockClause(em, 'write'));
      if (!newest || update.to !== version || version <= project.templateVersion) throw notOnOffer(update.to);
      const chosen = chosenOf(update.changes, take);
      const before = project.templateVersion;
      const plan = await this.plan(em, project, newest.template);
      const known = new Set(project.anchors.map(({ key }) => key));
      const anchors = [...project.anchors, ...plan.anchors.filter(({ key }) => !known.has(key))];
      await changeRow(em, Project, project, { templateVersion: version, anchors });
      const batchId = newId();
      const now = this.clock.now();
      const taking = { project, actor, newest, rows, present, chosen, plan: plan.items, batchId, now };
      const touched = await this.writer.write(em, taking);
      await this.settling.followAll(em, { project, actor }, touched);
      await this.activity.record(em, {
        ...{ projectId, actorId: actor.personId, action: 'project.template-updated', batchId },
        subject: { type: 'project', id: projectId, title: project.name },
        before: { templateVersion: before },
        after: { templateVersion: version, taken: chosen.length, offered: update.changes.length },
      });
    });
  }

  private async offer(em: EntityManager, project: Project, lock: string) {
    const { id, templateSlug: slug, templateVersion: from } = project;
    const frozen = await this.templates.version(em, slug, from);
    const newest = await this.templates.find(em, slug);
    const present = await readAll(em, WorkItem, `WHERE t.project_id = ? ORDER BY t.id${lock}`, [id]);
    const of = 'WHERE t.project_id = ?';
    const rows = rowsByPlace(present, await readAll(em, Deliverable, of, [id]), await readAll(em, Check, of, [id]));
    const isNewer = newest !== null && newest.version > from;
    const changes = isNewer ? offeredChanges(frozen, newest.template, project.options, rows) : [];
    const { name, nameEn } = newest?.template ?? frozen;
    return { update: { slug, name, nameEn, from, to: newest?.version ?? null, changes }, newest, rows, present };
  }

  /** Where the new version puts its rows in this project's days. */
  private async plan(em: EntityManager, project: Project, template: Template) {
    const answers = answersFor(project, template, 'squeeze');
    const calendar = await this.calendars.current(em, project.ownDays);
    return planProject(template, answers, calendar, dayAt(this.clock.now(), project.zone));
  }
}

function chosenOf(offered: readonly OfferedChange[], take: readonly string[]): OfferedChange[] {
  const known = new Map(offered.map((change) => [change.id, change]));
  const wrong = take.flatMap((id, index) =>
    known.get(id)?.takes
      ? []
      : [{ pointer: `/take/${index}`, zh: '這項變更現在不能採用。', en: 'This change is not on offer.' }],
  );
  if (wrong.length > 0) throw wrongAnswers(wrong);
  return offered.filter(({ id }) => take.includes(id));
}

function notOnOffer(newest: number | null) {
  return conflict(
    'version-not-on-offer',
    {
      zh: '範本的最新版本不是這一版，請重新整理後再選。',
      en: 'This is not the newest version of the template. Reload, then choose again.',
    },
    { newest },
  );
}
