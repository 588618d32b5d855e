export { FollowService, type PushedRow } from './follow.service';
export type { MovedDays } from './moves';
export { PlanningModule } from './planning.module';
export { ProjectStateService, SHIFTS, type StateChange, type StateOutcome, STATES } from './project-state.service';
export { ReplanUndoService, type Undone } from './replan-undo.service';
export { type ReplanDone, type ReplanPreview, ReplanService } from './replan.service';
export {
  KEPT,
  LATE_ROWS,
  REPLAN_KINDS,
  REPLAN_TYPES,
  type ReplanAnswers,
  type ReplanChoices,
  WHY_CODES,
} from './replan.types';
export { ReplansQueries, type ReplanView } from './replans.queries';
export { type OfferedChange, type TemplateUpdate, TemplateUpdateService } from './template-update.service';
