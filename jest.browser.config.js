const config = require('./jest.config.js');

/** The journeys in a real browser: apart from the rest, because each starts a server and a Chromium. */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  // Plain CommonJS whose top-level `this` a transform as a module would take away.
  transformIgnorePatterns: ['/node_modules/axe-core/'],
  testTimeout: 120_000,
};
