const { default: adapter } = require('jest-circus/runner')
const { addHook } = require('pirates')
const { transformSync } = require('@swc/core')
const { compiled, options } = require('./transform.cjs')

const transform = (source, filename) => transformSync(source, { ...options, filename, sourceMaps: 'inline' }).code
addHook(transform, { exts: ['.ts', '.tsx', '.js'], matcher: path => compiled.test(path), ignoreNodeModules: false })
process.setSourceMapsEnabled(true)

/** What jest-circus asks of jest's own loader of modules, answered by Node's. */
const loader = {
  /** Its state is that of one file. */
  requireInternalModule: path => {
    delete require.cache[path]
    Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'))
    return require(path)
  },
  requireModule: path => require(path),
  unstable_shouldLoadAsEsm: () => false,
  setGlobalsForRuntime: () => {},
  enterTestCode: () => {},
  leaveTestCode: () => {},
}

/** The few of jest's own words that stories use. */
const jestOf = ({ moduleMocker, fakeTimersModern }) => ({
  spyOn: moduleMocker.spyOn.bind(moduleMocker),
  restoreAllMocks: () => moduleMocker.restoreAllMocks(),
  useFakeTimers: config => fakeTimersModern.useFakeTimers(config),
  useRealTimers: () => fakeTimersModern.useRealTimers(),
  advanceTimersByTimeAsync: ms => fakeTimersModern.advanceTimersByTimeAsync(ms),
})

/**
 * A runner of files of stories for jest: jest-circus as ever, but modules are loaded by Node, once for a worker. jest's own loader gives each file a
 * world of its own, in which hundreds of modules are read, compiled and warmed up again; a file that asks for one (`@jest-environment jsdom`) has it.
 */
module.exports = (globalConfig, config, environment, runtime, testPath, sendMessageToJest) => {
  if (environment.global !== globalThis) return adapter(globalConfig, config, environment, runtime, testPath, sendMessageToJest)
  globalThis.jest = jestOf(environment)
  // Node itself knows where the lines of a compiled file come from; jest would not.
  const { prepareStackTrace } = Error
  Error.prepareStackTrace = undefined
  return adapter(globalConfig, config, environment, loader, testPath, sendMessageToJest).finally(() => {
    Error.prepareStackTrace = prepareStackTrace
  })
}
