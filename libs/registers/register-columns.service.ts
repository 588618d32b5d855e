import type { SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { conflict, requireVersion } from '@convener/kernel';
import { Database, FileKeeper } from '@convener/platform';
import { changeRow, wrongAnswers, wrongField } from '@convener/projects';
import { presetOf, type RegisterColumn } from '@convener/register-presets';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dropFilesOfColumn } from './cell-files';
import { cellsAmong, dropCells, filledCells, mostAlike, unErase } from './column-cells';
import { changeProblems, type ColumnChanges, columnChanges, goneThoughSaid, toldChanges } from './column-changes.rules';
import { weightProblems } from './comparison.rules';
import { eraseTold } from './erase-told';
import { ledColumns } from './links-to';
import { PersonalColumns } from './personal-columns';
import { Register, RegisterDeliverable } from './register.entity';
import { RegisterScopes } from './register-scope';

/** All columns of a list as they are to become, in their order; those with a key that it has are the same column. */
export interface ChangedColumns {
  columns: RegisterColumn[];
  /** Keys of the columns that go though rows hold cells in them: whoever names one has been told how many. */
  throwAway: readonly string[];
}

/** Cells that go with their column. */
export interface LostCells {
  column: string;
  name: string;
  nameEn: string;
  cells: number;
}

/** Changes the columns of a list that people may have filled: under its lock, so that no row is written meanwhile. */
@Injectable()
export class RegisterColumnsService {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly activity: ActivityLog,
    private readonly keeper: FileKeeper,
    private readonly personal: PersonalColumns,
  ) {}

  async change(person: SignedIn, id: string, given: ChangedColumns, seen: number | null): Promise<void> {
    const fileKeys: string[] = [];
    await this.database.write(async (em) => {
      const { register, actor } = await this.scopes.toManage(em, id, person);
      requireVersion(register, seen);
      const problems = changeProblems(register.columns, given.columns);
      if (problems.length > 0) throw wrongAnswers(problems);
      const columns = await ledColumns(em, actor, register, given.columns);
      if (JSON.stringify(columns) === JSON.stringify(register.columns)) return;
      const changes = columnChanges(register.columns, columns);
      await requireNotSaid(em, register, changes);
      await requireUnusedChoices(em, register, changes, columns);
      await requireUnlike(em, register, changes, columns);
      const lost = await lostCells(em, register, changes);
      if (lost.some(({ column }) => !given.throwAway.includes(column))) throw wouldBeLost(lost);
      for (const { column } of lost) await dropCells(em, id, column);
      for (const { key, type } of changes.removed)
        if (type === 'file') fileKeys.push(...(await dropFilesOfColumn(em, id, key)));
      for (const { key } of changes.newlyPersonal) {
        await unErase(em, id, key);
        await eraseTold(em, register, key);
      }
      const keys = changes.newlyPersonal.map(({ key }) => key);
      await this.personal.tell(em, { projectId: register.projectId, registerId: id, keys });
      const told = toldChanges(register.columns, columns);
      const weights = register.weights.filter((weight) => weightProblems(columns, [weight]).length === 0);
      await changeRow(em, Register, register, { columns, weights });
      const cells = lost.reduce((sum, column) => sum + column.cells, 0);
      await this.activity.record(em, {
        ...{ projectId: register.projectId, actorId: actor.personId, action: 'register.edited' },
        subject: { type: 'register', id, title: register.name },
        before: told.before,
        after: { ...told.after, ...(cells > 0 && { lostCells: cells }) },
      });
    });
    await this.keeper.removeAll(fileKeys);
  }
}

/** What the standard names stays for as long as the list is handed in as what the standard asks for. */
async function requireNotSaid(em: EntityManager, register: Register, changes: ColumnChanges): Promise<void> {
  const said = register.presetKey === null ? undefined : presetOf(register.presetKey)?.said;
  const gone = said ? goneThoughSaid(said, changes, register.columns) : [];
  if (gone.length === 0 || !(await em.existsBy(RegisterDeliverable, { registerId: register.id }))) return;
  throw wrongField('/columns', {
    zh: `職能基準寫明要有：${gone.map(({ name }) => `「${name}」`).join('、')}，所以不能移除。這份清單不再是交付項目之後才可以。`,
    en: `The standard asks for ${gone.map(({ nameEn }) => nameEn).join(', ')}, so it stays until the list is no deliverable any more.`,
  });
}

async function requireUnusedChoices(
  em: EntityManager,
  { id, columns: before }: Register,
  { lostChoices }: ColumnChanges,
  after: readonly RegisterColumn[],
): Promise<void> {
  for (const { column, keys } of lostChoices) {
    const rows = await cellsAmong(em, id, column.key, keys);
    if (rows === 0) continue;
    const gone = before.find(({ key }) => key === column.key)!.choices.filter(({ key }) => keys.includes(key));
    throw wrongField(`/columns/${after.indexOf(column)}/choices`, {
      zh: `有 ${rows} 筆資料選了要拿掉的選項（${gone.map(({ name }) => name).join('、')}），請先改掉那些。`,
      en: `${rows} rows have a choice that is to go (${gone.map(({ nameEn }) => nameEn).join(', ')}). Change them first.`,
    });
  }
}

async function requireUnlike(
  em: EntityManager,
  { id }: Register,
  { newlyUnique }: ColumnChanges,
  after: readonly RegisterColumn[],
): Promise<void> {
  for (const column of newlyUnique) {
    const alike = await mostAlike(em, id, column.key);
    if (!alike) continue;
    const { rows } = alike;
    // No log is to repeat what is personal.
    const [zh, en] = column.personal ? ['一樣', ''] : [`是「${alike.cell}」`, ` (${alike.cell})`];
    throw wrongField(`/columns/${after.indexOf(column)}/unique`, {
      zh: `有 ${rows} 筆資料的「${column.name}」都${zh}，要先改成不一樣。`,
      en: `${rows} rows have the same ${column.nameEn}${en}. Make them differ first.`,
    });
  }
}

async function lostCells(em: EntityManager, { id }: Register, { removed }: ColumnChanges): Promise<LostCells[]> {
  const all: LostCells[] = [];
  for (const { key, name, nameEn } of removed)
    all.push({ column: key, name, nameEn, cells: await filledCells(em, id, key) });
  return all.filter(({ cells }) => cells > 0);
}

const wouldBeLost = (lostCells: LostCells[]) =>
  conflict(
    'cells-would-be-lost',
    {
      zh: `移除欄位會丟掉已經填的內容：${lostCells.map(({ name, cells }) => `「${name}」${cells} 筆`).join('、')}。確定的話，請指明要丟掉的欄位。`,
      en: `Cells would be lost with their column: ${lostCells.map(({ nameEn, cells }) => `${nameEn} (${cells})`).join(', ')}. Name the columns to throw away.`,
    },
    { lostCells },
  );
