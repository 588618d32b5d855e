const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const config = require('./jest.config.js');

const ROUTES = join(__dirname, 'test/routes');
/** They go through all places themselves. */
const EVERYWHERE = /^(journey|fuzz|replay|lost-update|matrix)/;
/** A suite that names its databases runs on those, here as in the other run: once is enough. */
const leavesItOpen = (file) => !readFileSync(join(ROUTES, file), 'utf8').includes('databaseKinds(');

/** The route suites that don't say where they run once more, on PostgreSQL with Redis and a worker. */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/routes'],
  testRegex: readdirSync(ROUTES)
    .filter((file) => file.endsWith('.spec.ts') && !EVERYWHERE.test(file) && leavesItOpen(file))
    .map((file) => `/test/routes/${file.replaceAll('.', String.raw`\.`)}$`),
};
