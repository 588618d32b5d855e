import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { AssignmentsService } from '@convener/bulk-changes';
import { NextEditionService } from '@convener/editions';
import { ProjectStartService, WorkflowsService } from '@convener/project-start';
import { HealthService, ProgressQueries, ProjectsQueries, ProjectsService } from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { decodeCursor, encodeCursor, limitOf } from '../http/paging';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { presentPlan, presentPlannedItem } from './present-plan';
import { EditProject, ProgressReport, Project, ProjectPage, ProjectQuery, SayHealth } from './projects.dto';
import { AddedWorkflow, AddWorkflow, StartedProject, StartProject } from './start.dto';
import { Preview } from './start-preview.dto';
import { Assign, Assigned, Reorder, selectionOf } from './assignments.dto';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly starts: ProjectStartService,
    private readonly projects: ProjectsService,
    private readonly queries: ProjectsQueries,
    private readonly progressQueries: ProgressQueries,
    private readonly workflows: WorkflowsService,
    private readonly assignments: AssignmentsService,
    private readonly healths: HealthService,
    private readonly editions: NextEditionService,
  ) {}

  /** What the project would become. Writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Policy('projects.start')
  async preview(@CurrentPerson() me: SignedIn, @Body() body: StartProject): Promise<Preview> {
    const { from, keepPeople: _people, keepOwnItems: _items, ...start } = body;
    const plan = from ? this.editions.preview(me, { ...start, from }) : this.starts.preview(me, start);
    return presentPlan(await plan);
  }

  /** Starts a project from a template, or the next edition of a project; whoever starts it is its manager. */
  @Post()
  @Once()
  @Policy('projects.start')
  async start(@CurrentPerson() me: SignedIn, @Body() body: StartProject): Promise<StartedProject> {
    const { from, keepPeople, keepOwnItems, ...start } = body;
    const started = await (from
      ? this.editions.start(me, { ...start, from, keepPeople, keepOwnItems })
      : this.starts.start(me, start));
    return { ...started, skippedReminders: [...started.skippedReminders] };
  }

  /** My projects, newest first; an admin sees all. */
  @Get()
  @Policy('projects.list')
  async list(@CurrentPerson() me: SignedIn, @Query() query: ProjectQuery): Promise<ProjectPage> {
    const [before = null] = decodeCursor(query.cursor, ['string']) ?? [];
    const { status, health, q: text } = query;
    const page = await this.queries.page(me, { status, health, text }, { before, limit: limitOf(query) });
    return { items: page.items, next: page.next === null ? null : encodeCursor([page.next]) };
  }

  @Get(':id')
  @TagsVersion()
  @Policy('project.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Project> {
    return this.queries.one(me, id);
  }

  @Patch(':id')
  @TagsVersion()
  @Policy('project.edit')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditProject,
    @SeenVersion() seen: number | null,
  ): Promise<Project> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.projects.edit(me, id, body, seen), current);
    return current();
  }

  /** Takes down what the manager says of how the project goes; the same once more makes it fresh. */
  @Put(':id/health')
  @Once()
  @Policy('project.edit')
  async sayHealth(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: SayHealth,
  ): Promise<Project> {
    await this.healths.say(me, id, body.word, body.note ?? null);
    return this.queries.one(me, id);
  }

  /** By stage, sub-team and project. */
  @Get(':id/progress')
  @Policy('project.read')
  progress(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ProgressReport> {
    return this.progressQueries.view(me, id);
  }

  /** What adding a workflow template would bring, and what the project already has. */
  @Post(':id/workflows/preview')
  @HttpCode(200)
  @Policy('project.add-workflow')
  async previewWorkflow(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddWorkflow,
  ): Promise<AddedWorkflow> {
    const added = await this.workflows.preview(me, id, body);
    return { ...added, items: added.items.map(presentPlannedItem) };
  }

  @Post(':id/workflows')
  @Once()
  @Policy('project.add-workflow')
  async addWorkflow(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddWorkflow,
  ): Promise<AddedWorkflow> {
    const added = await this.workflows.add(me, id, body);
    return { ...added, items: added.items.map(presentPlannedItem) };
  }

  /** Changes many work items at once; kept for a day, so that it can be taken back. */
  @Post(':id/assignments')
  @HttpCode(200)
  @Once()
  @Policy('work.assign-any')
  assign(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string, @Body() body: Assign): Promise<Assigned> {
    return this.assignments.assign(me, id, selectionOf(body.select), body.set);
  }

  /** Moves a work item in the project's own order. */
  @Post(':id/order')
  @HttpCode(204)
  @Once()
  @Policy('work-item.edit')
  async order(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string, @Body() body: Reorder): Promise<void> {
    await this.assignments.order(me, id, body.workItemId, body.after ?? null);
  }
}
