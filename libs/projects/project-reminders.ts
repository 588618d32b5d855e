import { Injectable } from '@nestjs/common';
import { readAll } from '@convener/platform';
import { ReminderSubjects, RemindersPlan, type SubjectNow, type SubjectRef } from '@convener/reminders';
import { type Crew, Standings } from '@convener/teams';
import { TemplatesLibrary } from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { Deliverable } from './deliverable.entity';
import { groupBy } from './grouping';
import { Project, type ProjectFacts } from './project.entity';
import { remindables } from './remindables';
import type { ItemScope } from './scope';
import { WorkItem } from './work-item.entity';

/** What a look needs of the rows; whole ones would take several times as long. */
const ITS_ITEM = { id: true, workItemId: true } as const;
const NAMED = { id: true, title: true, titleEn: true, code: true, dueDay: true, status: true } as const;
const OF_ITEM = { ...NAMED, projectId: true, teamId: true, assigneeId: true } as const;
const OF_DELIVERABLE = { ...NAMED, workItemId: true, accepter: true, submittedBy: true } as const;
const OF_PROJECT = { id: true, name: true, zone: true, status: true } as const;

/** Keeps the reminders of a project in step with its work, and tells `reminders` how things stand when one fires. */
@Injectable()
export class ProjectReminders extends ReminderSubjects {
  constructor(
    private readonly plan: RemindersPlan,
    private readonly templates: TemplatesLibrary,
    private readonly standings: Standings,
  ) {
    super();
  }

  /** Re-plans the reminders of these work items and their deliverables, or of the whole project. */
  async replan(em: EntityManager, project: ProjectFacts, itemIds?: readonly string[]): Promise<void> {
    if (itemIds?.length === 0) return;
    const items = itemIds
      ? await readAll(em, WorkItem, 'WHERE t.project_id = ? AND t.id IN ?*', [project.id, itemIds])
      : await readAll(em, WorkItem, 'WHERE t.project_id = ?', [project.id]);
    await this.replanItems(em, project, items, await this.deliverablesOf(em, items));
  }

  /** Re-plans the reminders of one work item, whose rows are at hand as they now are. */
  async replanItem(em: EntityManager, { project, item, deliverables }: ItemScope): Promise<void> {
    await this.replanItems(em, project, [item], new Map([[item.id, deliverables]]));
  }

  private async replanItems(
    em: EntityManager,
    project: ProjectFacts,
    items: readonly WorkItem[],
    deliverables: ReadonlyMap<string, readonly Deliverable[]>,
  ): Promise<void> {
    const crew = await this.standings.crew(em, project.id);
    const template = await this.templates.version(em, project.templateSlug, project.templateVersion);
    const running = project.status === 'running';
    const subjects = items.flatMap((item) => remindables(item, deliverables.get(item.id) ?? [], crew, running));
    await this.plan.replan(em, project.id, project.zone, subjects, template.reminders, this.templates.calendar);
  }

  async cancelAll(em: EntityManager, project: Project): Promise<void> {
    await this.plan.cancelProject(em, project.id);
  }

  /** A constant number of queries for any number of subjects: a job looks at hundreds in one transaction. */
  async look(em: EntityManager, refs: readonly SubjectRef[]): Promise<Map<string, SubjectNow>> {
    const ids = (type: SubjectRef['type']) => refs.filter((ref) => ref.type === type).map(({ id }) => id);
    const asked = await em.find(Deliverable, { select: ITS_ITEM, where: { id: In(ids('deliverable')) } });
    const itemIds = new Set([...ids('work-item'), ...asked.map(({ workItemId }) => workItemId)]);
    const items = await em.find(WorkItem, { select: OF_ITEM, where: { id: In([...itemIds]) } });
    const parts = await em.find(Deliverable, { select: OF_DELIVERABLE, where: { workItemId: In([...itemIds]) } });
    const deliverables = groupBy(parts, ({ workItemId }) => workItemId);
    const projectIds = [...new Set(items.map(({ projectId }) => projectId))];
    const projects = new Map(
      (await em.find(Project, { select: OF_PROJECT, where: { id: In(projectIds) } })).map((one) => [one.id, one]),
    );
    const assignees = new Set(items.flatMap(({ assigneeId }) => assigneeId ?? []));
    const crews = await this.standings.crews(em, projectIds, [...assignees]);
    const found = new Map<string, SubjectNow>();
    for (const item of items) {
      const project = projects.get(item.projectId);
      const crew = crews.get(item.projectId);
      if (!project || !crew) continue;
      for (const [id, now] of standingsOf(item, deliverables.get(item.id) ?? [], project, crew)) found.set(id, now);
    }
    return found;
  }

  private async deliverablesOf(em: EntityManager, items: readonly WorkItem[]): Promise<Map<string, Deliverable[]>> {
    const ids = items.map(({ id }) => id);
    const rows = await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?* ORDER BY t.position', [ids]);
    return groupBy(rows, ({ workItemId }) => workItemId);
  }
}

/** How a work item and its deliverables stand, by their ids. */
function standingsOf(
  item: WorkItem,
  deliverables: readonly Deliverable[],
  project: Project,
  crew: Crew,
): [id: string, SubjectNow][] {
  const titles = new Map<string, WorkItem | Deliverable>([item, ...deliverables].map((row) => [row.id, row]));
  const where = {
    projectId: project.id,
    projectName: project.name,
    zone: project.zone,
    link: `/projects/${project.id}/items/${item.id}`,
  };
  return remindables(item, deliverables, crew, project.status === 'running').map(({ ref, open, dueDay, personId }) => {
    const { title, titleEn, code } = titles.get(ref.id)!;
    return [ref.id, { open, dueDay, personId, title, titleEn, code, ...where }];
  });
}
