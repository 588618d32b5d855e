import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isSignedOut } from '../api/problem';
import { arrive } from './arrive';
import { lateTexts } from '../i18n';
import { AppLayout } from './layout/AppLayout';
import { doors, root } from './doors';
import {
  readAcceptanceSearch,
  readBadgesSearch,
  readBoardSearch,
  readChecklistSearch,
  readInboxSearch,
  readMyWorkSearch,
  readProjectsSearch,
  readRegisterSearch,
  readScheduleSearch,
  readStandardsSearch,
  readStartSearch,
} from './search';
import { cameByCode, leave } from './session';

/** Everything behind the sign-in: without a session the address is kept and comes back after it. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: AppLayout,
  beforeLoad: async ({ location }) => {
    try {
      await arrive();
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      leave();
      if (cameByCode()) throw redirect({ to: '/join-over' });
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/my-work' });
  },
});
const myWork = createRoute({
  getParentRoute: () => inside,
  path: '/my-work',
  validateSearch: readMyWorkSearch,
  component: lazyRouteComponent(() => import('../routes/my-work/MyWorkPage'), 'MyWorkPage'),
});
const teamWork = createRoute({
  getParentRoute: () => inside,
  path: '/team-work',
  component: lazyRouteComponent(() => import('../routes/team-work/TeamWorkPage'), 'TeamWorkPage'),
});
const acceptance = createRoute({
  getParentRoute: () => inside,
  path: '/acceptance',
  validateSearch: readAcceptanceSearch,
  component: lazyRouteComponent(() => import('../routes/acceptance/AcceptancePage'), 'AcceptancePage'),
});
const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../routes/inbox/InboxPage'), 'InboxPage'),
});
const projects = createRoute({
  getParentRoute: () => inside,
  path: '/projects',
  validateSearch: readProjectsSearch,
  component: lazyRouteComponent(() => import('../routes/projects/ProjectsPage'), 'ProjectsPage'),
});
const start = createRoute({
  getParentRoute: () => inside,
  path: '/projects/new',
  validateSearch: readStartSearch,
  component: lazyRouteComponent(() => import('../routes/start/StartPage'), 'StartPage'),
});
const item = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/items/$itemId',
  component: lazyRouteComponent(() => import('../routes/item/ItemPage'), 'ItemPage'),
});

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
  component: lazyRouteComponent(() => import('../routes/project/board/BoardPage'), 'BoardPage'),
});
const schedule = createRoute({
  getParentRoute: () => project,
  path: '/schedule',
  validateSearch: readScheduleSearch,
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
  component: lazyRouteComponent(() => import('../routes/project/ActivityPage'), 'ActivityPage'),
});
const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  component: lazyRouteComponent(() => import('../routes/project/settings/SettingsPage'), 'SettingsPage'),
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

const nextEdition = createRoute({
  getParentRoute: () => project,
  path: '/next-edition',
  component: lazyRouteComponent(() => import('../routes/project/edition/NextEditionPage'), 'NextEditionPage'),
});
const templateUpdate = createRoute({
  getParentRoute: () => project,
  path: '/template-update',
  component: lazyRouteComponent(() => import('../routes/project/edition/TemplateUpdatePage'), 'TemplateUpdatePage'),
});

const checkIn = createRoute({
  getParentRoute: () => inside,
  path: '/check-in/$registerId',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/check-in/CheckInPage'), 'CheckInPage'),
});
const badges = createRoute({
  getParentRoute: () => inside,
  path: '/check-in/$registerId/badges',
  validateSearch: readBadgesSearch,
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/check-in/BadgesPage'), 'BadgesPage'),
});

const standards = createRoute({
  getParentRoute: () => inside,
  path: '/standards',
  validateSearch: readStandardsSearch,
  component: lazyRouteComponent(() => import('../routes/standards/StandardsPage'), 'StandardsPage'),
});
const standard = createRoute({
  getParentRoute: () => inside,
  path: '/standards/$slug',
  component: lazyRouteComponent(() => import('../routes/standards/StandardPage'), 'StandardPage'),
});
const templates = createRoute({
  getParentRoute: () => inside,
  path: '/templates',
  component: lazyRouteComponent(() => import('../routes/templates/TemplatesPage'), 'TemplatesPage'),
});
const template = createRoute({
  getParentRoute: () => inside,
  path: '/templates/$slug',
  component: lazyRouteComponent(() => import('../routes/templates/TemplatePage'), 'TemplatePage'),
});
const houseTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/house-templates/$id',
  component: lazyRouteComponent(() => import('../routes/house/HousePage'), 'HousePage'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('../routes/people/PeoplePage'), 'PeoplePage'),
});
const calendars = createRoute({
  getParentRoute: () => inside,
  path: '/calendars',
  component: lazyRouteComponent(() => import('../routes/calendars/CalendarsPage'), 'CalendarsPage'),
});
const outbox = createRoute({
  getParentRoute: () => inside,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../routes/people/OutboxPage'), 'OutboxPage'),
});
const operations = createRoute({
  getParentRoute: () => inside,
  path: '/operations',
  component: lazyRouteComponent(() => import('../routes/operations/OperationsPage'), 'OperationsPage'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../routes/account/AccountPage'), 'AccountPage'),
});

export const routeTree = root.addChildren([
  ...doors,
  inside.addChildren([
    home,
    myWork,
    teamWork,
    acceptance,
    inbox,
    projects,
    start,
    item,
    project.addChildren([
      ...[checklist, overview, progress, board, schedule, team, activity, settings],
      ...[registers, register, comparison, checkInOverview, personalData, nextEdition, templateUpdate],
    ]),
    standards,
    standard,
    templates,
    template,
    houseTemplate,
    people,
    calendars,
    outbox,
    operations,
    account,
    checkIn,
    badges,
  ]),
]);
