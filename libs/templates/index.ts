export type { AnchorDay } from './anchors';
export { type CalendarStatus, isPlannable, WorkingCalendar } from './calendar';
export { effectOf } from './effect';
export { LATE_STARTS, type LateStart } from './late-start';
export type { LeftOut } from './leave-out';
export {
  answerProblems,
  type PlannedCheck,
  type PlannedDays,
  type PlannedDeliverable,
  type PlannedItem,
  planProject,
  type ProjectPlan,
  type StartAnswers,
} from './plan-project';
export * from './template.types';
export { TemplateVersion } from './template-version.entity';
export { loadCalendar, loadTemplates } from './templates.loader';
export { type PublishedTemplate, TemplateFolders, TemplatesLibrary } from './templates.library';
export { TemplatesModule } from './templates.module';
