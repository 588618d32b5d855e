import { allow, can, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { isRunning, Milestone, Project, ProjectReminders, WorkScope } from '@convener/projects';
import { ESCALATION, OwnRule, type RuleSet, withOwnRules } from '@convener/reminders';
import { type AnchorDay, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type EscalationView, escalationView, type NextFires, type RuleView, ruleView, ruleViews } from './rule-views';

/** The rules of a project, a work item or a person. */
export interface RulesView {
  rules: RuleView[];
  /** Null where none is set above it, and for a person. */
  escalation: EscalationView | null;
  /** What a rule here may count from. */
  anchors: Pick<AnchorDay, 'key' | 'name' | 'nameEn'>[];
  /** Whether the caller may change them. */
  editable: boolean;
}

/** Reads of reminder rules. */
@Injectable()
export class ReminderRulesQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly reminders: ProjectReminders,
    private readonly templates: TemplatesLibrary,
  ) {}

  ofProject(person: SignedIn, id: string): Promise<RulesView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person);
      allow(actor, 'reminders.read');
      const { template, own } = await this.reminders.rulesIn(em, project);
      const rows = own.filter(({ scope }) => scope === 'project');
      return {
        rules: ruleViews(inherited(template, []), rows, await nextInProject(em, id)),
        escalation: escalationView(template, rows, 'template'),
        anchors: await anchorsOf(em, project),
        editable: isRunning(project) && can(actor, 'reminder-rules.edit'),
      };
    });
  }

  ofItem(person: SignedIn, id: string): Promise<RulesView> {
    return this.database.read(async (em) => {
      const { project, actor, item, deliverables } = await this.scope.item(em, id, person, 'look');
      allow(actor, 'reminders.read');
      const { template, rules, own } = await this.reminders.rulesIn(em, project);
      const { anchors } = await em.findOneOrFail(Project, {
        select: { id: true, anchors: true },
        where: { id: project.id },
      });
      const ofProject = own.filter(({ scope }) => scope === 'project');
      const rows = own.filter(({ subjectId }) => subjectId === id);
      const replaced = ofProject.some(({ rule }) => rule.key === ESCALATION);
      return {
        rules: ruleViews(inherited(rules, ofProject), rows, await nextOf(em, [id, ...deliverables.map(idOf)])),
        escalation: escalationView(withOwnRules(template, ofProject), rows, replaced ? 'project' : 'template'),
        anchors: await anchorsOf(em, { id: project.id, anchors }),
        editable: isRunning(project) && can(actor, 'work-item.edit', item),
      };
    });
  }

  /** A person's own, which hold in all their projects. */
  ofPerson(person: SignedIn): Promise<RulesView> {
    return this.database.read(async (em) => {
      const rows = await em.find(OwnRule, { where: { personId: person.personId }, order: { id: 'ASC' } });
      const next = await nextOfPerson(em, person.personId);
      const anchors = await this.anchorsAnywhere();
      return { rules: ruleViews([], rows, next), escalation: null, anchors, editable: true };
    });
  }

  /** One row, for whoever may read the list that it stands in. */
  one(person: SignedIn, id: string): Promise<ReturnType<typeof ruleView>> {
    return this.database.read(async (em) => {
      const row = isId(id) ? await em.findOneBy(OwnRule, { id }) : null;
      if (!row) throw notFound();
      if (row.scope === 'person' && row.personId !== person.personId) throw notFound();
      if (row.projectId !== null) {
        const { actor } = await this.scope.seen(em, row.projectId, person);
        allow(actor, 'reminders.read');
      }
      const next =
        row.projectId === null ? await nextOfPerson(em, person.personId) : await nextInProject(em, row.projectId);
      return ruleView(row, !row.rule.key.endsWith(row.id), next);
    });
  }

  private async anchorsAnywhere(): Promise<RulesView['anchors']> {
    const all = (await this.templates.all()).flatMap(({ template }) => template.anchors);
    return [...new Map(all.map((anchor) => [anchor.key, named(anchor)])).values()];
  }
}

/** Which rules stand above a list, and where each comes from. */
function inherited(rules: RuleSet, ofProject: readonly OwnRule[]) {
  const own = new Set(ofProject.map(({ rule }) => rule.key));
  return rules.rules.map((rule) => ({ rule, from: own.has(rule.key) ? ('project' as const) : ('template' as const) }));
}

/** The anchors of a project and then its milestones by day: rules count from either by its key. */
async function anchorsOf(
  em: EntityManager,
  { id, anchors }: Pick<Project, 'id' | 'anchors'>,
): Promise<RulesView['anchors']> {
  const milestones = await readAll(em, Milestone, 'WHERE t.project_id = ? ORDER BY t.day, t.id', [id]);
  return [...anchors, ...milestones].map(named);
}

const idOf = ({ id }: { id: string }) => id;
const named = ({ key, name, nameEn }: Pick<Milestone, 'key' | 'name' | 'nameEn'>) => ({
  key,
  name,
  nameEn: nameEn ?? name,
});

interface NextRow {
  rule: string;
  next: number | string;
}

async function nextBy(em: EntityManager, condition: string, value: unknown): Promise<NextFires> {
  const rows = await plainRows<NextRow>(em, `${NEXT} AND ${condition} GROUP BY rule`, [value]);
  return new Map(rows.map(({ rule, next }) => [rule, Number(next)]));
}

const NEXT = "SELECT rule, MIN(fire_at) AS next FROM reminders WHERE status = 'planned'";
const nextInProject = (em: EntityManager, id: string) => nextBy(em, 'project_id = ?', id);
const nextOf = (em: EntityManager, ids: readonly string[]) => nextBy(em, 'subject_id IN ?*', ids);
const nextOfPerson = (em: EntityManager, id: string) => nextBy(em, 'person_id = ?', id);
