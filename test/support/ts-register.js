/** Lets a child process of a test `require` our TypeScript, as Jest does: node --require test/support/ts-register.js x.ts */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '..', '..');
const [, typescript] = require(join(root, 'jest.config.js')).transform['^.+\\.ts$'];
const resolve = Module._resolveFilename;

Module._resolveFilename = (request, ...rest) => {
  const lib = /^@convener\/([a-z-]+)$/.exec(request);
  return resolve(lib ? join(root, 'libs', lib[1], 'index.ts') : request, ...rest);
};
Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...typescript, filename });
  module._compile(code, filename);
};
require('reflect-metadata');
