import { Injectable } from '@nestjs/common';
import { OfficeCalendars } from '@convener/schedule';
import type { EntityManager } from 'typeorm';
import { anchorDaysOf } from './anchor-days';
import { Project } from './project.entity';
import { type AnchorBook, givesRules, ruleChanges, type RuledChanges, type RuleEdit } from './rule-days';

type Row = Parameters<typeof ruleChanges>[0];

/** Lets people give rows of a project rules instead of days. */
@Injectable()
export class AnchorBooks {
  constructor(private readonly calendars: OfficeCalendars) {}

  async of(em: EntityManager, project: Project): Promise<AnchorBook> {
    const { openingDay: opening, closingDay: closing, ownDays } = project;
    const calendar = await this.calendars.current(em, ownDays);
    return { days: await anchorDaysOf(em, project), event: { opening, closing }, calendar };
  }

  /** What the rules of an edit change; nothing is read where it has none. Throws as ruleChanges() does. */
  async changes(em: EntityManager, projectId: string, row: Row, edit: RuleEdit): Promise<RuledChanges> {
    if (!givesRules(edit)) return {};
    return ruleChanges(row, edit, await this.of(em, await em.findOneByOrFail(Project, { id: projectId })));
  }
}
