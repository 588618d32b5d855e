import { groupBy } from '@convener/kernel';
import { Injectable } from '@nestjs/common';
import { readAll } from '@convener/platform';
import {
  type AnchorDays,
  type OwnRule,
  ownRulesIn,
  type ProjectPlan,
  receiverNow,
  ReminderSubjects,
  RemindersPlan,
  type RuleSet,
  rulesOfTemplate,
  type SubjectNow,
  type SubjectRef,
  withOwnRules,
} from '@convener/reminders';
import { OfficeCalendars, type WorkingCalendar } from '@convener/schedule';
import { type Crew, Standings } from '@convener/teams';
import { TemplatesLibrary } from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { withMilestones } from './anchor-days';
import { Deliverable } from './deliverable.entity';
import { Milestone } from './milestone.entity';
import { Project, type ProjectFacts } from './project.entity';
import { remindables } from './remindables';
import type { ItemScope } from './scope';
import { WorkItem } from './work-item.entity';

/** What a look needs of the rows; whole ones would take several times as long. */
const ITS_ITEM = { id: true, workItemId: true } as const;
const NAMED = { id: true, title: true, titleEn: true, code: true, startDay: true, dueDay: true } as const;
const STANDING = { ...NAMED, status: true, statusSince: true } as const;
const OF_ITEM = {
  ...{ ...STANDING, projectId: true, teamId: true, assigneeId: true },
  ...{ progressedAt: true, acknowledgedAt: true, followUpDay: true, waitingFor: true },
} as const;
const OF_DELIVERABLE = { ...STANDING, workItemId: true, preparer: true, accepter: true, submittedBy: true } as const;
const OF_PROJECT = {
  ...{ id: true, name: true, zone: true, status: true, anchors: true, ownDays: true },
  ...{ templateSlug: true, templateVersion: true },
} as const;

/** What reminders in one project are planned and looked at by. */
interface Ground {
  crew: Crew;
  rules: RuleSet;
  /** Work items with rules of their own, by id. */
  ofItems: ReadonlyMap<string, RuleSet>;
  anchors: AnchorDays;
  calendar: WorkingCalendar;
}

type Grounded = Pick<ProjectFacts, 'id' | 'zone' | 'status' | 'ownDays' | 'templateSlug' | 'templateVersion'> &
  Partial<Pick<Project, 'anchors'>>;

/** Keeps the reminders of projects in step with their work, and tells `reminders` how things stand when one fires. */
@Injectable()
export class ProjectReminders extends ReminderSubjects {
  constructor(
    private readonly plan: RemindersPlan,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
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
    await this.replanItems(em, [project], items, await this.deliverablesOf(em, items));
  }

  /** Re-plans what one rule asks for in several projects, in as many statements for any number of them. */
  async replanRule(em: EntityManager, projects: readonly ProjectFacts[], key: string): Promise<void> {
    const items = await readAll(em, WorkItem, 'WHERE t.project_id IN ?*', [projects.map(({ id }) => id)]);
    await this.replanItems(em, projects, items, await this.deliverablesOf(em, items), key);
  }

  /** Re-plans the reminders of one work item, whose rows are at hand as they now are. */
  async replanItem(em: EntityManager, { project, item, deliverables }: ItemScope): Promise<void> {
    await this.replanItems(em, [project], [item], new Map([[item.id, deliverables]]));
  }

  private async replanItems(
    em: EntityManager,
    projects: readonly ProjectFacts[],
    items: readonly WorkItem[],
    deliverables: ReadonlyMap<string, readonly Deliverable[]>,
    only?: string,
  ): Promise<void> {
    const projectIds = projects.map(({ id }) => id);
    const grounds = await this.groundsOf(em, projects, await this.standings.crews(em, projectIds));
    const byProject = groupBy(items, ({ projectId }) => projectId);
    const narrowed = (rules: RuleSet) => (only === undefined ? rules : onlyRule(rules, only));
    const plans = projects.map((project): ProjectPlan => {
      const { crew, ofItems, rules, ...ground } = grounds.get(project.id)!;
      const subjects = (byProject.get(project.id) ?? []).flatMap((item) => {
        const ofItem = ofItems.get(item.id);
        const own = remindables(item, deliverables.get(item.id) ?? [], crew, project);
        return ofItem ? own.map((subject) => ({ ...subject, rules: narrowed(ofItem) })) : own;
      });
      return { projectId: project.id, zone: project.zone, subjects, rules: narrowed(rules), ...ground };
    });
    await this.plan.replanAll(em, plans, only);
  }

  /** Cancels what is planned for rows that are about to be removed. */
  async forget(
    em: EntityManager,
    project: ProjectFacts,
    items: readonly WorkItem[],
    deliverables: readonly Deliverable[],
  ): Promise<void> {
    const template = await this.templates.version(em, project.templateSlug, project.templateVersion);
    const gone = { dueDay: null, open: false, personId: null };
    const subjects = [
      ...items.map(({ id }) => ({ ref: { type: 'work-item' as const, id }, ...gone })),
      ...deliverables.map(({ id }) => ({ ref: { type: 'deliverable' as const, id }, ...gone })),
    ];
    const calendar = await this.calendars.current(em, project.ownDays);
    await this.plan.replan(em, project.id, project.zone, subjects, template.reminders, calendar);
  }

  async cancelAll(em: EntityManager, project: Project): Promise<void> {
    await this.plan.cancelProject(em, project.id);
  }

  /** Called where the day of something that rules may count from has changed, though no work has. */
  async followAnchors(em: EntityManager, project: ProjectFacts): Promise<void> {
    if (await this.anyCountsFrom(em, project, 'anchor')) await this.replan(em, project);
  }

  /** Whether any rule in the project counts from such a thing. */
  async anyCountsFrom(em: EntityManager, project: ProjectFacts, what: 'status' | 'anchor'): Promise<boolean> {
    const { reminders } = await this.templates.version(em, project.templateSlug, project.templateVersion);
    const own = await ownRulesIn(em, [project.id]);
    return [...reminders.rules, ...own.map(({ rule }) => rule)].some(({ when }) => when === what);
  }

  /** The rules that apply in a project: its template's, with its own over them, and all rows in it. */
  async rulesIn(
    em: EntityManager,
    project: ProjectFacts,
  ): Promise<{ template: RuleSet; rules: RuleSet; own: OwnRule[] }> {
    const template = rulesOfTemplate(
      (await this.templates.version(em, project.templateSlug, project.templateVersion)).reminders,
    );
    const own = (await ownRulesIn(em, [project.id])).filter(({ projectId }) => projectId === project.id);
    return { template, rules: withOwnRules(template, own.filter(isOfProject)), own };
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
    const projects = await em.find(Project, { select: OF_PROJECT, where: { id: In(projectIds) } });
    const byId = new Map(projects.map((one) => [one.id, one]));
    const assignees = new Set(items.flatMap(({ assigneeId }) => assigneeId ?? []));
    const crews = await this.standings.crews(em, projectIds, [...assignees]);
    const grounds = await this.groundsOf(em, projects, crews);
    const found = new Map<string, SubjectNow>();
    for (const item of items) {
      const project = byId.get(item.projectId);
      const ground = grounds.get(item.projectId);
      if (!project || !ground) continue;
      for (const [id, now] of standingsOf(item, deliverables.get(item.id) ?? [], project, ground)) found.set(id, now);
    }
    return found;
  }

  private async groundsOf(
    em: EntityManager,
    projects: readonly Grounded[],
    crews: ReadonlyMap<string, Crew>,
  ): Promise<Map<string, Ground>> {
    if (projects.length === 0) return new Map();
    const calendar = await this.calendars.current(em);
    const own = await ownRulesIn(
      em,
      projects.map(({ id }) => id),
    );
    const people = own.filter(({ scope }) => scope === 'person');
    const ofProjects = groupBy(own, ({ projectId }) => projectId);
    const grounds = new Map<string, Ground>();
    for (const project of projects) {
      const template = await this.templates.version(em, project.templateSlug, project.templateVersion);
      const here = ofProjects.get(project.id) ?? [];
      const shared = withOwnRules(rulesOfTemplate(template.reminders), here.filter(isOfProject));
      const ofItems = groupBy(here.filter(isOfItem), ({ subjectId }) => subjectId!);
      grounds.set(project.id, {
        crew: crews.get(project.id)!,
        rules: withOwnRules(shared, people),
        ofItems: new Map([...ofItems].map(([id, rows]) => [id, withOwnRules(shared, [...rows, ...people])])),
        anchors: new Map(),
        calendar: calendar.withOwnDays(project.ownDays ?? []),
      });
    }
    await this.addAnchors(em, projects, grounds);
    return grounds;
  }

  /** Only where a rule counts from one: they are long, and read for every tick they would cost more than they are worth. */
  private async addAnchors(
    em: EntityManager,
    projects: readonly Grounded[],
    grounds: ReadonlyMap<string, Ground>,
  ): Promise<void> {
    const counts = ({ rules }: RuleSet) => rules.some(({ when }) => when === 'anchor');
    const asking = projects.filter(({ id }) => {
      const { rules, ofItems } = grounds.get(id)!;
      return counts(rules) || [...ofItems.values()].some(counts);
    });
    const unread = asking.filter(({ anchors }) => anchors === undefined).map(({ id }) => id);
    const read = unread.length
      ? await em.find(Project, { select: { id: true, anchors: true }, where: { id: In(unread) } })
      : [];
    const anchors = new Map([...projects, ...read].map((project) => [project.id, project.anchors]));
    const ids = asking.map(({ id }) => id);
    const milestones = ids.length ? await readAll(em, Milestone, 'WHERE t.project_id IN ?*', [ids]) : [];
    const ofProject = groupBy(milestones, ({ projectId }) => projectId);
    for (const id of ids) grounds.get(id)!.anchors = withMilestones(anchors.get(id) ?? [], ofProject.get(id) ?? []);
  }

  private async deliverablesOf(em: EntityManager, items: readonly WorkItem[]): Promise<Map<string, Deliverable[]>> {
    const ids = items.map(({ id }) => id);
    const rows = await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?* ORDER BY t.position, t.id', [ids]);
    return groupBy(rows, ({ workItemId }) => workItemId);
  }
}

function onlyRule(set: RuleSet, only: string): RuleSet {
  return { at: set.at, rules: set.rules.filter(({ key }) => key === only) };
}

const isOfProject = ({ scope }: OwnRule): boolean => scope === 'project';
const isOfItem = ({ scope }: OwnRule): boolean => scope === 'item';

/** How a work item and its deliverables stand, by their ids. */
function standingsOf(
  item: WorkItem,
  deliverables: readonly Deliverable[],
  project: Project,
  { crew, rules, ofItems, anchors, calendar }: Ground,
): [id: string, SubjectNow][] {
  const titles = new Map<string, WorkItem | Deliverable>([item, ...deliverables].map((row) => [row.id, row]));
  const where = {
    projectId: project.id,
    projectName: project.name,
    zone: project.zone,
    link: `/projects/${project.id}/items/${item.id}`,
  };
  const applying = ofItems.get(item.id) ?? rules;
  return remindables(item, deliverables, crew, project).map((subject) => {
    const { ref, open, dueDay, personId, waitingFor } = subject;
    const { title, titleEn, code } = titles.get(ref.id)!;
    const receiver: SubjectNow['receiver'] = (row) =>
      receiverNow(row, subject, applying, anchors, calendar, project.zone);
    return [ref.id, { open, dueDay, personId, waitingFor, title, titleEn, code, ...where, receiver }];
  });
}
