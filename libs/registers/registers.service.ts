import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, newId, requireVersion } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { changeRow, Deliverable, requireTeam, WorkScope, wrongAnswers, wrongField } from '@convener/projects';
import { columnProblems, presetOf, type RegisterColumn } from '@convener/register-presets';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type Weight, weightProblems } from './comparison.rules';
import { freeDeliverables } from './free-deliverables';
import { leadHere, leadNoMoreHere, ledColumns } from './links-to';
import { Register, RegisterDeliverable } from './register.entity';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes } from './register-scope';

/** What can be changed of a list. Undefined leaves a field alone, null clears it. */
export interface RegisterEdit {
  name?: string;
  nameEn?: string | null;
  teamId?: string | null;
  crewOnly?: boolean;
  /** How long after closing personal cells are kept, which the project's manager alone says. */
  personalDays?: number | null;
  /** The deliverables that the list is, all of them. */
  deliverables?: string[];
  /** How its rows are compared, all of it. */
  weights?: Weight[];
}

/** A list as a preset has it, or with columns of its own and then a name. */
export interface NewRegister extends RegisterEdit {
  preset?: string;
  columns?: RegisterColumn[];
}

/** Makes lists and says what they are; their rows are RegisterRowsService's. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: WorkScope,
    private readonly scopes: RegisterScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Where no deliverables are named, it is those whose outputs the preset has and that are no list yet. */
  add(person: SignedIn, projectId: string, { deliverables, ...given }: NewRegister): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.projects.project(em, projectId, person, 'change');
      allow(actor, 'registers.manage', { teamId: given.teamId ?? null });
      if (given.personalDays !== undefined) allow(actor, 'registers.privacy');
      requireRunning(project);
      const register: Register = {
        ...{ id: newId(), projectId, teamId: given.teamId ?? null, ...begun(given) },
        ...{ weights: given.weights ?? [], personalDays: given.personalDays ?? null },
        ...{ addedBy: actor.personId, addedAt: this.clock.now(), version: 1 },
      };
      register.columns = await ledColumns(em, actor, register, register.columns);
      requireWeights(register, register.weights);
      if (register.teamId) await requireTeam(em, projectId, register.teamId);
      await insertAll(em, Register, [register]);
      await leadHere(em, register);
      const tied = deliverables ?? (await suiting(em, register));
      await tie(em, register, tied);
      const after = { preset: register.presetKey, deliverables: tied };
      await this.record(em, register, actor.personId, 'register.added', { after });
      return { id: register.id };
    });
  }

  edit(person: SignedIn, id: string, { deliverables, ...changes }: RegisterEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { register, actor } = await this.scopes.toManage(em, id, person);
      requireVersion(register, seen);
      if (changes.teamId !== undefined) allow(actor, 'registers.manage', changes);
      if (changes.personalDays !== undefined) allow(actor, 'registers.privacy');
      if (changes.teamId) await requireTeam(em, register.projectId, changes.teamId);
      requireWeights(register, changes.weights ?? []);
      const before = { ...register, deliverables: await tiedTo(em, id) };
      const wanted = deliverables && [...new Set(deliverables)].sort();
      const changed = difference(before, { ...changes, deliverables: wanted });
      if (!changed) return;
      if (wanted) await em.delete(RegisterDeliverable, { registerId: id });
      if (wanted) await tie(em, register, wanted);
      await changeRow(em, Register, register, changes);
      await this.record(em, register, actor.personId, 'register.edited', changed);
    });
  }

  /** An empty one alone: what people have entered is not thrown away with one tap. */
  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { register, actor } = await this.scopes.toManage(em, id, person);
      if (await em.existsBy(RegisterRow, { registerId: id })) throw notEmpty();
      await leadNoMoreHere(em, register);
      await em.delete(Register, { id });
      await this.record(em, register, actor.personId, 'register.removed', { before: { preset: register.presetKey } });
    });
  }

  private record(
    em: EntityManager,
    { projectId, id, name }: Register,
    actorId: string,
    action: string,
    told: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'register' as const, id, title: name };
    return this.activity.record(em, { projectId, actorId, action, subject, ...told });
  }
}

type Begun = Pick<Register, 'presetKey' | 'name' | 'nameEn' | 'crewOnly' | 'columns'>;

function begun({ preset: key, name, nameEn, crewOnly, columns }: NewRegister): Begun {
  if ((key === undefined) === (columns === undefined)) throw wrongField('/preset', ONE_OF_BOTH);
  if (columns) {
    const problems = columnProblems(columns);
    if (problems.length > 0) throw wrongAnswers(problems);
    if (name === undefined) throw wrongField('/name', NAMELESS);
    return { presetKey: null, name, nameEn: nameEn ?? null, crewOnly: crewOnly ?? true, columns };
  }
  const preset = presetOf(key!);
  if (!preset) throw wrongField('/preset', NO_PRESET);
  const named = name === undefined ? { name: preset.name, nameEn: preset.nameEn } : { name, nameEn: null };
  return {
    ...{ presetKey: preset.key, ...named, ...(nameEn !== undefined && { nameEn }) },
    ...{ crewOnly: crewOnly ?? preset.crewOnly, columns: preset.columns },
  };
}

function requireWeights({ columns }: Register, weights: readonly Weight[]): void {
  const problems = weightProblems(columns, weights);
  if (problems.length > 0) throw wrongAnswers(problems);
}

async function tiedTo(em: EntityManager, registerId: string): Promise<string[]> {
  const rows = await em.findBy(RegisterDeliverable, { registerId });
  return rows.map(({ deliverableId }) => deliverableId).sort();
}

/** The project's deliverables that the preset's outputs stand for and that no other list is yet. */
async function suiting(em: EntityManager, { projectId, presetKey }: Register): Promise<string[]> {
  const outputs = new Set(presetKey === null ? [] : presetOf(presetKey)?.outputs);
  if (outputs.size === 0) return [];
  const found = await freeDeliverables(em, projectId);
  return found.filter(({ sources }) => sources.some(({ place }) => outputs.has(place))).map(({ id }) => id);
}

/** Throws 400 for what is no list of this project, or another list already. */
async function tie(em: EntityManager, { id: registerId, projectId }: Register, ids: readonly string[]): Promise<void> {
  const found = await em.findBy(Deliverable, { id: In(ids), projectId, kind: 'register' });
  const known = new Set(found.map(({ id }) => id));
  const taken = new Set(
    (await em.findBy(RegisterDeliverable, { deliverableId: In(ids) })).map((row) => row.deliverableId),
  );
  const problems = ids.flatMap((id, at) => {
    const pointer = `/deliverables/${at}`;
    if (!known.has(id)) return [{ pointer, ...NO_LIST }];
    return taken.has(id) ? [{ pointer, ...TAKEN }] : [];
  });
  if (problems.length > 0) throw wrongAnswers(problems);
  await insertAll(
    em,
    RegisterDeliverable,
    ids.map((deliverableId) => ({ deliverableId, registerId })),
  );
}

const ONE_OF_BOTH = {
  zh: '請選一種現成的清單，或自己列出欄位。',
  en: 'Choose a ready list, or give columns of your own.',
};
const NAMELESS = { zh: '自己列出欄位的清單要有名稱。', en: 'A list with columns of its own needs a name.' };
const NO_PRESET = { zh: '沒有這種現成的清單。', en: 'There is no such ready list.' };
const NO_LIST = {
  zh: '這個專案沒有這個交付項目，或它的種類不是名冊。',
  en: 'The project has no such deliverable, or it is no register.',
};
const TAKEN = { zh: '這個交付項目已經有另一份清單。', en: 'Another list is this deliverable already.' };
const notEmpty = () =>
  conflict('not-empty', {
    zh: '清單裡還有資料；請先刪除各筆資料。',
    en: 'The list still has rows. Delete them first.',
  });
