import { Injectable } from '@nestjs/common';
import { Clock, dayAt } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { Check, Deliverable, lockClause, Milestone, type Project, WorkItem } from '@convener/projects';
import { OfficeCalendars } from '@convener/schedule';
import { Team } from '@convener/teams';
import { type Template, TemplatesLibrary } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import type { ReplanWorld } from './replan.types';

const EVIDENCE = `
  SELECT DISTINCT e.deliverable_id AS id FROM evidence e
    JOIN deliverables d ON d.id = e.deliverable_id WHERE d.project_id = ?`;

/** Reads a project whole, as re-planning looks at it: a constant number of statements. */
@Injectable()
export class ReplanWorlds {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: OfficeCalendars,
    private readonly templates: TemplatesLibrary,
  ) {}

  /** `write` holds all its work items, so that nobody changes them or their parts meanwhile. */
  async of(em: EntityManager, project: Project, use: 'look' | 'write'): Promise<ReplanWorld> {
    const lock = use === 'write' ? lockClause(em, 'write') : '';
    const of = 'WHERE t.project_id = ?';
    const items = await readAll(em, WorkItem, `${of} ORDER BY t.id${lock}`, [project.id]);
    return {
      project,
      items,
      deliverables: await readAll(em, Deliverable, `${of} ORDER BY t.position, t.id`, [project.id]),
      checks: await readAll(em, Check, `${of} ORDER BY t.position, t.id`, [project.id]),
      milestones: await readAll(em, Milestone, `${of} ORDER BY t.id`, [project.id]),
      teams: await em.findBy(Team, { projectId: project.id }),
      evidence: new Set((await plainRows<{ id: string }>(em, EVIDENCE, [project.id])).map(({ id }) => id)),
      template: await this.templates.version(em, project.templateSlug, project.templateVersion),
      otherAnchors: await this.otherAnchors(em, project, items),
      calendar: await this.calendars.current(em, project.ownDays),
      today: dayAt(this.clock.now(), project.zone),
    };
  }

  /** Templates are kept in memory once read. */
  private async otherAnchors(
    em: EntityManager,
    { templateSlug, templateVersion }: Project,
    items: readonly WorkItem[],
  ): Promise<Map<string, Template['anchors']>> {
    const found = new Map<string, Template['anchors']>();
    for (const { templateSlug: slug, templateVersion: version } of items) {
      const key = `${slug} ${version}`;
      if (slug === null || version === null || found.has(key)) continue;
      if (slug === templateSlug && version === templateVersion) continue;
      found.set(key, (await this.templates.version(em, slug, version)).anchors);
    }
    return found;
  }
}
