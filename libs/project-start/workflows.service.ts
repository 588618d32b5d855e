import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import {
  Deliverable,
  POSITION_STEP,
  Project,
  ProjectReminders,
  rowsOf,
  WorkItem,
  WorkScope,
  wrongAnswers,
} from '@convener/projects';
import { OfficeCalendars } from '@convener/schedule';
import { requireRunning, TeamsService } from '@convener/teams';
import {
  type Counts,
  countsOf,
  type LateStart,
  type PlannedItem,
  planProject,
  TemplatesLibrary,
} from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows, requirePeople, staffing, teamProblems } from './project-start.service';
import { DEFAULT_LATE_START, type TeamStaffing } from './start.types';
import { answersFor, idsByPlace, rowContext } from './template-ground';

export interface AddWorkflow {
  template: string;
  /** Only the tasks of these standards; all of the template's where it is not given. */
  standards?: readonly string[];
  lateStart?: LateStart;
  teams?: readonly TeamStaffing[];
}

export interface AddedWorkflow {
  added: Counts;
  /** What the project already has. */
  skipped: { place: string; title: string; titleEn: string }[];
  items: readonly PlannedItem[];
  workItemIds: string[];
}

/** Adds a workflow template to a running project; places that it already has are skipped and listed. */
@Injectable()
export class WorkflowsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
    private readonly teams: TeamsService,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  preview(person: SignedIn, projectId: string, input: AddWorkflow): Promise<AddedWorkflow> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'project.add-workflow');
      const { items, skipped } = await this.plan(em, project, input);
      return { added: countsOf(items), skipped, items, workItemIds: [] };
    });
  }

  add(person: SignedIn, projectId: string, input: AddWorkflow): Promise<AddedWorkflow> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.add-workflow');
      requireRunning(project);
      const { published, items, skipped, present } = await this.plan(em, project, input);
      await requirePeople(em, input);
      const needed = new Set(items.map(({ team }) => team));
      const teamIds = await this.teams.withMissing(em, projectId, published.template.teams, needed);
      await this.teams.staff(em, projectId, staffing(input, teamIds));
      const context = rowContext(published, {
        projectId,
        teams: teamIds,
        present,
        firstPosition: ((await em.maximum(WorkItem, 'position', { projectId })) ?? 0) + POSITION_STEP,
        by: person.personId,
        now: this.clock.now(),
      });
      const rows = rowsOf(items, context);
      await insertRows(em, rows);
      const workItemIds = rows.items.map(({ id }) => id);
      const added = countsOf(items);
      if (items.length === 0) return { added, skipped, items, workItemIds };
      await this.activity.record(em, {
        projectId,
        actorId: person.personId,
        action: 'project.workflow-added',
        subject: { type: 'project', id: projectId, title: project.name },
        after: { template: published.template.slug, version: published.version, ...added, skipped: skipped.length },
      });
      await this.reminders.replan(em, project, workItemIds);
      return { added, skipped, items, workItemIds };
    });
  }

  private async plan(em: EntityManager, project: Project, input: AddWorkflow) {
    const published = await this.templates.find(em, input.template);
    if (published?.template.kind !== 'workflow')
      throw wrongAnswers([
        { pointer: '/template', zh: '沒有這個流程範本。', en: 'There is no such workflow template.' },
      ]);
    const unknown = (input.standards ?? []).flatMap((slug, index) =>
      published.template.standards.some((standard) => standard.slug === slug)
        ? []
        : [
            {
              pointer: `/standards/${index}`,
              zh: '此範本不含這份職能基準。',
              en: 'This template does not use that standard.',
            },
          ],
    );
    const problems = [...unknown, ...teamProblems(input, published)];
    if (problems.length > 0) throw wrongAnswers(problems);
    const of = { select: { id: true, place: true }, where: { projectId: project.id } } as const;
    const present = idsByPlace(await em.find(WorkItem, of));
    const template = {
      ...published.template,
      items: published.template.items.filter(
        ({ standard }) => !input.standards || (standard !== null && input.standards.includes(standard)),
      ),
    };
    const today = dayAt(this.clock.now(), project.zone);
    const calendar = await this.calendars.current(em, project.ownDays);
    const plan = planProject(
      template,
      answersFor(project, template, input.lateStart ?? DEFAULT_LATE_START),
      calendar,
      today,
    );
    const merged = await this.mergedPlaces(em, project.id);
    const fresh = plan.items
      .filter(({ place }) => !present.has(place))
      .map((item) => ({ ...item, deliverables: item.deliverables.filter(({ place }) => !merged.has(place)) }));
    const skipped = plan.items.flatMap((item) =>
      (present.has(item.place) ? [item] : item.deliverables.filter(({ place }) => merged.has(place))).map(
        ({ place, title, titleEn }) => ({ place, title, titleEn }),
      ),
    );
    // Predecessors that the project already has keep their meaning.
    const after = new Map(published.template.items.map((item) => [item.place, item.after]));
    const items = fresh.map((item) => ({ ...item, after: after.get(item.place) ?? [] }));
    return { published, items, skipped, present };
  }

  /** Outputs that stand in the project as part of a merged deliverable. */
  private async mergedPlaces(em: EntityManager, projectId: string): Promise<Set<string>> {
    const rows = await em.find(Deliverable, { select: { id: true, sources: true }, where: { projectId } });
    return new Set(rows.flatMap(({ sources }) => sources.map(({ place }) => place)));
  }
}
