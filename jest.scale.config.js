const config = require('./jest.config.js');

/** The route suites once more, on PostgreSQL with Redis and a worker; not those that go through all places themselves. */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/routes'],
  testPathIgnorePatterns: ['(journey|fuzz|replay|lost-update|matrix)[^/]*\\.spec\\.ts$'],
};
