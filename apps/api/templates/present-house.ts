import { columnsAsText, type HouseView, type TemplateDifference as Difference } from '@convener/house-templates';
import { kindOf, type Template, type TemplateList } from '@convener/templates';
import type { DraftItem, DraftList, HouseDraft, HouseTemplate, TemplateDifference } from './house.dto';

export function presentHouse({ draft, ...summary }: HouseView): HouseTemplate {
  return { ...summary, draft: presentDraft(draft) };
}

function presentDraft(template: Template): HouseDraft {
  const { kind, name, nameEn, description, descriptionEn, standards, horizonDays, anchors, options, teams } = template;
  return {
    ...{ kind, name, nameEn, description, descriptionEn, horizonDays },
    standards: [...standards],
    anchors: anchors.map((anchor) => ({
      ...anchor,
      notBefore: [...anchor.notBefore],
      notAfter: [...anchor.notAfter],
    })),
    options: options.map((option) => ({ ...option, choices: [...option.choices] })),
    teams: [...teams],
    items: template.items.map(presentItem),
    reminders: { at: template.reminders.at, rules: [...template.reminders.rules] },
    lists: (template.lists ?? []).map((list) => presentList(list, template.lists!)),
  };
}

function presentList(list: TemplateList, lists: readonly TemplateList[]): DraftList {
  const { name, nameEn, team, crewOnly } = list;
  const asText = new Set(columnsAsText(list, lists));
  const columns = list.columns.map((column) => ({
    ...{ key: column.key, name: column.name, nameEn: column.nameEn },
    asText: asText.has(column),
  }));
  return { name, nameEn, team, crewOnly, columns };
}

function presentItem(item: Template['items'][number]): DraftItem {
  const { place, standard, code, title, titleEn, stage, workflow, team, owner, start, due, basis } = item;
  return {
    ...{ place, standard, code, title, titleEn, stage, workflow, team, owner, start, due, basis },
    guidance: item.guidance ?? null,
    leaveOut: item.leaveOut,
    after: [...item.after],
    deliverables: item.deliverables.map(({ condition: _condition, ...row }) => ({ ...row, kind: kindOf(row) })),
    checks: item.checks.map(({ condition: _condition, ...check }) => check),
  };
}

export function presentDifference(difference: Difference): TemplateDifference {
  return { ...difference, fields: [...difference.fields] };
}
