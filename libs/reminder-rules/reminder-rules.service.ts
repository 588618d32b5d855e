import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, readAll } from '@convener/platform';
import {
  changeRow,
  lockClause,
  Project,
  ProjectReminders,
  requireOpen,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { ESCALATION, type KeptRule, OwnRule, ownKey, type RuleScope, type RuleSet } from '@convener/reminders';
import { requireRunning } from '@convener/teams';
import type { Escalation } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type GivenRule, RuleGrounds } from './rule-grounds';

/** A rule that somebody adds: a new one, or another in the place of an inherited one, or that one switched off. */
export interface NewRule {
  /** Key of the inherited rule, or of the escalation. */
  replaces?: string;
  active?: boolean;
  rule?: GivenRule;
  escalation?: Escalation;
}

export type RuleEdit = Omit<NewRule, 'replaces'>;

/** So many rules of its own has a project, a work item or a person at most. */
const MOST_RULES = 30;

type Home = Pick<OwnRule, 'scope' | 'projectId' | 'subjectType' | 'subjectId' | 'personId'>;

/** A list of rules that is being changed. */
interface OpenList {
  home: Home;
  /** What stands above it; null where nothing does. */
  above: RuleSet | null;
  rows: OwnRule[];
  /** Throws 400 at the fields of a rule that could never fire. */
  check(rule: GivenRule): Promise<void>;
  /** Plans by the rules as they now are, and logs the change. */
  done(action: string, row: OwnRule): Promise<void>;
}

/** Adds, changes and removes the rules of projects, work items and people. Reminders follow in the same transaction. */
@Injectable()
export class ReminderRulesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly grounds: RuleGrounds,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  addToProject(person: SignedIn, projectId: string, given: NewRule): Promise<string> {
    return this.database.write(async (em) =>
      this.add(em, person, await this.openProject(em, person, projectId), given),
    );
  }

  addToItem(person: SignedIn, itemId: string, given: NewRule): Promise<string> {
    return this.database.write(async (em) => this.add(em, person, await this.openItem(em, person, itemId), given));
  }

  addToPerson(person: SignedIn, given: RuleEdit): Promise<string> {
    return this.database.write(async (em) => this.add(em, person, await this.openPerson(em, person), given));
  }

  /** `seen` is the version that the caller last saw, or null. */
  edit(person: SignedIn, id: string, edit: RuleEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { list, row } = await this.openRule(em, person, id);
      requireVersion(row, seen);
      const active = edit.active ?? row.active;
      const rule = keptRule(row.rule.key, edit, row.rule);
      if (active && row.rule.key !== ESCALATION) await list.check(givenOf(rule));
      await changeRow(em, OwnRule, row, { active, rule });
      await list.done('reminder-rule.changed', row);
    });
  }

  /** What it stood in the place of holds again. */
  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { list, row } = await this.openRule(em, person, id);
      await em.delete(OwnRule, { id });
      await list.done('reminder-rule.removed', row);
    });
  }

  private async add(em: EntityManager, person: SignedIn, list: OpenList, given: NewRule): Promise<string> {
    const { replaces, active = true } = given;
    const id = newId();
    if (list.rows.length >= MOST_RULES) throw tooMany();
    if (list.rows.some(({ rule }) => rule.key === replaces)) throw alreadyThere();
    const rule = keptRule(replaces ?? ownKey(id), given, inheritedRule(list.above, replaces));
    if (active && replaces !== ESCALATION) await list.check(givenOf(rule));
    const by = { createdBy: person.personId, createdAt: this.clock.now(), version: 1 };
    const row: OwnRule = { id, ...list.home, rule, active, ...by };
    await insertAll(em, OwnRule, [row]);
    await list.done('reminder-rule.added', row);
    return id;
  }

  private async openRule(em: EntityManager, person: SignedIn, id: string): Promise<{ list: OpenList; row: OwnRule }> {
    const found = isId(id) ? await em.findOneBy(OwnRule, { id }) : null;
    if (!found) throw notFound();
    const list = await this.openHome(em, person, found);
    const row = list.rows.find((candidate) => candidate.id === id);
    if (!row) throw notFound();
    return { list, row };
  }

  private openHome(em: EntityManager, person: SignedIn, { scope, projectId, subjectId, personId }: OwnRule) {
    if (scope === 'project') return this.openProject(em, person, projectId!);
    if (scope === 'item') return this.openItem(em, person, subjectId!);
    if (personId !== person.personId) throw notFound();
    return this.openPerson(em, person);
  }

  private async openProject(em: EntityManager, person: SignedIn, id: string): Promise<OpenList> {
    const { project, actor } = await this.scope.project(em, id, person, 'change');
    allow(actor, 'reminder-rules.edit');
    requireRunning(project);
    const { template, own } = await this.reminders.rulesIn(em, project);
    const subject = { type: 'project' as const, id, title: project.name };
    return {
      home: home('project', { projectId: id }),
      above: template,
      rows: own.filter(({ scope }) => scope === 'project'),
      check: async (rule) => this.grounds.requireUsable(rule, await this.grounds.ofProject(em, project, template)),
      done: async (action, row) => {
        await this.reminders.replan(em, project);
        await this.activity.record(em, { projectId: id, actorId: actor.personId, action, subject, after: logged(row) });
      },
    };
  }

  private async openItem(em: EntityManager, person: SignedIn, id: string): Promise<OpenList> {
    const found = await this.scope.item(em, id, person, 'change');
    const { project, actor, item } = found;
    allow(actor, 'work-item.edit', item);
    requireOpen(item);
    const { rules, own } = await this.reminders.rulesIn(em, project);
    const subject = { type: 'work-item' as const, id, title: item.title };
    return {
      home: home('item', { projectId: project.id, subjectType: 'work-item', subjectId: id }),
      above: rules,
      rows: own.filter(({ subjectId }) => subjectId === id),
      check: async (rule) => this.grounds.requireUsable(rule, await this.grounds.ofItem(em, found, rules)),
      done: async (action, row) => {
        await this.reminders.replan(em, project, [id]);
        const entry = { projectId: project.id, actorId: actor.personId, action, subject, after: logged(row) };
        await this.activity.record(em, entry);
      },
    };
  }

  /** Holds the person's projects, so that no two requests plan the same reminders at once. */
  private async openPerson(em: EntityManager, { personId }: SignedIn): Promise<OpenList> {
    const projects = await readAll(em, Project, `${RUNNING_OF_PERSON}${lockClause(em, 'write')}`, [personId]);
    return {
      home: home('person', { personId }),
      above: null,
      rows: await em.findBy(OwnRule, { personId, scope: In(['person']) }),
      check: async (rule) => this.grounds.requireUsable(rule, await this.grounds.ofPerson(em)),
      done: (_action, { rule }) => this.reminders.replanRule(em, projects, rule.key),
    };
  }
}

const RUNNING_OF_PERSON = `WHERE t.status = 'running'
  AND t.id IN (SELECT project_id FROM project_members WHERE person_id = ?) ORDER BY t.id`;

function home(scope: RuleScope, where: Partial<Home>): Home {
  return { projectId: null, subjectType: null, subjectId: null, personId: null, ...where, scope };
}

/** What is kept under a key: as given, else as it was. Throws 400 where neither says anything. */
function keptRule(key: string, given: RuleEdit, before: KeptRule | null): KeptRule {
  const isEscalation = key === ESCALATION;
  if (isEscalation && given.rule) throw wrongField('/rule', NOT_A_RULE);
  if (!isEscalation && given.escalation) throw wrongField('/escalation', NOT_AN_ESCALATION);
  const said = isEscalation ? given.escalation : given.rule;
  if (!said && !before) throw wrongField('/rule', NEEDS_RULE);
  return { ...(said ?? before), key };
}

function givenOf({ key: _, leadAfter: __, managerAfter: ___, ...rule }: KeptRule): GivenRule {
  return rule;
}

/** The rule above that a new one stands in the place of; null for one of its own. Throws 400 where there is no such rule. */
function inheritedRule(above: RuleSet | null, replaces: string | undefined): KeptRule | null {
  if (replaces === undefined) return null;
  if (replaces === ESCALATION && above) return { key: ESCALATION, ...above.escalation };
  const rule = above?.rules.find(({ key }) => key === replaces);
  if (!rule) throw wrongField('/replaces', NOT_INHERITED);
  return rule;
}

function logged({ rule, active }: OwnRule): Record<string, unknown> {
  return { rule: { ...rule }, active };
}

const NOT_A_RULE = { zh: '升級通報只設定工作天數。', en: 'The escalation is set in working days alone.' };
const NOT_AN_ESCALATION = { zh: '這條規則不是升級通報。', en: 'This rule is not the escalation.' };
const NEEDS_RULE = { zh: '請填寫規則。', en: 'Say what the rule is.' };
const NOT_INHERITED = { zh: '上層沒有這條規則。', en: 'No such rule is inherited here.' };
const tooMany = () =>
  conflict('too-many-rules', {
    zh: `最多 ${MOST_RULES} 條規則，請先刪除不用的。`,
    en: `There can be ${MOST_RULES} rules at most. Remove one first.`,
  });
const alreadyThere = () =>
  conflict('rule-exists', {
    zh: '這條規則已經調整過，請直接修改它。',
    en: 'This rule has been changed here already. Edit that change.',
  });
