import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lateTexts } from '../i18n';
import { doors, root } from './doors';
import { comeIn, inside } from './inside';
import { projectRoutes } from './projectRoutes';
import {
  readAcceptanceSearch,
  readBadgesSearch,
  readInboxSearch,
  readMyWorkSearch,
  readProjectsSearch,
  readRunSheetSearch,
  readStandardsSearch,
  readStartSearch,
} from './search';

/** For a screen in the hall: nothing around it. */
const stage = createRoute({
  getParentRoute: () => root,
  path: '/stage/$projectId',
  beforeLoad: comeIn,
  loader: lateTexts,
  validateSearch: readRunSheetSearch,
  component: lazyRouteComponent(() => import('../routes/stage/StagePage'), 'StagePage'),
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
const now = createRoute({
  getParentRoute: () => inside,
  path: '/run-sheet/$projectId',
  loader: lateTexts,
  validateSearch: readRunSheetSearch,
  component: lazyRouteComponent(() => import('../routes/run-sheet/NowPage'), 'NowPage'),
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
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/templates/TemplatesPage'), 'TemplatesPage'),
});
const template = createRoute({
  getParentRoute: () => inside,
  path: '/templates/$slug',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/templates/TemplatePage'), 'TemplatePage'),
});
const houseTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/house-templates/$id',
  loader: lateTexts,
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
  loader: lateTexts,
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
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/operations/OperationsPage'), 'OperationsPage'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/account/AccountPage'), 'AccountPage'),
});

export const routeTree = root.addChildren([
  ...doors,
  stage,
  inside.addChildren([
    home,
    myWork,
    teamWork,
    acceptance,
    inbox,
    projects,
    start,
    item,
    projectRoutes,
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
    now,
  ]),
]);
