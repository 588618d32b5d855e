import { columnsAsText } from '@convener/house-templates';
import type { Deliverable } from '@convener/projects';
import type { ProjectPlan, Template, TemplateList } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The lists that a template brings, and the project that starts with them. */
export interface ListsToMake {
  lists: readonly TemplateList[];
  projectId: string;
  /** Id of each sub-team of the project by its key. */
  teams: ReadonlyMap<string, string>;
  deliverables: readonly Pick<Deliverable, 'id' | 'place' | 'kind' | 'sources'>[];
  by: string;
  now: number;
}

export type MakeLists = (em: EntityManager, made: ListsToMake) => Promise<void>;

/** A list that the project starts with. `team` is the sub-team that keeps it, where the project has that one. */
export interface PreviewedList extends Pick<TemplateList, 'name' | 'nameEn' | 'team' | 'crewOnly'> {
  columns: number;
  /** Names of the columns that would lead to a list that the project doesn't have. */
  asText: readonly string[];
}

/** Lists that projects start with. The lib that keeps lists stands on this one, and makes them in the start's transaction. */
@Injectable()
export class StartLists {
  private answer: MakeLists | null = null;

  /** Throws where two libs answer: the lists would be made twice. */
  answerWith(make: MakeLists): void {
    if (this.answer) throw new Error('Two libs make the lists that projects start with');
    this.answer = make;
  }

  async make(em: EntityManager, made: ListsToMake): Promise<void> {
    if (made.lists.length === 0) return;
    if (!this.answer) throw new Error('No lib makes the lists that projects start with');
    await this.answer(em, made);
  }
}

export function previewedLists({ lists = [] }: Template, { teams }: ProjectPlan): PreviewedList[] {
  return lists.map((list) => ({
    ...{ name: list.name, nameEn: list.nameEn, crewOnly: list.crewOnly, columns: list.columns.length },
    // A sub-team without work is not made.
    team: teams.some(({ key }) => key === list.team) ? list.team : null,
    asText: columnsAsText(list, lists).map(({ name }) => name),
  }));
}
