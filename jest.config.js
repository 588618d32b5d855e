const jsc = { target: 'es2022', keepClassNames: true };
const typescript = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    ...jsc,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
// Nest 12 ships ES modules; Jest's runtime needs them as CommonJS.
const javascript = { swcrc: false, module: { type: 'commonjs' }, jsc: { ...jsc, parser: { syntax: 'ecmascript' } } };

module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  roots: [
    '<rootDir>/libs',
    '<rootDir>/apps/api',
    '<rootDir>/apps/worker',
    '<rootDir>/apps/cli',
    '<rootDir>/apps/web',
    '<rootDir>/test',
  ],
  testRegex: String.raw`\.(spec|e2e-spec)\.ts$`,
  // Run by jest.browser.config.js.
  testPathIgnorePatterns: ['<rootDir>/test/browser/'],
  moduleNameMapper: { '^@convener/([a-z-]+)$': '<rootDir>/libs/$1/index.ts' },
  transform: { '^.+\\.ts$': ['@swc/jest', typescript], '^.+\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [],
  setupFiles: ['<rootDir>/test/support/jest-setup.ts'],
  maxWorkers: 2,
  // What a file leaves behind slows down those after it: contexts that Jest never frees, hooks on every promise.
  workerIdleMemoryLimit: '800MB',
  // Not with the temporary files, which `npm test` puts away: what was compiled stays compiled.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Many suites boot the whole application on a database of their own; a busy machine takes its time for that.
  testTimeout: 60_000,
};
