import { type HouseView, kindOf, type Template, type TemplateDifference as Difference } from '@convener/templates';
import type { DraftItem, HouseDraft, HouseTemplate, TemplateDifference } from './house.dto';

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
  };
}

function presentItem(item: Template['items'][number]): DraftItem {
  const { place, standard, code, title, titleEn, stage, workflow, team, owner, start, due, basis } = item;
  return {
    ...{ place, standard, code, title, titleEn, stage, workflow, team, owner, start, due, basis },
    leaveOut: item.leaveOut,
    after: [...item.after],
    deliverables: item.deliverables.map(({ condition: _condition, ...row }) => ({ ...row, kind: kindOf(row) })),
    checks: item.checks.map(({ condition: _condition, ...check }) => check),
  };
}

export function presentDifference(difference: Difference): TemplateDifference {
  return { ...difference, fields: [...difference.fields] };
}
