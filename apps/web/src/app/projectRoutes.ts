import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lateTexts } from '../i18n';
import { inside } from './inside';
import {
  readBoardSearch,
  readChecklistSearch,
  readClosingReportSearch,
  readDocumentSearch,
  readRegisterSearch,
  readRunSheetSearch,
  readScheduleSearch,
} from './search';

const project = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('../routes/project/ProjectLayout'), 'ProjectLayout'),
});
const checklist = createRoute({
  getParentRoute: () => project,
  path: '/',
  validateSearch: readChecklistSearch,
  component: lazyRouteComponent(() => import('../routes/project/checklist/ChecklistPage'), 'ChecklistPage'),
});
const overview = createRoute({
  getParentRoute: () => project,
  path: '/overview',
  component: lazyRouteComponent(() => import('../routes/project/overview/OverviewPage'), 'OverviewPage'),
});
/** Where the overview was once; the address stands in old messages and bookmarks. */
const progress = createRoute({
  getParentRoute: () => project,
  path: '/progress',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$projectId/overview', params, replace: true });
  },
});
const board = createRoute({
  getParentRoute: () => project,
  path: '/board',
  validateSearch: readBoardSearch,
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/board/BoardPage'), 'BoardPage'),
});
const schedule = createRoute({
  getParentRoute: () => project,
  path: '/schedule',
  validateSearch: readScheduleSearch,
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/schedule/SchedulePage'), 'SchedulePage'),
});
const team = createRoute({
  getParentRoute: () => project,
  path: '/people',
  component: lazyRouteComponent(() => import('../routes/project/people/ProjectPeoplePage'), 'ProjectPeoplePage'),
});
const activity = createRoute({
  getParentRoute: () => project,
  path: '/activity',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/ActivityPage'), 'ActivityPage'),
});
const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/settings/SettingsPage'), 'SettingsPage'),
});

const closing = createRoute({
  getParentRoute: () => project,
  path: '/closing',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/closing/ClosingPage'), 'ClosingPage'),
});

const registers = createRoute({
  getParentRoute: () => project,
  path: '/registers',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/registers/RegistersPage'), 'RegistersPage'),
});
const register = createRoute({
  getParentRoute: () => project,
  path: '/registers/$registerId',
  loader: lateTexts,
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import('../routes/project/registers/RegisterPage'), 'RegisterPage'),
});
const personalData = createRoute({
  getParentRoute: () => project,
  path: '/registers/personal-data',
  loader: lateTexts,
  component: lazyRouteComponent(
    () => import('../routes/project/registers/privacy/PersonalDataPage'),
    'PersonalDataPage',
  ),
});
const comparison = createRoute({
  getParentRoute: () => project,
  path: '/registers/$registerId/comparison',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/registers/comparing/ComparisonPage'), 'ComparisonPage'),
});

const checkInOverview = createRoute({
  getParentRoute: () => project,
  path: '/registers/$registerId/check-in',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/check-in/CheckInOverview'), 'CheckInOverview'),
});

const documents = createRoute({
  getParentRoute: () => project,
  path: '/documents',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/documents/DocumentsPage'), 'DocumentsPage'),
});
const document = createRoute({
  getParentRoute: () => project,
  path: '/documents/$kind',
  validateSearch: readDocumentSearch,
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/documents/DocumentPage'), 'DocumentPage'),
});
const surveys = createRoute({
  getParentRoute: () => project,
  path: '/surveys',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/surveys/SurveysPage'), 'SurveysPage'),
});
const survey = createRoute({
  getParentRoute: () => project,
  path: '/surveys/$surveyId',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/surveys/OneSurveyPage'), 'OneSurveyPage'),
});
const runSheet = createRoute({
  getParentRoute: () => project,
  path: '/run-sheet',
  loader: lateTexts,
  validateSearch: readRunSheetSearch,
  component: lazyRouteComponent(() => import('../routes/project/run-sheet/RunSheetPage'), 'RunSheetPage'),
});
const closingReport = createRoute({
  getParentRoute: () => project,
  path: '/closing-report',
  validateSearch: readClosingReportSearch,
  loader: lateTexts,
  component: lazyRouteComponent(
    () => import('../routes/project/closing-report/ClosingReportPage'),
    'ClosingReportPage',
  ),
});

const nextEdition = createRoute({
  getParentRoute: () => project,
  path: '/next-edition',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/edition/NextEditionPage'), 'NextEditionPage'),
});
const templateUpdate = createRoute({
  getParentRoute: () => project,
  path: '/template-update',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/project/edition/TemplateUpdatePage'), 'TemplateUpdatePage'),
});

/** A project's pages, under its head. */
export const projectRoutes = project.addChildren([
  ...[checklist, overview, progress, board, schedule, team, activity, settings],
  ...[registers, register, comparison, checkInOverview, personalData],
  ...[documents, document, runSheet, surveys, survey, closing, closingReport, nextEdition, templateUpdate],
]);
