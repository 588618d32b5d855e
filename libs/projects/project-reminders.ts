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

  async look(em: EntityManager, refs: readonly SubjectRef[]): Promise<Map<string, SubjectNow>> {
    const ids = (type: SubjectRef['type']) => refs.filter((ref) => ref.type === type).map(({ id }) => id);
    const asked = await em.findBy(Deliverable, { id: In(ids('deliverable')) });
    const itemIds = new Set([...ids('work-item'), ...asked.map(({ workItemId }) => workItemId)]);
    const items = await em.findBy(WorkItem, { id: In([...itemIds]) });
    const deliverables = await this.deliverablesOf(em, items);
    const projects = new Map(
      (await em.findBy(Project, { id: In([...new Set(items.map(({ projectId }) => projectId))]) })).map((project) => [
        project.id,
        project,
      ]),
    );
    const crews = new Map<string, Crew>();
    for (const id of projects.keys()) crews.set(id, await this.standings.crew(em, id));
    const found = new Map<string, SubjectNow>();
    for (const item of items) {
      const project = projects.get(item.projectId);
      const crew = crews.get(item.projectId);
      if (!project || !crew) continue;
      const own = deliverables.get(item.id) ?? [];
      const titles = new Map<string, { title: string; titleEn: string | null; code: string | null }>(
        [item, ...own].map((row) => [row.id, row]),
      );
      for (const { ref, open, dueDay, personId } of remindables(item, own, crew, project.status === 'running')) {
        const { title, titleEn, code } = titles.get(ref.id)!;
        const where = {
          projectId: project.id,
          projectName: project.name,
          zone: project.zone,
          link: `/projects/${project.id}/items/${item.id}`,
        };
        found.set(ref.id, { open, dueDay, personId, title, titleEn, code, ...where });
      }
    }
    return found;
  }

  private async deliverablesOf(em: EntityManager, items: readonly WorkItem[]): Promise<Map<string, Deliverable[]>> {
    const ids = items.map(({ id }) => id);
    const rows = await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?* ORDER BY t.position', [ids]);
    return groupBy(rows, ({ workItemId }) => workItemId);
  }
}
