const Sequencer = require('@jest/test-sequencer').default;

/** The groups of suites as they are numbered: what takes long starts first, so that no worker waits for it at the end. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
