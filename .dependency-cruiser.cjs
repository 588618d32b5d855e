const order = [
  'kernel',
  'platform',
  'access',
  'sign-in',
  'accounts',
  'activity',
  'teams',
  'standards',
  'schedule',
  'templates',
  'reminders',
  'projects',
  'joining',
  'planning',
  'comments',
  'contracts',
  'records',
  'registers',
  'register-files',
  'check-in',
];

/** A lib imports only libs listed before it; the reason stands in the rule that breaks. */
const layers = order.map((lib, position) => ({
  name: `layer-${lib}`,
  comment: `libs/${lib} may import only libs that come before it in docs/architecture.md, so that dependencies point one way.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${order.slice(position + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'libs-through-their-index',
      comment: 'A lib is used through its index.ts: what is not exported there may change freely.',
      severity: 'error',
      from: { path: '^(libs/([^/]+)/|apps/|test/)', pathNot: '^test/support/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'no-app-from-lib',
      comment:
        'Apps stand on libs, never the other way round. Specs beside the rules may build their data with test/support.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|test|scripts)/' },
    },
    {
      name: 'apps-apart',
      comment: 'api and worker share libs only: either can be deployed without the other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-through-the-api',
      comment: 'The web app sees the server through the generated client alone.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(api|worker|cli))/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle hides which file decides.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'Product code never reaches into tests.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '(^test/|\\.spec\\.tsx?$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
