import { Clock } from '@convener/kernel';
import { anchorDaysOf, DEFAULT_ZONE, Deliverable, type ItemScope, Project, wrongAnswers } from '@convener/projects';
import { type RuleGround, ruleProblems, type RuleSet } from '@convener/reminders';
import { OfficeCalendars } from '@convener/schedule';
import { clientOf, Standings } from '@convener/teams';
import { type ReminderRule, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';

export type GivenRule = Omit<ReminderRule, 'key'>;

const NINE = '09:00';

/** What a rule is held against when it is entered: could it ever fire, and is there anybody to tell? */
@Injectable()
export class RuleGrounds {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: OfficeCalendars,
    private readonly standings: Standings,
    private readonly templates: TemplatesLibrary,
  ) {}

  /** Throws 400 with every reason at its field. */
  requireUsable(rule: GivenRule, ground: RuleGround): void {
    const problems = ruleProblems(rule, ground);
    if (problems.length === 0) return;
    throw wrongAnswers(problems.map((problem) => ({ ...problem, pointer: `/rule${problem.pointer}` })));
  }

  async ofProject(em: EntityManager, project: Project, { at }: RuleSet): Promise<RuleGround> {
    const crew = await this.standings.crew(em, project.id);
    const accepted = await em.existsBy(Deliverable, { projectId: project.id, accepter: Not(IsNull()) });
    const recipients = {
      ...{ assignee: true, preparer: true, accepter: accepted, lead: crew.leads.size > 0 },
      ...{ manager: crew.managers.length > 0, client: clientOf(crew) !== null },
    };
    const calendar = await this.calendars.current(em, project.ownDays);
    return this.ground({ anchors: await anchorDaysOf(em, project), recipients, calendar, at, zone: project.zone });
  }

  async ofItem(em: EntityManager, { project, item, deliverables }: ItemScope, { at }: RuleSet): Promise<RuleGround> {
    const crew = await this.standings.crew(em, project.id);
    const { anchors } = await em.findOneOrFail(Project, {
      select: { id: true, anchors: true },
      where: { id: project.id },
    });
    const recipients = {
      assignee: true,
      preparer: deliverables.length > 0,
      accepter: deliverables.some(({ accepter }) => accepter !== null),
      lead: item.teamId !== null && (crew.leads.get(item.teamId)?.length ?? 0) > 0,
      manager: crew.managers.length > 0,
      client: clientOf(crew) !== null,
    };
    const calendar = await this.calendars.current(em, project.ownDays);
    const days = await anchorDaysOf(em, { id: project.id, anchors });
    const ground = this.ground({ anchors: days, recipients, calendar, at, zone: project.zone });
    // With deliverables the rule speaks of their days, which may differ from the item's own.
    return deliverables.length > 0 ? ground : { ...ground, item };
  }

  /** A person's rules hold in every project, so no day is known. */
  async ofPerson(em: EntityManager): Promise<RuleGround> {
    const all = (await this.templates.offered(em)).flatMap(({ template }) => template.anchors);
    const anchors = new Map(all.map(({ key }) => [key, null]));
    const calendar = await this.calendars.current(em);
    return this.ground({ anchors, recipients: null, calendar, at: NINE, zone: DEFAULT_ZONE });
  }

  private ground(given: Omit<RuleGround, 'item' | 'now'>): RuleGround {
    return { ...given, item: null, now: this.clock.now() };
  }
}
