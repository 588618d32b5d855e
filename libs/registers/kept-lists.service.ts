import { actorOf, allow, can, type SignedIn } from '@convener/access';
import { columnsAsText, HouseTemplate, HouseTemplatesService } from '@convener/house-templates';
import { Database, insertAll, plainRows, readAll } from '@convener/platform';
import { type ListsToMake, StartLists } from '@convener/project-start';
import { Deliverable, wrongField } from '@convener/projects';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Register, RegisterDeliverable } from './register.entity';
import { RegisterScopes } from './register-scope';
import { asTemplateList, startedLists } from './template-lists.rules';

/** What became of a list in a template. */
export interface KeptList {
  /** One of its name was there. */
  replaced: boolean;
  /** Whether the sub-team that keeps it is one of the template's; true where none keeps it. */
  teamKnown: boolean;
  /** Names of the columns that will be text in new projects, since the template doesn't bring the list that they lead to. */
  asText: string[];
}

/** Keeps lists in templates of the house, and makes them where a project starts from one. */
@Injectable()
export class KeptListsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly house: HouseTemplatesService,
    private readonly starts: StartLists,
  ) {}

  onModuleInit(): void {
    this.starts.answerWith(makeLists);
  }

  /** In a closed project too, since what it has learnt is kept then. Throws 400 at /templateId where there is none. */
  keep(
    person: SignedIn,
    id: string,
    { templateId, replace }: { templateId: string; replace: boolean },
  ): Promise<KeptList> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write(async (em) => {
      const { register, actor } = await this.scopes.look(em, id, person);
      allow(actor, 'registers.manage', register);
      if (!(await em.existsBy(HouseTemplate, { id: templateId }))) throw wrongField('/templateId', NO_TEMPLATE);
      const ids = register.columns.flatMap(({ link }) => link?.list ?? []);
      const led = ids.length > 0 ? await readAll(em, Register, 'WHERE t.id IN ?*', [ids]) : [];
      const kept = asTemplateList(register, {
        team: await teamKey(em, register),
        outputs: await placesOf(em, id),
        led: led.filter((list) => can(actor, 'registers.read', list)),
      });
      const { template, list, replaced } = await this.house.keepList(em, person, templateId, kept, replace);
      const asText = columnsAsText(list, template.lists ?? []).map(({ name }) => name);
      return { replaced, teamKnown: list.team === kept.team, asText };
    });
  }
}

const NO_TEMPLATE = {
  zh: '沒有這份本單位的範本，請重新選一次。',
  en: 'There is no such template of the house. Choose again.',
};

async function makeLists(em: EntityManager, started: ListsToMake): Promise<void> {
  const { registers, ties } = startedLists(started);
  await insertAll(em, Register, registers);
  await insertAll(em, RegisterDeliverable, ties);
}

async function teamKey(em: EntityManager, { teamId }: Register): Promise<string | null> {
  const [team] = teamId ? await plainRows<{ key: string }>(em, 'SELECT key FROM teams WHERE id = ?', [teamId]) : [];
  return team?.key ?? null;
}

async function placesOf(em: EntityManager, registerId: string): Promise<string[]> {
  const where = 'WHERE t.id IN (SELECT deliverable_id FROM register_deliverables WHERE register_id = ?) ORDER BY t.id';
  const tied = await readAll(em, Deliverable, where, [registerId]);
  const places = tied.flatMap(({ place, sources }) => [place, ...sources.map((source) => source.place)]);
  return [...new Set(places.filter((place) => place !== null))].sort();
}
