export { type AnchorNote, anchorNotes } from './anchor-notes';
export { type AnchorDay, anchorProblems, resolveAnchors } from './anchors';
export { contentsOf, EVENT_KINDS, type EventKind, eventKindOf, type TemplateContents } from './contents';
export { effectOf } from './effect';
export { houseSlug, isHouseSlug } from './house-slug';
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
export { BuiltInTemplates, type PublishedTemplate, TemplatesLibrary, versionRow } from './templates.library';
export { loadTemplates, loadWorkflows } from './templates.loader';
export { TemplatesModule } from './templates.module';
export { doublesOf } from './catalog-checks';
export { cycleProblems } from './cycles';
export { horizonOf } from './horizon';
export { keyedBy } from './keyed';
export { rulesOf, usedAnchors } from './rules-of';
