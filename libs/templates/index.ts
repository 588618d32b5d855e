export { type AnchorNote, anchorNotes } from './anchor-notes';
export { type AnchorDay, anchorProblems, resolveAnchors } from './anchors';
export {
  compareTemplates,
  type DifferenceWhat,
  type DifferentField,
  type DifferentKind,
  type TemplateDifference,
} from './compare-templates';
export { contentsOf, EVENT_KINDS, type EventKind, eventKindOf, type TemplateContents } from './contents';
export { effectOf } from './effect';
export { contentOf, type HouseContent, type HouseItem, isOwnPlace } from './house-content';
export type { HouseEdit } from './house-edit';
export { columnsAsText, MOST_LISTS } from './house-lists';
export { houseProblems } from './house-problems';
export { houseSlug, isHouseSlug } from './house-slug';
export { HOUSE_STATUSES, type HouseBasis, type HouseStatus, HouseTemplate } from './house-template.entity';
export {
  DIFFERENCES_FROM,
  type DifferencesFrom,
  type HouseSummary,
  HouseTemplatesQueries,
  type HouseView,
} from './house-templates.queries';
export { HouseTemplatesService } from './house-templates.service';
export { LATE_STARTS, type LateStart, squeezeInto } from './late-start';
export { type LateWay, lateWays } from './late-ways';
export { applyAnswers, type LeftOut } from './leave-out';
export { applyMerges, type MergedItem } from './merges';
export { type Placement, placementsOf } from './placements';
export {
  answerProblems,
  around,
  type PlannedCheck,
  type PlannedDays,
  type PlannedDeliverable,
  type PlannedItem,
  planProject,
  type ProjectPlan,
  type StartAnswers,
} from './plan-project';
export { offDaysOff, ruledDay, type RuledDays, ruledDays } from './ruled-days';
export { TemplateVersion } from './template-version.entity';
export * from './template.types';
export { BuiltInTemplates, type PublishedTemplate, TemplatesLibrary } from './templates.library';
export { loadTemplates } from './templates.loader';
export { TemplatesModule } from './templates.module';
