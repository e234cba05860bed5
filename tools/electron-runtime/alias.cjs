// Lets require('better-sqlite3') find the build made for this runtime's ABI instead of the project's, which needs a newer Electron and
// would crash here. Only this one name; worker threads get the same by preloading this file again.
const Module = require('node:module');
const { join } = require('node:path');
const workers = require('node:worker_threads');

const compatible = join(__dirname, 'node_modules', 'better-sqlite3');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request === 'better-sqlite3' ? compatible : request, ...rest);
};

workers.Worker = class extends workers.Worker {
  constructor(script, options) {
    super(script, { ...options, execArgv: [...(options?.execArgv ?? []), '--require', __filename] });
  }
};
