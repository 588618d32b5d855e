const config = require('./jest.config.js');

/** Drills at full length: see scripts/drill.mjs. */
module.exports = { ...config, testTimeout: 30 * 60_000, maxWorkers: 1 };
