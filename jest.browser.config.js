const config = require('./jest.config.js');

/** The journeys in a real browser: apart from the rest, one at a time, because each starts a server and a Chromium. */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
  maxWorkers: 1,
};
