import { columnsAsText } from '@convener/house-templates';
import { newId } from '@convener/kernel';
import type { ListsToMake } from '@convener/project-start';
import { presetOf, type RegisterColumn } from '@convener/register-presets';
import type { TemplateList, TemplateListColumn } from '@convener/templates';
import type { Weight } from './comparison.rules';
import type { Register, RegisterDeliverable } from './register.entity';

/** What a list of a project is called where a column leads to it. */
type Led = Pick<Register, 'id' | 'name' | 'presetKey'>;

interface Around {
  /** Key of the sub-team that keeps it. */
  team: string | null;
  /** Places of the outputs that it is. */
  outputs: readonly string[];
  /** The lists that its columns lead to, as far as whoever keeps it in a template may read them. */
  led: readonly Led[];
}

/** A list as a template keeps it: ids of a project mean nothing in another, so sub-team and lists go by their names. */
export function asTemplateList(register: Register, { team, outputs, led }: Around): TemplateList {
  const { presetKey: preset, name, nameEn, crewOnly, weights } = register;
  const columns = register.columns.map(({ link, ...column }): TemplateListColumn => {
    if (!link) return column;
    const list = led.find(({ id }) => id === link.list);
    return { ...column, link: { name: list?.name ?? null, preset: link.preset ?? list?.presetKey ?? null } };
  });
  return { preset, name, nameEn, team, crewOnly, columns, weights, outputs };
}

/** The lists of a project that starts, and the deliverables that they are. */
export function startedLists({ lists, projectId, teams, deliverables, by, now }: ListsToMake): {
  registers: Register[];
  ties: RegisterDeliverable[];
} {
  const made = lists.map((list) => ({ id: newId(), list }));
  const registers = made.map(({ id, list }): Register => ({
    ...{ id, projectId, presetKey: list.preset, name: list.name, nameEn: list.nameEn },
    ...{ teamId: (list.team !== null && teams.get(list.team)) || null, crewOnly: list.crewOnly },
    columns: startedColumns(list, made),
    ...{ weights: list.weights as Weight[], personalDays: null, addedBy: by, addedAt: now, version: 1 },
  }));
  return { registers, ties: tiesOf(made, deliverables) };
}

type Made = { id: string; list: TemplateList };

function startedColumns(list: TemplateList, made: readonly Made[]): RegisterColumn[] {
  const lists = made.map((one) => one.list);
  const asText = new Set(columnsAsText(list, lists));
  return list.columns.map((column): RegisterColumn => {
    const { link, ...rest } = column as Omit<RegisterColumn, 'link'> & Pick<TemplateListColumn, 'link'>;
    if (!link) return rest;
    if (asText.has(column)) return { ...rest, type: 'text' };
    const others = made.filter((one) => one.list !== list);
    const led = others.find((one) => one.list.name === link.name) ?? others.find((one) => isOf(one.list, link.preset));
    return { ...rest, link: { list: led?.id ?? null, preset: link.preset } };
  });
}

const isOf = ({ preset }: TemplateList, key: string | null) => key !== null && preset === key;

/** What a list was in the project that it is from goes before what its preset stands for. A deliverable is one list. */
function tiesOf(made: readonly Made[], deliverables: ListsToMake['deliverables']): RegisterDeliverable[] {
  const ties = new Map<string, string>();
  const tie = (registerId: string, outputs: ReadonlySet<string>) => {
    const found = deliverables.filter(
      ({ id, kind, place, sources }) =>
        kind === 'register' &&
        !ties.has(id) &&
        [place, ...sources.map((source) => source.place)].some((at) => at !== null && outputs.has(at)),
    );
    for (const { id } of found) ties.set(id, registerId);
  };
  for (const { id, list } of made) tie(id, new Set(list.outputs));
  for (const { id, list } of made) tie(id, new Set(presetOf(list.preset ?? '')?.outputs));
  return [...ties].map(([deliverableId, registerId]) => ({ deliverableId, registerId }));
}
