export { ProjectStartModule } from './project-start.module';
export { insertRows, type PreviewedPlan, ProjectStartService, type Started } from './project-start.service';
export { StartDraftsService, type StartDraftView } from './start-drafts.service';
export { type ListsToMake, StartLists } from './start-lists';
export { START_STEPS, type StartProject, type StartStep } from './start.types';
export { answersFor, idsByPlace, rowContext } from './template-ground';
export { WorkflowsService } from './workflows.service';
